ALTER TYPE "public"."job_kind" RENAME VALUE 'remind-of-drafts' TO 'remind-senders';--> statement-breakpoint
CREATE TABLE "sender_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"content" "bytea" NOT NULL,
	"answer" "bytea",
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "challenge_contact";--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "email_domains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "referrer" ADD COLUMN "called_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "referrer" ADD COLUMN "called_back_by" uuid;--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "answer" "bytea";--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "told_by" uuid;--> statement-breakpoint
ALTER TABLE "sender_question" ADD CONSTRAINT "sender_question_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sender_question_contact" ON "sender_question" USING btree ("contact_id","asked_at");--> statement-breakpoint
CREATE INDEX "challenge_open" ON "challenge" USING btree ("due_at") WHERE "challenge"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "feedback_unread" ON "feedback" USING btree ("available_at") WHERE "feedback"."read_at" is null and "feedback"."dropped_at" is null and "feedback"."told_at" is null;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_stage" UNIQUE("contact_id","stage");
--> statement-breakpoint
GRANT SELECT, INSERT ON "sender_question" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_at) ON "sender_question" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (answer, outcome) ON "challenge" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (told_at, told_by) ON "feedback" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (called_back_at, called_back_by, sender_id) ON "referrer" TO frontdoor_app;
--> statement-breakpoint
-- A question to the sender is the council's; the sender reads it through the services, which look whose contact it is.
DO $$
DECLARE
  seen constant text := '(CASE current_setting(''frontdoor.sees'', true) WHEN ''all'' THEN ''yes''
    WHEN ''cleared'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END
    WHEN ''open'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END ELSE ''no'' END) <> ''no''';
  hidden constant text := '((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])';
BEGIN
  EXECUTE format('CREATE POLICY read ON sender_question FOR SELECT USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY change ON sender_question FOR UPDATE USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY add ON sender_question FOR INSERT WITH CHECK (' || seen || ')', hidden);
END $$;
--> statement-breakpoint
ALTER TABLE "sender_question" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sender_question" FORCE ROW LEVEL SECURITY;
