ALTER TABLE "attachment" ADD COLUMN "call_id" uuid;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "addition_id" uuid;--> statement-breakpoint
CREATE INDEX "attachment_call" ON "attachment" USING btree ("call_id") WHERE "attachment"."call_id" is not null;--> statement-breakpoint
CREATE INDEX "attachment_unchecked" ON "attachment" USING btree ("scanned_at") WHERE "attachment"."scan" = 'unchecked';
--> statement-breakpoint
-- Takes away files of a call that is not sent, one or all: for whoever takes it. What a contact has stays.
CREATE FUNCTION frontdoor_drop_call_files(of_call uuid, which uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  gone uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM phone_call WHERE id = of_call AND ended_at IS NULL
      AND taken_by::text = current_setting('frontdoor.actor_id', true)) THEN
    RETURN 0;
  END IF;
  PERFORM set_config('frontdoor.sees', 'all', true);
  gone := ARRAY(SELECT id FROM attachment
    WHERE call_id = of_call AND contact_id IS NULL AND (which IS NULL OR id = which));
  DELETE FROM attachment_chunk WHERE attachment_id = ANY (gone);
  DELETE FROM attachment WHERE id = ANY (gone);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN cardinality(gone);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_drop_call_files(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_drop_call_files(uuid, uuid) TO frontdoor_app;
