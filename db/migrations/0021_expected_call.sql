CREATE TABLE "expected_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"audience" "audience" NOT NULL,
	"danger" "danger" NOT NULL,
	"called_999" text,
	"since" timestamp with time zone NOT NULL,
	"contact_id" uuid,
	"ending" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "expected_call_draft_id_unique" UNIQUE("draft_id"),
	CONSTRAINT "expected_call_ended_whole" CHECK (("expected_call"."ending" is null) = ("expected_call"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "expected_call" ADD CONSTRAINT "expected_call_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expected_call_open" ON "expected_call" USING btree ("since") WHERE "expected_call"."ended_at" is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "expected_call" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (danger, called_999, contact_id, ending, ended_by, ended_at) ON "expected_call" TO frontdoor_app;
--> statement-breakpoint
-- There for whoever showed the secret of its form, and for the council; one that became a contact which does not exist for
-- somebody does not either.
DO $$
DECLARE
  seen constant text := 'current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.sees'', true) = ''own'' AND draft_id::text = current_setting(''frontdoor.own_draft'', true))
    OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND (contact_id IS NULL OR contact_id <> ALL (
      (SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])))';
BEGIN
  EXECUTE format('CREATE POLICY read ON expected_call FOR SELECT USING (%s)', seen);
  EXECUTE format('CREATE POLICY change ON expected_call FOR UPDATE USING (%s)', seen);
  EXECUTE format('CREATE POLICY add ON expected_call FOR INSERT WITH CHECK (%s)', seen);
END $$;
--> statement-breakpoint
ALTER TABLE expected_call ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE expected_call FORCE ROW LEVEL SECURITY;
