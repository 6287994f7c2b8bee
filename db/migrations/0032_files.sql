ALTER TYPE "public"."job_kind" ADD VALUE 'scan-file' BEFORE 'send-message';--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "scan" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment" DROP COLUMN "quarantined_at";--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_scan_whole" CHECK (("attachment"."scan" = 'waiting') = ("attachment"."scanned_at" is null));
--> statement-breakpoint
GRANT UPDATE (particulars, scan) ON "attachment" TO frontdoor_app;
--> statement-breakpoint
-- Nobody is granted DELETE on it; the functions below run as their owner, whom row-level security binds too.
CREATE POLICY remove ON attachment FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
-- Takes away files of a form that is not sent, one or all: for whoever showed the form's secret. What a contact has stays.
CREATE FUNCTION frontdoor_drop_files(of_draft uuid, which uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  gone uuid[];
BEGIN
  IF before IS DISTINCT FROM 'own' OR current_setting('frontdoor.own_draft', true) IS DISTINCT FROM of_draft::text THEN
    RETURN 0;
  END IF;
  PERFORM set_config('frontdoor.sees', 'all', true);
  gone := ARRAY(SELECT id FROM attachment
    WHERE draft_id = of_draft AND contact_id IS NULL AND (which IS NULL OR id = which));
  DELETE FROM attachment_chunk WHERE attachment_id = ANY (gone);
  DELETE FROM attachment WHERE id = ANY (gone);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN cardinality(gone);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_drop_files(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_drop_files(uuid, uuid) TO frontdoor_app;
--> statement-breakpoint
-- A form that is never sent takes its files along.
CREATE OR REPLACE FUNCTION delete_expired_drafts(at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  expired uuid[];
  files uuid[];
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  WITH deleted AS (DELETE FROM draft WHERE expires_at < at RETURNING id) SELECT array_agg(id) INTO expired FROM deleted;
  DELETE FROM data_key WHERE subject = 'draft' AND subject_id = ANY (expired);
  files := ARRAY(SELECT id FROM attachment WHERE draft_id = ANY (expired) AND contact_id IS NULL);
  DELETE FROM attachment_chunk WHERE attachment_id = ANY (files);
  DELETE FROM attachment WHERE id = ANY (files);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN coalesce(cardinality(expired), 0);
END $$;
