CREATE TABLE "contact_clearance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"reason" "bytea" NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "contact_clearance" ADD CONSTRAINT "contact_clearance_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_clearance" ADD CONSTRAINT "contact_clearance_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_clearance_standing" ON "contact_clearance" USING btree ("contact_id","staff_id") WHERE "contact_clearance"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "contact_clearance_staff" ON "contact_clearance" USING btree ("staff_id") WHERE "contact_clearance"."ended_at" is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "contact_clearance" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_by, ended_at) ON "contact_clearance" TO frontdoor_app;
--> statement-breakpoint
-- As far as the contact is there.
CREATE POLICY anything ON contact_clearance USING (EXISTS (SELECT FROM contact c WHERE c.id = contact_id));
--> statement-breakpoint
ALTER TABLE contact_clearance ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contact_clearance FORCE ROW LEVEL SECURITY;
