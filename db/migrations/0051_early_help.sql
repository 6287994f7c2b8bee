CREATE TABLE "caf_mentor_offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "caf_start" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" date NOT NULL,
	"organisation_id" uuid NOT NULL,
	"count" integer NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "caf_start_month" UNIQUE("month","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD COLUMN "family_asked_by" date;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD COLUMN "lead_accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD COLUMN "start_check_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD COLUMN "start_check_entry_id" uuid;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD COLUMN "start_check_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "caf_redirect" ADD COLUMN "started" text;--> statement-breakpoint
ALTER TABLE "pathway" ADD COLUMN "returned_because" text;--> statement-breakpoint
ALTER TABLE "pathway" ADD COLUMN "stepped_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "caf_mentor_offer" ADD CONSTRAINT "caf_mentor_offer_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caf_start" ADD CONSTRAINT "caf_start_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "caf_mentor_offer_organisation" ON "caf_mentor_offer" USING btree ("organisation_id","offered_at");--> statement-breakpoint
CREATE INDEX "caf_start_check" ON "caf_redirect" USING btree ("start_check_due_at") WHERE "caf_redirect"."start_check_due_at" is not null;--> statement-breakpoint
CREATE INDEX "pathway_closed" ON "pathway" USING btree ("kind","closed_at") WHERE "pathway"."closed_at" is not null;--> statement-breakpoint
GRANT UPDATE (returned_because, stepped_up_at) ON "pathway" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (family_asked_by, lead_accepted_at, start_check_due_at, start_check_entry_id, start_check_told_at, started) ON "caf_redirect" TO frontdoor_app;
--> statement-breakpoint
-- How many of what, and nobody among them.
GRANT SELECT, INSERT ON "caf_start" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (count, recorded_by, recorded_at, version) ON "caf_start" TO frontdoor_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "caf_mentor_offer" TO frontdoor_app;
