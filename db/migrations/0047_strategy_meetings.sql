ALTER TYPE "public"."clock_kind" ADD VALUE 'child_seen' BEFORE 'acknowledge';--> statement-breakpoint
ALTER TYPE "public"."clock_kind" ADD VALUE 'police_protection' BEFORE 'acknowledge';--> statement-breakpoint
CREATE TABLE "section47_outcome" (
	"pathway_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"conference_on" date,
	"content" "bytea" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_addendum" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attendance_id" uuid NOT NULL,
	"action_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "strategy_discussion" DROP CONSTRAINT "strategy_one_open";--> statement-breakpoint
DROP INDEX "strategy_child_discussion";--> statement-breakpoint
ALTER TABLE "section47" DROP CONSTRAINT "section47_pkey";--> statement-breakpoint
ALTER TABLE "strategy_child" DROP CONSTRAINT "strategy_child_pkey";--> statement-breakpoint
ALTER TABLE "strategy_child" ADD CONSTRAINT "strategy_child_discussion_id_pathway_id_pk" PRIMARY KEY("discussion_id","pathway_id");--> statement-breakpoint
-- What was found before is bound to its pathway: that stays its id. A new type asks no trigger, and this table takes no update.
ALTER TABLE "section47" ADD COLUMN "id" uuid;--> statement-breakpoint
ALTER TABLE "section47" ALTER COLUMN "id" TYPE uuid USING "pathway_id";--> statement-breakpoint
ALTER TABLE "section47" ADD PRIMARY KEY ("id");--> statement-breakpoint
ALTER TABLE "strategy_action" ADD COLUMN "pathway_id" uuid;--> statement-breakpoint
ALTER TABLE "strategy_action" ADD COLUMN "late_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_action" ADD COLUMN "ended_how" text;--> statement-breakpoint
ALTER TABLE "strategy_action" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "strategy_action" ADD COLUMN "ending" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "role" text;--> statement-breakpoint
SELECT set_config('frontdoor.sees', 'all', true);--> statement-breakpoint
UPDATE "strategy_attendance" SET "role" = CASE o.kind WHEN 'council' THEN 'social_care' WHEN 'voluntary' THEN 'other' ELSE o.kind::text END
  FROM "organisation" o WHERE o.id = "organisation_id";--> statement-breakpoint
ALTER TABLE "strategy_attendance" ALTER COLUMN "role" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "chase_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "chased" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "coming" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "coming_how" text;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "attendee" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "present_how" text;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "agreement" text;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "agreed_by" uuid;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD COLUMN "agreed" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "ordinal" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "previous_id" uuid;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "alarmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "joining" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "live" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "live_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "recorder_id" uuid;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "recorder_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "quorate" boolean;--> statement-breakpoint
-- Nothing was locked before without its core.
UPDATE "strategy_discussion" SET "quorate" = true WHERE "held_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "absent_because" "bytea";--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "agree_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "locked_by" uuid;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD COLUMN "locked_because" "bytea";--> statement-breakpoint
ALTER TABLE "section47_outcome" ADD CONSTRAINT "section47_outcome_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_addendum" ADD CONSTRAINT "strategy_addendum_discussion_id_strategy_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_notice" ADD CONSTRAINT "strategy_notice_attendance_id_strategy_attendance_id_fk" FOREIGN KEY ("attendance_id") REFERENCES "public"."strategy_attendance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_notice" ADD CONSTRAINT "strategy_notice_action_id_strategy_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."strategy_action"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "strategy_addendum_discussion" ON "strategy_addendum" USING btree ("discussion_id","at");--> statement-breakpoint
CREATE INDEX "strategy_notice_attendance" ON "strategy_notice" USING btree ("attendance_id");--> statement-breakpoint
ALTER TABLE "strategy_action" ADD CONSTRAINT "strategy_action_pathway_id_pathway_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathway"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD CONSTRAINT "strategy_discussion_previous_id_strategy_discussion_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."strategy_discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD CONSTRAINT "strategy_discussion_recorder_id_staff_id_fk" FOREIGN KEY ("recorder_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "strategy_action_due" ON "strategy_action" USING btree ("due_at") WHERE "strategy_action"."done_at" is null and "strategy_action"."late_told_at" is null;--> statement-breakpoint
CREATE INDEX "strategy_attendance_chase" ON "strategy_attendance" USING btree ("chase_at") WHERE "strategy_attendance"."answer" is null and "strategy_attendance"."chase_at" is not null;--> statement-breakpoint
CREATE INDEX "strategy_child_pathway" ON "strategy_child" USING btree ("pathway_id");--> statement-breakpoint
CREATE UNIQUE INDEX "strategy_one_to_hold" ON "strategy_discussion" USING btree ("contact_id") WHERE "strategy_discussion"."held_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "strategy_one_next" ON "strategy_discussion" USING btree ("previous_id");--> statement-breakpoint
CREATE INDEX "strategy_to_hold" ON "strategy_discussion" USING btree ("hold_by") WHERE "strategy_discussion"."held_at" is null;--> statement-breakpoint
CREATE INDEX "strategy_locked" ON "strategy_discussion" USING btree ("locked_at");--> statement-breakpoint
ALTER TABLE "section47" ADD CONSTRAINT "section47_once" UNIQUE("pathway_id","discussion_id");--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD CONSTRAINT "strategy_ordinal" UNIQUE("contact_id","ordinal");--> statement-breakpoint
ALTER TABLE "strategy_attendance" ADD CONSTRAINT "strategy_agreement_whole" CHECK (num_nonnulls("strategy_attendance"."agreement", "strategy_attendance"."agreed_by", "strategy_attendance"."agreed_at", "strategy_attendance"."agreed") in (0, 4));--> statement-breakpoint
ALTER TABLE "strategy_discussion" ADD CONSTRAINT "strategy_lock" CHECK ("strategy_discussion"."locked_at" is null or ("strategy_discussion"."held_at" is not null and ("strategy_discussion"."quorate" is true or "strategy_discussion"."absent_because" is not null)));
--> statement-breakpoint
GRANT SELECT, INSERT ON "strategy_notice", "strategy_addendum", "section47_outcome" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (alarmed_at, joining, live, live_at, recorder_id, recorder_until, quorate, absent_because, agree_by, locked_by, locked_because)
  ON "strategy_discussion" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (chase_at, chased, coming, coming_how, attendee, present_how, agreement, agreed_by, agreed_at, agreed)
  ON "strategy_attendance" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (late_told_at, ended_how, ended_by, ending) ON "strategy_action" TO frontdoor_app;
--> statement-breakpoint
DO $$
DECLARE
  protected text;
  kept text;
  there text;
BEGIN
  -- There when the row that they hang on is, which has a policy of its own.
  FOREACH protected IN ARRAY ARRAY['strategy_notice strategy_attendance attendance_id', 'strategy_addendum strategy_discussion discussion_id',
    'section47_outcome pathway pathway_id']
  LOOP
    there := format('(CASE WHEN current_setting(''frontdoor.sees'', true) = ''all''
        OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND current_setting(''frontdoor.hidden'', true) = ''{}'')
        OR EXISTS (SELECT FROM %I AS above WHERE above.id = %I) THEN ''yes'' ELSE ''no'' END) <> ''no''',
      split_part(protected, ' ', 2), split_part(protected, ' ', 3));
    kept := split_part(protected, ' ', 1);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING (%s)', kept, there);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE USING (%s)', kept, there);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT WITH CHECK (%s)', kept, there);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_append_only', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_no_truncate', kept);
  END LOOP;
END $$;
