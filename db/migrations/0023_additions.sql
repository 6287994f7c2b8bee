CREATE TABLE "addition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"channel" "channel" NOT NULL,
	"danger" "danger" NOT NULL,
	"content" "bytea" NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"seen_by" uuid,
	"seen_at" timestamp with time zone,
	CONSTRAINT "addition_once" UNIQUE("contact_id","idempotency_key"),
	CONSTRAINT "addition_seen_whole" CHECK (("addition"."seen_by" is null) = ("addition"."seen_at" is null))
);
--> statement-breakpoint
ALTER TABLE "addition" ADD CONSTRAINT "addition_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addition_unseen" ON "addition" USING btree ("contact_id") WHERE "addition"."seen_at" is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "addition" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (seen_by, seen_at) ON "addition" TO frontdoor_app;
--> statement-breakpoint
-- As far as the contact that it belongs to is there for the council: its policy is asked for each, and there are few.
CREATE POLICY anything ON addition USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open') AND EXISTS (SELECT FROM contact c WHERE c.id = contact_id)));
--> statement-breakpoint
ALTER TABLE addition ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE addition FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Somebody said later that a child is or may be in danger. The contact says so from now on, and unless it is Red it is
-- rated again: a rating that was given before cannot stand for it. The application may change neither what a contact said
-- nor when a clock started; this does both, and only towards more danger.
CREATE FUNCTION frontdoor_danger_added(which uuid, said danger, at timestamptz, rate_by timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before constant text := current_setting('frontdoor.sees', true);
BEGIN
  IF said = 'no' THEN RAISE EXCEPTION 'nothing takes a danger back'; END IF;
  PERFORM set_config('frontdoor.sees', 'all', true);
  UPDATE contact SET danger = said WHERE id = which AND danger <> 'yes';
  UPDATE contact SET rating = NULL, rated_at = NULL WHERE id = which AND rating <> 'R';
  IF FOUND THEN
    UPDATE clock SET started_at = at, due_at = rate_by, rule = 'elapsed minutes', stopped_at = NULL, stopped_by_id = NULL,
      alarmed_at = NULL WHERE contact_id = which AND kind = 'rating';
  END IF;
  PERFORM set_config('frontdoor.sees', before, true);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_danger_added(uuid, danger, timestamptz, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_danger_added(uuid, danger, timestamptz, timestamptz) TO frontdoor_app;
