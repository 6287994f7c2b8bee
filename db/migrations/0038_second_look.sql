CREATE TABLE "second_look" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"because" text NOT NULL,
	"outcome" "outcome",
	"level" smallint,
	"reason" "bytea",
	"looked_by" uuid,
	"looked_at" timestamp with time zone,
	CONSTRAINT "second_look_whole" CHECK (num_nonnulls("second_look"."outcome", "second_look"."level", "second_look"."reason", "second_look"."looked_by", "second_look"."looked_at") in (0, 5))
);
--> statement-breakpoint
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "second_look_waiting" ON "second_look" USING btree ("decision_id") WHERE "second_look"."looked_at" is null;--> statement-breakpoint
CREATE INDEX "second_look_made" ON "second_look" USING btree ("looked_at") WHERE "second_look"."looked_at" is not null;--> statement-breakpoint
CREATE INDEX "second_look_contact" ON "second_look" USING btree ("contact_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "second_look" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (outcome, level, reason, looked_by, looked_at) ON "second_look" TO frontdoor_app;
--> statement-breakpoint
-- The council's, where the contact is not hidden from whoever asks; who among them may look is the services' to say.
DO $$
DECLARE
  seen constant text := '(CASE current_setting(''frontdoor.sees'', true) WHEN ''all'' THEN ''yes''
    WHEN ''cleared'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END
    WHEN ''open'' THEN CASE WHEN contact_id <> ALL (%1$s) THEN ''yes'' ELSE ''no'' END ELSE ''no'' END) <> ''no''';
  hidden constant text := '((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])';
BEGIN
  EXECUTE format('CREATE POLICY read ON second_look FOR SELECT USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY change ON second_look FOR UPDATE USING (' || seen || ')', hidden);
  EXECUTE format('CREATE POLICY add ON second_look FOR INSERT WITH CHECK (' || seen || ')', hidden);
END $$;
--> statement-breakpoint
ALTER TABLE "second_look" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "second_look" FORCE ROW LEVEL SECURITY;
