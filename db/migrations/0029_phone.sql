ALTER TYPE "public"."data_key_subject" ADD VALUE 'call' BEFORE 'webhook';--> statement-breakpoint
CREATE TABLE "phone_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taken_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"typed" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending" text,
	"contact_id" uuid
);
--> statement-breakpoint
ALTER TABLE "phone_call" ADD CONSTRAINT "phone_call_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phone_call_open" ON "phone_call" USING btree ("taken_by","started_at") WHERE "phone_call"."ended_at" is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "phone_call" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (typed, saved_at, ended_at, ending, contact_id) ON "phone_call" TO frontdoor_app;
--> statement-breakpoint
-- A call is there for whoever took it, and for the services that send it on.
DO $$
DECLARE
  seen constant text := 'current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'')
      AND taken_by::text = current_setting(''frontdoor.actor_id'', true))';
BEGIN
  EXECUTE format('CREATE POLICY read ON phone_call FOR SELECT USING (%s)', seen);
  EXECUTE format('CREATE POLICY change ON phone_call FOR UPDATE USING (%s)', seen);
  EXECUTE format('CREATE POLICY add ON phone_call FOR INSERT WITH CHECK (%s)', seen);
END $$;
--> statement-breakpoint
ALTER TABLE "phone_call" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "phone_call" FORCE ROW LEVEL SECURITY;
