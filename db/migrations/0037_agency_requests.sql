CREATE TABLE "agency_chase" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"chased_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" "bytea",
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "agency_question_whole" CHECK (("agency_question"."answer" is null) = ("agency_question"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "searched_systems" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"systems" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agency_reply" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_reply" ADD COLUMN "seen_by" uuid;--> statement-breakpoint
ALTER TABLE "agency_reply" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agency_request" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agency_request" ADD COLUMN "chase_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agency_request" ADD COLUMN "closed_how" text;--> statement-breakpoint
ALTER TABLE "agency_chase" ADD CONSTRAINT "agency_chase_request_id_agency_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."agency_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_question" ADD CONSTRAINT "agency_question_request_id_agency_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."agency_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "searched_systems" ADD CONSTRAINT "searched_systems_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agency_chase_once" ON "agency_chase" USING btree ("request_id","ordinal");--> statement-breakpoint
CREATE INDEX "agency_question_request" ON "agency_question" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "agency_reply_unseen" ON "agency_reply" USING btree ("request_id") WHERE "agency_reply"."seen_at" is null;--> statement-breakpoint
CREATE INDEX "agency_request_closed" ON "agency_request" USING btree ("organisation_id","closed_at") WHERE "agency_request"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "agency_request_chase" ON "agency_request" USING btree ("chase_at") WHERE "agency_request"."closed_at" is null and "agency_request"."chase_at" is not null;--> statement-breakpoint
CREATE INDEX "agency_request_due" ON "agency_request" USING btree ("due_at") WHERE "agency_request"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "agency_request" ADD CONSTRAINT "agency_request_closed_whole" CHECK (("agency_request"."closed_at" is null) = ("agency_request"."closed_how" is null));
--> statement-breakpoint
GRANT SELECT, INSERT ON "agency_question", "agency_chase", "searched_systems" TO frontdoor_app;
--> statement-breakpoint
-- What was asked, and what was answered, never changes: only how far it has come.
GRANT UPDATE (opened_at, chase_at, closed_how) ON "agency_request" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (seen_by, seen_at) ON "agency_reply" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_by, answered_at) ON "agency_question" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (systems, kept_at) ON "searched_systems" TO frontdoor_app;
--> statement-breakpoint
-- Whether another organisation may know of a contact at all: it is not gone around, and the contact is not kept from
-- the one of its people who asks.
CREATE FUNCTION frontdoor_open_to(which uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  theirs constant uuid := nullif(current_setting('frontdoor.organisation', true), '')::uuid;
  barred constant uuid[] := nullif(current_setting('frontdoor.barred', true), '')::uuid[];
  opened boolean;
BEGIN
  IF theirs IS NULL OR barred IS NULL OR which = ANY (barred) THEN RETURN false; END IF;
  PERFORM set_config('frontdoor.sees', 'all', true);
  opened := NOT EXISTS (SELECT FROM organisation_bypass WHERE contact_id = which AND organisation_id = theirs);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN opened;
END $$;
--> statement-breakpoint
-- Being asked about a contact no longer opens it: what an agency is shown stands in the request itself.
CREATE OR REPLACE FUNCTION frontdoor_involved(which uuid, working_only boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  theirs constant uuid := nullif(current_setting('frontdoor.organisation', true), '')::uuid;
  involved boolean;
BEGIN
  IF NOT frontdoor_open_to(which) THEN RETURN false; END IF;
  PERFORM set_config('frontdoor.sees', 'all', true);
  involved := EXISTS (SELECT FROM pathway JOIN team ON team.id = pathway.team_id
      WHERE pathway.contact_id = which AND team.organisation_id = theirs)
    OR (NOT working_only AND EXISTS (SELECT FROM strategy_discussion d JOIN strategy_attendance a ON a.discussion_id = d.id
      WHERE d.contact_id = which AND a.organisation_id = theirs));
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN involved;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_open_to(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_open_to(uuid) TO frontdoor_app;
--> statement-breakpoint
DROP POLICY read ON agency_request;
--> statement-breakpoint
DROP POLICY change ON agency_request;
--> statement-breakpoint
DROP POLICY add ON agency_request;
--> statement-breakpoint
DO $$
DECLARE
  -- The hub asks; an agency sees what it was asked itself, and that of nobody else.
  council constant text := 'contact_id <> ALL (((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[]))';
  theirs constant text := 'organisation_id::text = current_setting(''frontdoor.organisation'', true) AND frontdoor_open_to(contact_id)';
  seen constant text := '(CASE current_setting(''frontdoor.sees'', true) WHEN ''all'' THEN ''yes''
    WHEN ''involved'' THEN CASE WHEN %2$s THEN ''yes'' ELSE ''no'' END
    WHEN ''cleared'' THEN CASE WHEN %1$s THEN ''yes'' ELSE ''no'' END
    WHEN ''open'' THEN CASE WHEN %1$s THEN ''yes'' ELSE ''no'' END ELSE ''no'' END) <> ''no''';
  -- Not the rows below: what hangs on a request is there when the request is.
  below constant text := '(CASE WHEN current_setting(''frontdoor.sees'', true) = ''all''
      OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND current_setting(''frontdoor.hidden'', true) = ''{}'')
      OR EXISTS (SELECT FROM agency_request AS above WHERE above.id = request_id) THEN ''yes'' ELSE ''no'' END) <> ''no''';
  hanging text;
BEGIN
  EXECUTE format('CREATE POLICY read ON agency_request FOR SELECT USING (' || seen || ')', council, theirs);
  EXECUTE format('CREATE POLICY change ON agency_request FOR UPDATE USING (' || seen || ')', council, theirs);
  EXECUTE format('CREATE POLICY add ON agency_request FOR INSERT WITH CHECK (' || seen || ')', council, 'false');
  FOREACH hanging IN ARRAY ARRAY['agency_question', 'agency_chase'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING (%s)', hanging, below);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE USING (%s)', hanging, below);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT WITH CHECK (%s)', hanging, below);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', hanging);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', hanging);
  END LOOP;
END $$;
