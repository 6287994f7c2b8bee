ALTER TYPE "public"."data_key_subject" ADD VALUE 'webhook';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'deliver-webhook' BEFORE 'delete-expired-drafts';--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" "bytea" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_event_once" UNIQUE("contact_id","kind")
);
--> statement-breakpoint
CREATE TABLE "webhook_sending" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_status" smallint,
	"accepted_at" timestamp with time zone,
	"given_up_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_sending" ADD CONSTRAINT "webhook_sending_event_id_webhook_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."webhook_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_sending" ADD CONSTRAINT "webhook_sending_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_one" ON "webhook" USING btree ("organisation_id") WHERE "webhook"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_sending_webhook" ON "webhook_sending" USING btree ("webhook_id","asked_at");--> statement-breakpoint
CREATE INDEX "webhook_sending_event" ON "webhook_sending" USING btree ("event_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "webhook", "webhook_event", "webhook_sending" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_at, ended_by) ON "webhook" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (started_at, tries, last_status, accepted_at, given_up_at) ON "webhook_sending" TO frontdoor_app;
--> statement-breakpoint
-- That there is an event says who sent a contact, as in partner_contact.
CREATE POLICY read ON webhook_event FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) = 'own' AND frontdoor_sent(contact_id)));
--> statement-breakpoint
CREATE POLICY add ON webhook_event FOR INSERT WITH CHECK (current_setting('frontdoor.sees', true) IN ('all', 'own'));
--> statement-breakpoint
ALTER TABLE "webhook_event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "webhook_event" FORCE ROW LEVEL SECURITY;
