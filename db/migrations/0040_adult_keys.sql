CREATE TABLE "adult_key" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"contact_adult_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "adult_key_kind_value_contact_adult_id_pk" PRIMARY KEY("kind","value","contact_adult_id")
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "keyed_with" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "adult_key_adult" ON "adult_key" USING btree ("contact_adult_id");--> statement-breakpoint
CREATE INDEX "contact_to_key" ON "contact" USING btree ("id") WHERE "contact"."keyed_with" < 1;--> statement-breakpoint
CREATE INDEX "contact_adult_born" ON "contact_adult" USING btree ("date_of_birth","id") WHERE "contact_adult"."date_of_birth" is not null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "adult_key" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (keyed_with) ON "contact" TO frontdoor_app;
--> statement-breakpoint
-- As `match_key` is guarded: the council alone, and nothing of a contact that is hidden from whoever asks.
DO $$
DECLARE
  may_read constant text := '(CASE current_setting(''frontdoor.sees'', true)
    WHEN ''all'' THEN ''yes'' WHEN ''involved'' THEN ''no'' WHEN ''own'' THEN ''no'' WHEN ''nothing'' THEN ''no''
    ELSE CASE WHEN contact_id <> ALL (((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[]))
      THEN ''yes'' ELSE ''no'' END END) <> ''no''';
BEGIN
  EXECUTE 'CREATE POLICY read ON adult_key FOR SELECT USING (' || may_read || ')';
  EXECUTE 'CREATE POLICY change ON adult_key FOR UPDATE USING (' || may_read || ')';
  EXECUTE 'CREATE POLICY add ON adult_key FOR INSERT WITH CHECK (current_setting(''frontdoor.sees'', true) = ''own'' OR ' || may_read || ')';
  CREATE POLICY remove ON adult_key FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');
  ALTER TABLE adult_key ENABLE ROW LEVEL SECURITY;
  ALTER TABLE adult_key FORCE ROW LEVEL SECURITY;
END $$;
--> statement-breakpoint
-- What an adult is found by goes with the contact, and so do the words of their name that nobody else bears.
CREATE OR REPLACE FUNCTION frontdoor_erase_contact(which uuid, asked uuid, ground text, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  row_of contact;
  children uuid[];
  adults uuid[];
  sender uuid;
  words text[];
  because text[];
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  SELECT * INTO row_of FROM contact WHERE id = which FOR UPDATE;
  IF row_of.id IS NULL THEN RAISE EXCEPTION 'no such contact'; END IF;
  IF row_of.erased_at IS NOT NULL THEN
    PERFORM set_config('frontdoor.sees', before, true);
    RETURN false;
  END IF;
  children := ARRAY(SELECT id FROM contact_child WHERE contact_id = which);
  adults := ARRAY(SELECT id FROM contact_adult WHERE contact_id = which);
  SELECT id INTO sender FROM referrer WHERE contact_id = which;
  -- A hold that is being placed on one of them has locked the row: this waits for it and then sees it.
  PERFORM FROM person WHERE id IN (SELECT person_id FROM person_link
    WHERE contact_child_id = ANY (children) OR contact_adult_id = ANY (adults)) ORDER BY id FOR UPDATE;
  IF NOT EXISTS (SELECT FROM proposal p WHERE p.id = asked AND p.ended_how = 'confirmed' AND p.ended_by <> p.asked_by
    AND ((p.kind = 'erase-contact' AND p.subject_id = which)
      OR (p.kind = 'erase-person' AND EXISTS (SELECT FROM person_link l WHERE l.person_id = p.subject_id
        AND l.answer = 'same' AND l.ended_at IS NULL
        AND (l.contact_child_id = ANY (children) OR l.contact_adult_id = ANY (adults))))
      OR (p.kind = 'retention-run' AND EXISTS (SELECT FROM retention_item i
        WHERE i.run_id = p.subject_id AND i.contact_id = which))))
  THEN RAISE EXCEPTION 'two people have not agreed to erase this' USING ERRCODE = 'insufficient_privilege'; END IF;
  because := frontdoor_keeps(which, at);
  PERFORM set_config('frontdoor.sees', 'all', true);
  IF because <> '{}' THEN RAISE EXCEPTION 'kept: %', because USING ERRCODE = 'restrict_violation'; END IF;

  UPDATE data_key SET wrapped = NULL, destroyed_at = at WHERE wrapped IS NOT NULL
    AND ((subject = 'contact' AND subject_id = which) OR (subject = 'referrer' AND subject_id = sender)
      OR (subject = 'proposal' AND subject_id IN (SELECT p.id FROM proposal p
        WHERE p.subject_id = which OR p.subject_id = ANY (children) OR p.subject_id = ANY (adults))));
  UPDATE contact SET erased_at = at, erased_ground = ground, next_event_at = NULL, body_hash = ''::bytea WHERE id = which;
  UPDATE contact_child SET first_name = NULL, last_name = NULL, also_known_as = NULL, date_of_birth = NULL,
    estimated_age = NULL, due_date = NULL, postcode = NULL WHERE contact_id = which;
  UPDATE contact_adult SET name = '', date_of_birth = NULL WHERE contact_id = which;
  UPDATE referrer SET can_be_emailed = false WHERE contact_id = which;
  UPDATE transfer SET receiving_authority = '' WHERE pathway_id IN (SELECT id FROM pathway WHERE contact_id = which);
  -- What a mail server answered can hold the address that it was told.
  UPDATE delivery SET server_reply = NULL WHERE outbox_id IN (SELECT id FROM outbox WHERE kind = 'send-message'
    AND subject_id IN (SELECT which UNION SELECT id FROM decision WHERE contact_id = which));
  UPDATE outbox SET done_at = at, lease_until = NULL WHERE kind = 'send-message' AND done_at IS NULL
    AND subject_id IN (SELECT which UNION SELECT id FROM decision WHERE contact_id = which);
  DELETE FROM attachment_chunk WHERE attachment_id IN (SELECT id FROM attachment WHERE contact_id = which);
  DELETE FROM match_candidate WHERE contact_id = which OR earlier_child_id = ANY (children);
  DELETE FROM restricted_key WHERE contact_child_id = ANY (children);
  DELETE FROM contact_bar WHERE contact_id = which;
  DELETE FROM kept_form WHERE path LIKE '%/' || row_of.reference || '%';
  WITH sent AS (DELETE FROM draft WHERE submission_key = row_of.idempotency_key RETURNING id)
    DELETE FROM data_key USING sent WHERE data_key.subject = 'draft' AND data_key.subject_id = sent.id;
  -- A form that is being sent writes its words before its keys, and holds this lock with others until both are there.
  PERFORM pg_advisory_xact_lock(frontdoor_restrictions());
  words := ARRAY(SELECT value FROM match_key WHERE contact_child_id = ANY (children) AND kind = 'name'
    UNION SELECT value FROM adult_key WHERE contact_adult_id = ANY (adults) AND kind = 'name');
  DELETE FROM match_key WHERE contact_child_id = ANY (children);
  DELETE FROM adult_key WHERE contact_adult_id = ANY (adults);
  DELETE FROM name WHERE token = ANY (words)
    AND NOT EXISTS (SELECT FROM match_key k WHERE k.kind = 'name' AND k.value = name.token)
    AND NOT EXISTS (SELECT FROM adult_key k WHERE k.kind = 'name' AND k.value = name.token);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN true;
END $$;
--> statement-breakpoint
-- Schools are kept as keyed hashes too.
CREATE OR REPLACE FUNCTION frontdoor_rekey(child uuid, kinds text[], vals text[]) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  keyed constant text[] := ARRAY['nhs', 'upn', 'phone', 'address', 'school'];
  of_contact uuid;
  restrictions uuid[];
BEGIN
  IF NOT kinds <@ keyed OR EXISTS (SELECT FROM unnest(vals) AS one WHERE one !~ '^([0-9]{1,4}:)?[0-9a-f]{64}$')
  THEN RAISE EXCEPTION 'only keyed hashes are kept anew'; END IF;
  PERFORM pg_advisory_xact_lock_shared(frontdoor_restrictions());
  PERFORM set_config('frontdoor.sees', 'all', true);
  SELECT contact_id INTO of_contact FROM contact_child WHERE id = child;
  PERFORM FROM data_key WHERE subject = 'contact' AND subject_id = of_contact AND wrapped IS NOT NULL FOR SHARE SKIP LOCKED;
  IF NOT FOUND THEN
    PERFORM set_config('frontdoor.sees', before, true);
    RETURN false;
  END IF;
  restrictions := ARRAY(SELECT DISTINCT restriction_id FROM restricted_key WHERE contact_child_id = child);
  -- Another run may have done it while this one waited: what it kept is the same.
  DELETE FROM match_key WHERE contact_child_id = child AND kind = ANY (keyed);
  DELETE FROM restricted_key WHERE contact_child_id = child AND kind = ANY (keyed);
  INSERT INTO match_key (kind, value, contact_child_id, contact_id)
    SELECT kind, value, child, of_contact FROM unnest(kinds, vals) AS new(kind, value)
    ON CONFLICT DO NOTHING;
  INSERT INTO restricted_key (restriction_id, kind, value, contact_child_id)
    SELECT restriction, kind, value, child FROM unnest(restrictions) AS restriction, unnest(kinds, vals) AS new(kind, value)
    ON CONFLICT DO NOTHING;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN true;
END $$;
