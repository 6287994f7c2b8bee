CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"replaces_id" uuid,
	"ends_at" timestamp with time zone,
	"ended_by" uuid,
	"used_at" timestamp with time zone,
	CONSTRAINT "api_key_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "partner_contact" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"api_key_id" uuid
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_organisation" ON "api_key" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "partner_contact_organisation" ON "partner_contact" USING btree ("organisation_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "api_key", "partner_contact" TO frontdoor_app;
--> statement-breakpoint
-- What a key is, and for whom, never changes: it ends, and another one is made.
GRANT UPDATE (ends_at, ended_by, used_at) ON "api_key" TO frontdoor_app;
--> statement-breakpoint
-- Who sent a contact is the referrer's own: nobody of the hub finds it here either. A sender writes it with what they
-- send; the service that answers them reads it as itself.
CREATE POLICY read ON partner_contact FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) = 'own' AND frontdoor_sent(contact_id)));
--> statement-breakpoint
CREATE POLICY add ON partner_contact FOR INSERT WITH CHECK (current_setting('frontdoor.sees', true) IN ('all', 'own'));
--> statement-breakpoint
ALTER TABLE "partner_contact" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "partner_contact" FORCE ROW LEVEL SECURITY;
