CREATE TABLE "bundle_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bundle_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"reason" "bytea" NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"end_reason" "bytea",
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bundle_member_ended_whole" CHECK (("bundle_member"."ended_by" is null) = ("bundle_member"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "relationship" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "bundle_member" ADD CONSTRAINT "bundle_member_bundle_id_bundle_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."bundle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle_member" ADD CONSTRAINT "bundle_member_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bundle_member_once" ON "bundle_member" USING btree ("contact_id") WHERE "bundle_member"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "bundle_member_bundle" ON "bundle_member" USING btree ("bundle_id");--> statement-breakpoint
GRANT SELECT, INSERT ON "bundle_member" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (end_reason, ended_by, ended_at) ON "bundle_member" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_by) ON "relationship" TO frontdoor_app;
--> statement-breakpoint
-- As far as the contact is there for the council.
CREATE POLICY anything ON bundle_member USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM contact c WHERE c.id = contact_id)));
--> statement-breakpoint
ALTER TABLE "bundle_member" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "bundle_member" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The policy that stood before asked for one of the two alone, and what joins somebody to a restricted person tells of them.
CREATE POLICY other_side ON relationship AS RESTRICTIVE USING (current_setting('frontdoor.sees', true) = 'all'
  OR EXISTS (SELECT FROM person p WHERE p.id = to_person_id));
