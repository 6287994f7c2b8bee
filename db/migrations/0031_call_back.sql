CREATE TABLE "call_back" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"about" text NOT NULL,
	"danger" "danger" NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"asker" "bytea",
	"tries" smallint DEFAULT 0 NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	"ending" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "call_back_ended_whole" CHECK (("call_back"."ending" is null) = ("call_back"."ended_at" is null) and ("call_back"."asker" is null) = ("call_back"."ended_at" is not null))
);
--> statement-breakpoint
CREATE INDEX "call_back_open" ON "call_back" USING btree ("until_at") WHERE "call_back"."ended_at" is null;--> statement-breakpoint
GRANT SELECT, INSERT ON "call_back" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (from_at, until_at, asker, tries, taken_by, taken_at, ending, ended_by, ended_at) ON "call_back" TO frontdoor_app;
--> statement-breakpoint
-- There for whoever brings the key that it was asked for with, and for the council.
DO $$
DECLARE
  seen constant text := 'current_setting(''frontdoor.sees'', true) IN (''all'', ''cleared'', ''open'')
    OR (current_setting(''frontdoor.sees'', true) = ''own'' AND id::text = current_setting(''frontdoor.own_key'', true))';
BEGIN
  EXECUTE format('CREATE POLICY read ON call_back FOR SELECT USING (%s)', seen);
  EXECUTE format('CREATE POLICY change ON call_back FOR UPDATE USING (%s)', seen);
  EXECUTE format('CREATE POLICY add ON call_back FOR INSERT WITH CHECK (%s)', seen);
END $$;
--> statement-breakpoint
ALTER TABLE "call_back" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "call_back" FORCE ROW LEVEL SECURITY;
