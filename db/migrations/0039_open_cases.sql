CREATE TABLE "open_case_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"open_case_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"contact_child_id" uuid NOT NULL,
	"answer" "link_answer" NOT NULL,
	"reason" "bytea" NOT NULL,
	"made_link" boolean NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "open_case_key" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"open_case_id" uuid NOT NULL,
	CONSTRAINT "open_case_key_kind_value_open_case_id_pk" PRIMARY KEY("kind","value","open_case_id")
);
--> statement-breakpoint
CREATE TABLE "open_case_load" (
	"id" uuid PRIMARY KEY NOT NULL,
	"as_at" timestamp with time zone NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	"how" text NOT NULL,
	"cases" integer NOT NULL,
	"opened" integer NOT NULL,
	"changed" integer NOT NULL,
	"closed" integer NOT NULL,
	"refused" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "open_case" ADD COLUMN "row_hash" "bytea";--> statement-breakpoint
ALTER TABLE "open_case_answer" ADD CONSTRAINT "open_case_answer_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_case_answer" ADD CONSTRAINT "open_case_answer_contact_child_id_contact_child_id_fk" FOREIGN KEY ("contact_child_id") REFERENCES "public"."contact_child"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_case_key" ADD CONSTRAINT "open_case_key_open_case_id_open_case_id_fk" FOREIGN KEY ("open_case_id") REFERENCES "public"."open_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "open_case_answer_once" ON "open_case_answer" USING btree ("contact_child_id","open_case_id") WHERE "open_case_answer"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "open_case_answer_contact" ON "open_case_answer" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "open_case_answer_case" ON "open_case_answer" USING btree ("open_case_id");--> statement-breakpoint
CREATE INDEX "open_case_key_case" ON "open_case_key" USING btree ("open_case_id");--> statement-breakpoint
CREATE INDEX "open_case_load_as_at" ON "open_case_load" USING btree ("as_at");--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "open_case_key" TO frontdoor_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "open_case_answer", "open_case_load" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_by, ended_at) ON "open_case_answer" TO frontdoor_app;
--> statement-breakpoint
-- A key is there when its case is; what was said about a case when its contact is. Both have policies of their own.
CREATE POLICY read ON open_case_key FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM open_case o WHERE o.id = open_case_id)));
--> statement-breakpoint
CREATE POLICY add ON open_case_key FOR INSERT WITH CHECK (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
CREATE POLICY remove ON open_case_key FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
CREATE POLICY anything ON open_case_answer USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM contact c WHERE c.id = contact_id)));
--> statement-breakpoint
ALTER TABLE "open_case_key" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "open_case_key" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "open_case_answer" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "open_case_answer" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A case that closed and that nobody said is somebody here is none of the hub's business any more, and goes with its key.
CREATE FUNCTION frontdoor_forget_closed_cases() RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  gone integer;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  WITH forgotten AS (DELETE FROM open_case WHERE closed_at IS NOT NULL AND person_id IS NULL RETURNING id),
    keys AS (DELETE FROM data_key USING forgotten WHERE data_key.subject::text = 'case' AND data_key.subject_id = forgotten.id)
    SELECT count(*) INTO gone FROM forgotten;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN gone;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_forget_closed_cases() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_forget_closed_cases() TO frontdoor_app;
