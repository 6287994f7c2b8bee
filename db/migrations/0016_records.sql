ALTER TYPE "public"."data_key_subject" ADD VALUE 'proposal';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'run-retention' BEFORE 'heartbeat';--> statement-breakpoint
CREATE TABLE "access_choice" (
	"proposal_id" uuid NOT NULL,
	"item" text NOT NULL,
	"choice" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_choice_proposal_id_item_pk" PRIMARY KEY("proposal_id","item")
);
--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid,
	"person_id" uuid,
	"reason" "bytea" NOT NULL,
	"review_on" date NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lift_reason" "bytea",
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "legal_hold_one_subject" CHECK (num_nonnulls("legal_hold"."contact_id", "legal_hold"."person_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"reason" "bytea" NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_how" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "proposal_two_people" CHECK ("proposal"."ended_how" is distinct from 'confirmed' or ("proposal"."ended_by" is not null and "proposal"."ended_by" <> "proposal"."asked_by")),
	CONSTRAINT "proposal_whole" CHECK (num_nulls("proposal"."ended_how", "proposal"."ended_at") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "retention_item" (
	"run_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone,
	"kept_because" text,
	CONSTRAINT "retention_item_run_id_contact_id_pk" PRIMARY KEY("run_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "erased_ground" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "access_choice" ADD CONSTRAINT "access_choice_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_choice" ADD CONSTRAINT "access_choice_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_placed_by_staff_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_lifted_by_staff_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_item" ADD CONSTRAINT "retention_item_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "legal_hold_contact" ON "legal_hold" USING btree ("contact_id") WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "legal_hold_person" ON "legal_hold" USING btree ("person_id") WHERE "legal_hold"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_open" ON "proposal" USING btree ("kind","subject_id") WHERE "proposal"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "proposal_asked" ON "proposal" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "proposal_subject" ON "proposal" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "retention_item_contact" ON "retention_item" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "retention_item_to_do" ON "retention_item" USING btree ("run_id") WHERE "retention_item"."done_at" is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "proposal", "legal_hold", "retention_item", "access_choice" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_how, ended_by, ended_at) ON "proposal" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (lift_reason, lifted_by, lifted_at) ON "legal_hold" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (done_at, kept_because) ON "retention_item" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (choice, reason, by, at), DELETE ON "access_choice" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (legal_hold) ON "contact", "person" TO frontdoor_app;
--> statement-breakpoint
-- Holds are for those who keep records and for whoever is cleared as they are; never about somebody's own family.
DO $$
DECLARE
  hidden constant text := '((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])';
  unknown_persons constant text := '((SELECT nullif(current_setting(''frontdoor.hidden_persons'', true), '''')::uuid[])::uuid[])';
BEGIN
  EXECUTE format('CREATE POLICY anything ON legal_hold USING (current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.sees'', true) = ''cleared''
      AND (contact_id IS NULL OR contact_id <> ALL (%s)) AND (person_id IS NULL OR person_id <> ALL (%s))))', hidden, unknown_persons);
END $$;
--> statement-breakpoint
ALTER TABLE "legal_hold" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "legal_hold" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Nobody is granted DELETE on these; the functions below run as their owner, whom row-level security binds too.
DO $$
DECLARE emptied text;
BEGIN
  FOREACH emptied IN ARRAY ARRAY['attachment_chunk', 'match_candidate', 'match_key', 'contact_bar', 'open_case', 'residence', 'relationship']
  LOOP
    EXECUTE format('CREATE POLICY remove ON %I FOR DELETE USING (current_setting(''frontdoor.sees'', true) = ''all'')', emptied);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whether a hold stands on a contact, or on somebody whom a person said is in it, even if they took that back since:
-- taking back an answer about a match must not be a way around a hold.
CREATE FUNCTION frontdoor_held(which uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM legal_hold WHERE contact_id = which AND lifted_at IS NULL)
    OR EXISTS (SELECT FROM contact_child c JOIN person_link l ON l.contact_child_id = c.id
      JOIN legal_hold h ON h.person_id = l.person_id
      WHERE c.contact_id = which AND l.answer = 'same' AND h.lifted_at IS NULL)
    OR EXISTS (SELECT FROM contact_adult a JOIN person_link l ON l.contact_adult_id = a.id
      JOIN legal_hold h ON h.person_id = l.person_id
      WHERE a.contact_id = which AND l.answer = 'same' AND h.lifted_at IS NULL);
--> statement-breakpoint
-- Why a contact is not erased, as codes of domain/erasure.ts; none when it may be. One place for the page that lists, the
-- service that erases and the function that does it, so that they cannot disagree.
CREATE FUNCTION frontdoor_keeps(which uuid, at timestamptz) RETURNS text[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  because text[];
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  because := array_remove(ARRAY[
    CASE WHEN frontdoor_held(which) THEN 'held' END,
    CASE WHEN EXISTS (SELECT FROM contact_child c WHERE c.contact_id = which AND c.state <> 'decided'
        AND coalesce((SELECT s.standing FROM child_standing s WHERE s.contact_child_id = c.id
          ORDER BY s.ruled_at DESC, s.id DESC LIMIT 1), c.standing) <> 'considered') THEN 'waiting' END,
    -- What was accepted is the receiving team's record; a year later nobody looks for it here.
    CASE WHEN EXISTS (SELECT FROM pathway p WHERE p.contact_id = which AND p.closed_at IS NULL
        AND (p.accepted_at IS NULL OR p.accepted_at > at - interval '1 year')) THEN 'open-work' END,
    CASE WHEN EXISTS (SELECT FROM contact_child c JOIN person_link l ON l.contact_child_id = c.id
        JOIN open_case o ON o.person_id = l.person_id
        WHERE c.contact_id = which AND l.answer = 'same' AND l.ended_at IS NULL AND o.closed_at IS NULL) THEN 'open-case' END,
    CASE WHEN EXISTS (SELECT FROM lado_record r WHERE r.contact_id = which) THEN 'other-record' END], NULL);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN because;
END $$;
--> statement-breakpoint
-- Whoever finds another way to a data key finds the hold there too.
CREATE FUNCTION keep_held_key() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  held boolean;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  held := CASE OLD.subject
    WHEN 'contact' THEN frontdoor_held(OLD.subject_id)
    WHEN 'referrer' THEN EXISTS (SELECT FROM referrer r WHERE r.id = OLD.subject_id AND frontdoor_held(r.contact_id))
    WHEN 'lado' THEN EXISTS (SELECT FROM lado_record r WHERE r.id = OLD.subject_id AND frontdoor_held(r.contact_id))
    WHEN 'person' THEN EXISTS (SELECT FROM legal_hold h WHERE h.person_id = OLD.subject_id AND h.lifted_at IS NULL)
    ELSE false END;
  PERFORM set_config('frontdoor.sees', before, true);
  IF held THEN RAISE EXCEPTION 'a legal hold keeps this key' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER data_key_held BEFORE UPDATE OF wrapped ON "data_key" FOR EACH ROW
  WHEN (OLD.wrapped IS NOT NULL AND NEW.wrapped IS NULL) EXECUTE FUNCTION keep_held_key();
--> statement-breakpoint
-- As text: a value that was added to the type in this transaction cannot be named as one before it has ended.
CREATE TRIGGER data_key_held_delete BEFORE DELETE ON "data_key" FOR EACH ROW
  WHEN (OLD.subject::text IN ('contact', 'referrer', 'lado', 'person')) EXECUTE FUNCTION keep_held_key();
--> statement-breakpoint
-- Erases what a contact says and about whom, and leaves that there was one: its reference, its times, its outcomes. What
-- is sealed goes with the key; what is readable is emptied; what it could be found by is deleted. The application may do
-- none of that by itself: two people must have said so, in a proposal or in a run that names it.
-- Returns false when it was erased before.
CREATE FUNCTION frontdoor_erase_contact(which uuid, asked uuid, ground text, at timestamptz) RETURNS boolean
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
  words := ARRAY(SELECT DISTINCT value FROM match_key WHERE contact_child_id = ANY (children) AND kind = 'name');
  DELETE FROM match_key WHERE contact_child_id = ANY (children);
  DELETE FROM name WHERE token = ANY (words)
    AND NOT EXISTS (SELECT FROM match_key k WHERE k.kind = 'name' AND k.value = name.token);
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN true;
END $$;
--> statement-breakpoint
-- What is known of a person beyond their contacts, once all of those are erased. Returns false when it was before.
CREATE FUNCTION frontdoor_erase_person(which uuid, asked uuid, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  done timestamptz;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  SELECT erased_at INTO STRICT done FROM person WHERE id = which FOR UPDATE;
  IF done IS NOT NULL THEN
    PERFORM set_config('frontdoor.sees', before, true);
    RETURN false;
  END IF;
  IF NOT EXISTS (SELECT FROM proposal p WHERE p.id = asked AND p.ended_how = 'confirmed' AND p.ended_by <> p.asked_by
    AND p.kind = 'erase-person' AND p.subject_id = which)
  THEN RAISE EXCEPTION 'two people have not agreed to erase this' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF EXISTS (SELECT FROM open_case WHERE person_id = which AND closed_at IS NULL)
    OR EXISTS (SELECT FROM person_link l
      LEFT JOIN contact_child c ON c.id = l.contact_child_id LEFT JOIN contact_adult a ON a.id = l.contact_adult_id
      JOIN contact ON contact.id = coalesce(c.contact_id, a.contact_id)
      WHERE l.person_id = which AND l.answer = 'same' AND l.ended_at IS NULL AND contact.erased_at IS NULL)
  THEN RAISE EXCEPTION 'kept: something about them is not erased' USING ERRCODE = 'restrict_violation'; END IF;
  UPDATE data_key SET wrapped = NULL, destroyed_at = at WHERE wrapped IS NOT NULL
    AND ((subject = 'person' AND subject_id = which)
      OR (subject = 'case' AND subject_id IN (SELECT id FROM open_case WHERE person_id = which))
      OR (subject = 'proposal' AND subject_id IN (SELECT p.id FROM proposal p WHERE p.subject_id = which)));
  DELETE FROM open_case WHERE person_id = which;
  DELETE FROM residence WHERE person_id = which;
  DELETE FROM relationship WHERE from_person_id = which OR to_person_id = which;
  DELETE FROM restricted_key WHERE restriction_id IN (SELECT id FROM restriction WHERE person_id = which);
  UPDATE person SET erased_at = at, safe_contact = NULL WHERE id = which;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN true;
END $$;
--> statement-breakpoint
DO $$
DECLARE callable text;
BEGIN
  FOREACH callable IN ARRAY ARRAY['frontdoor_keeps(uuid, timestamptz)', 'frontdoor_held(uuid)',
    'frontdoor_erase_contact(uuid, uuid, text, timestamptz)', 'frontdoor_erase_person(uuid, uuid, timestamptz)']
  LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || callable || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || callable || ' TO frontdoor_app';
  END LOOP;
END $$;
