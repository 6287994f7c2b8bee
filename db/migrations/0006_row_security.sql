-- The second wall (docs/decisions/010): whatever a statement forgets to ask, the rows that are not the actor's are not
-- there. The unit of work says in each transaction who acts, as settings that end with it; where they are missing
-- nothing is there at all. What a role may do with what it sees is domain/permissions.ts.
--
--   frontdoor.sees            'all' the processes themselves · 'cleared' and 'open' staff of the council ·
--                             'involved' staff of other organisations · 'own' somebody with a form
--   frontdoor.hidden          contacts that do not exist for this actor; frontdoor.hidden_persons likewise
--   frontdoor.opened, .barred what they opened in an emergency, what they must never know of
--   frontdoor.own_draft, .own_key  the draft whose address and secret were shown, and the key that it was sent under

GRANT SELECT, INSERT ON "restriction", "restricted_contact", "restricted_key", "contact_bar", "organisation_bypass", "broken_glass" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (lift_reason, lift_asked_by, lift_asked_at, lifted_by, lifted_at) ON "restriction" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (since, end_reason, ended_by, ended_at) ON "restricted_contact" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (since, ended_at) ON "contact_bar" TO frontdoor_app;
--> statement-breakpoint
GRANT UPDATE (ended_at, review_note, finding, reviewed_by, reviewed_at) ON "broken_glass" TO frontdoor_app;
--> statement-breakpoint
-- A function that has to see everything says so for as long as it runs, and tells only what it was asked. (It owns the
-- tables, and row-level security binds the owner too; a function may not carry the setting itself unless a superuser
-- made it.) An error ends the transaction, and the setting with it.
--
-- What an actor must not see, worked out once a transaction.
CREATE FUNCTION frontdoor_hidden(actor uuid, uncleared boolean, opened uuid[], barred uuid[], OUT contacts text, OUT persons text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before constant text := current_setting('frontdoor.sees', true);
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  SELECT coalesce(array_agg(hidden.id), '{}')::text INTO contacts FROM (
    SELECT id FROM contact WHERE uncleared AND cleared_only_since IS NOT NULL AND id <> ALL (opened)
    UNION SELECT unnest(barred)) AS hidden;
  SELECT coalesce(array_agg(person_id), '{}')::text INTO persons FROM restriction
    WHERE lifted_at IS NULL AND (uncleared OR staff_id = actor);
  PERFORM set_config('frontdoor.sees', before, true);
END $$;
--> statement-breakpoint
-- Whether another organisation has to do with a contact: with its work or, when that is enough, invited to its
-- discussion or asked about it.
CREATE FUNCTION frontdoor_involved(which uuid, working_only boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  theirs constant uuid := nullif(current_setting('frontdoor.organisation', true), '')::uuid;
  barred constant uuid[] := nullif(current_setting('frontdoor.barred', true), '')::uuid[];
  involved boolean;
BEGIN
  IF theirs IS NULL OR barred IS NULL OR which = ANY (barred) THEN RETURN false; END IF;
  PERFORM set_config('frontdoor.sees', 'all', true);
  involved := NOT EXISTS (SELECT FROM organisation_bypass WHERE contact_id = which AND organisation_id = theirs)
    AND (EXISTS (SELECT FROM pathway JOIN team ON team.id = pathway.team_id
        WHERE pathway.contact_id = which AND team.organisation_id = theirs)
      OR (NOT working_only AND (
        EXISTS (SELECT FROM strategy_discussion d JOIN strategy_attendance a ON a.discussion_id = d.id
          WHERE d.contact_id = which AND a.organisation_id = theirs)
        OR EXISTS (SELECT FROM agency_request WHERE contact_id = which AND organisation_id = theirs))));
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN involved;
END $$;
--> statement-breakpoint
-- Whether a contact is what the sender of a form sent.
CREATE FUNCTION frontdoor_sent(which uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  sent boolean;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  sent := EXISTS (SELECT FROM contact
    WHERE id = which AND idempotency_key::text = current_setting('frontdoor.own_key', true));
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN sent;
END $$;
--> statement-breakpoint
-- Restricted children who share a key or a similar surname with one who arrives, for the comparison inside submit, and
-- restrictions whose member of staff is named. A row of nulls says that it could not be found out.
CREATE FUNCTION frontdoor_restricted_like(kinds text[], vals text[], surnames text[])
  RETURNS TABLE (restriction_id uuid, staff_id uuid, child contact_child, received_at timestamptz, wrap_version smallint, wrapped bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before constant text := current_setting('frontdoor.sees', true);
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  RETURN QUERY
    WITH standing AS (SELECT r.id, r.staff_id FROM restriction r WHERE r.lifted_at IS NULL),
    found AS (
      SELECT DISTINCT standing.id, standing.staff_id, k.contact_child_id
      FROM unnest(kinds, vals) AS wanted(kind, value)
      JOIN restricted_key k ON k.kind = wanted.kind AND k.value = wanted.value
      JOIN standing ON standing.id = k.restriction_id
      UNION
      SELECT standing.id, standing.staff_id, k.contact_child_id
      FROM unnest(surnames) AS wanted(surname) JOIN restricted_key k ON k.kind = 'name' AND k.value % wanted.surname
      JOIN standing ON standing.id = k.restriction_id)
    SELECT found.id, found.staff_id, c, contact.received_at, d.wrap_version, d.wrapped
    FROM found
    LEFT JOIN contact_child c ON c.id = found.contact_child_id
    LEFT JOIN contact ON contact.id = c.contact_id
    LEFT JOIN data_key d ON d.subject = 'contact' AND d.subject_id = c.contact_id;
  PERFORM set_config('frontdoor.sees', before, true);
EXCEPTION WHEN OTHERS OR query_canceled THEN
  RETURN QUERY SELECT NULL::uuid, NULL::uuid, NULL::contact_child, NULL::timestamptz, NULL::smallint, NULL::bytea;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION delete_expired_drafts(at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  gone integer;
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  WITH expired AS (DELETE FROM draft WHERE expires_at < at RETURNING id)
  DELETE FROM data_key USING expired WHERE data_key.subject = 'draft' AND data_key.subject_id = expired.id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN gone;
END $$;
--> statement-breakpoint
DO $$
DECLARE callable text;
BEGIN
  FOREACH callable IN ARRAY ARRAY['frontdoor_hidden(uuid, boolean, uuid[], uuid[])',
    'frontdoor_involved(uuid, boolean)', 'frontdoor_sent(uuid)', 'frontdoor_restricted_like(text[], text[], text[])']
  LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || callable || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || callable || ' TO frontdoor_app';
  END LOOP;
END $$;
--> statement-breakpoint
-- A policy is written as "not no": the planner takes a comparison that it knows nothing of for nearly always true, and
-- a bare CASE for true half the time, which at eight joins would make it plan for a 256th of the rows. The lists are
-- read in sub-selects so that they are parsed once a statement and not once a row. After a transaction that set it, a
-- setting is empty and no longer missing: both find nothing.
DO $$
DECLARE
  hidden constant text := '((SELECT nullif(current_setting(''frontdoor.hidden'', true), '''')::uuid[])::uuid[])';
  opened constant text := '((SELECT nullif(current_setting(''frontdoor.opened'', true), '''')::uuid[])::uuid[])';
  barred constant text := '((SELECT nullif(current_setting(''frontdoor.barred'', true), '''')::uuid[])::uuid[])';
  unknown_persons constant text := '((SELECT nullif(current_setting(''frontdoor.hidden_persons'', true), '''')::uuid[])::uuid[])';
  actor constant text := 'nullif(current_setting(''frontdoor.actor_id'', true), '''')::uuid';
  -- Sending a form writes these and reads none of them.
  intake constant text[] := ARRAY['contact', 'contact_child', 'contact_adult', 'contact_snapshot', 'referrer', 'attachment',
    'hold', 'clock', 'match_key', 'restricted_contact', 'contact_bar'];
  -- What another organisation reads of a contact that it has to do with; the rest only where it has the work.
  shared constant text[] := ARRAY['contact', 'contact_child', 'pathway', 'decision', 'strategy_discussion'];
  made text[];
  protected text;
  council text;
  others text;
  sender text;
  may_read text;
  may_add text;
BEGIN
  -- Tables of one contact.
  FOREACH protected IN ARRAY ARRAY['contact', 'contact_child', 'contact_adult', 'contact_snapshot', 'referrer', 'rating', 'hold',
    'note', 'enquiry', 'agency_request', 'recommendation', 'decision', 'clock', 'pathway', 'strategy_discussion', 'feedback',
    'challenge', 'match_key', 'match_candidate', 'restricted_contact', 'organisation_bypass', 'contact_bar', 'attachment']
  LOOP
    council := format('%s <> ALL (%s)', CASE protected WHEN 'contact' THEN 'id' ELSE 'contact_id' END, hidden);
    others := format('frontdoor_involved(%s, %s)', CASE protected WHEN 'contact' THEN 'id' ELSE 'contact_id' END,
      CASE WHEN protected = ANY (shared) THEN 'false' ELSE 'true' END);
    sender := CASE protected WHEN 'contact' THEN 'idempotency_key::text = current_setting(''frontdoor.own_key'', true)'
      WHEN 'clock' THEN 'frontdoor_sent(contact_id)'
      WHEN 'attachment' THEN 'draft_id::text = current_setting(''frontdoor.own_draft'', true)' ELSE 'false' END;
    IF protected = 'agency_request' THEN
      others := 'organisation_id::text = current_setting(''frontdoor.organisation'', true) AND frontdoor_involved(contact_id, false)';
    ELSIF protected = 'referrer' THEN
      -- The referrer's own room: only for those who may have to ring them back, whatever else they see.
      council := council || ' AND current_setting(''frontdoor.roles'', true) ~ '',(screener|manager|out_of_hours|on_call_manager),''';
      others := 'false';
    ELSIF protected = 'contact_bar' THEN
      council := council || format(' AND staff_id <> %s', actor);
      others := 'false';
    ELSIF protected IN ('match_key', 'match_candidate', 'restricted_contact') THEN
      others := 'false';
    END IF;
    -- One that was locked while this transaction ran is in no list yet.
    IF protected = 'contact' THEN
      council := council || format(' AND (cleared_only_since IS NULL OR current_setting(''frontdoor.sees'', true) = ''cleared'' OR id = ANY (%s))', opened);
    END IF;
    may_read := format('(CASE current_setting(''frontdoor.sees'', true)
      WHEN ''all'' THEN ''yes''
      WHEN ''involved'' THEN CASE WHEN %2$s THEN ''yes'' ELSE ''no'' END
      WHEN ''own'' THEN CASE WHEN %3$s THEN ''yes'' ELSE ''no'' END
      WHEN ''nothing'' THEN ''no''
      ELSE CASE WHEN %1$s THEN ''yes'' ELSE ''no'' END END) <> ''no''', council, others, sender);
    may_add := CASE WHEN protected = ANY (intake)
      THEN format('current_setting(''frontdoor.sees'', true) = ''own'' OR (%s)', may_read) ELSE may_read END;
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING (%s)', protected, may_read);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE USING (%s)', protected, may_read);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT WITH CHECK (%s)', protected, may_add);
    made := made || protected;
  END LOOP;

  -- Tables that hang on one of those: there when their row is, which has a policy of its own.
  FOREACH protected IN ARRAY ARRAY['child_standing contact_child contact_child_id', 'agency_reply agency_request request_id',
    'recommendation_return recommendation recommendation_id', 'countersignature decision decision_id',
    'pathway_entry pathway pathway_id', 'advice_episode pathway pathway_id', 'caf_redirect pathway pathway_id',
    'social_work_referral pathway pathway_id', 'strategy_child pathway pathway_id', 'section47 pathway pathway_id',
    'transfer pathway pathway_id', 'case_notice pathway pathway_id', 'strategy_attendance strategy_discussion discussion_id',
    'strategy_information strategy_discussion discussion_id', 'strategy_action strategy_discussion discussion_id',
    'attachment_chunk attachment attachment_id']
  LOOP
    may_read := format('(CASE WHEN current_setting(''frontdoor.sees'', true) = ''all''
        OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND current_setting(''frontdoor.hidden'', true) = ''{}'')
        OR EXISTS (SELECT FROM %I AS above WHERE above.id = %I) THEN ''yes'' ELSE ''no'' END) <> ''no''',
      split_part(protected, ' ', 2), split_part(protected, ' ', 3));
    protected := split_part(protected, ' ', 1);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING (%s)', protected, may_read);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE USING (%s)', protected, may_read);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT WITH CHECK (%s)', protected, may_read);
    made := made || protected;
  END LOOP;

  -- Persons are known to the council alone, and restricted ones to whoever is cleared.
  FOREACH protected IN ARRAY ARRAY['person id', 'person_link person_id', 'relationship from_person_id', 'residence person_id',
    'open_case person_id', 'bundle null']
  LOOP
    may_read := format('(CASE WHEN current_setting(''frontdoor.sees'', true) = ''all'' THEN ''yes''
      WHEN current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND coalesce(%s <> ALL (%s), %s) THEN ''yes''
      ELSE ''no'' END) <> ''no''',
      CASE split_part(protected, ' ', 2) WHEN 'null' THEN 'NULL::uuid' ELSE split_part(protected, ' ', 2) END, unknown_persons,
      -- An open case may wait for its person; a bundle has none.
      CASE split_part(protected, ' ', 1) WHEN 'open_case' THEN 'person_id IS NULL' WHEN 'bundle' THEN 'true' ELSE 'false' END);
    protected := split_part(protected, ' ', 1);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING (%s)', protected, may_read);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE USING (%s)', protected, may_read);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT WITH CHECK (%s)', protected, may_read);
    made := made || protected;
  END LOOP;

  -- A form is there for whoever showed its secret; the service compares it before it sets the draft's id.
  CREATE POLICY read ON draft FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
    OR (current_setting('frontdoor.sees', true) = 'own' AND id::text = current_setting('frontdoor.own_draft', true)));
  CREATE POLICY change ON draft FOR UPDATE USING (current_setting('frontdoor.sees', true) = 'all'
    OR (current_setting('frontdoor.sees', true) = 'own' AND id::text = current_setting('frontdoor.own_draft', true)));
  CREATE POLICY add ON draft FOR INSERT WITH CHECK (current_setting('frontdoor.sees', true) IN ('all', 'own'));
  CREATE POLICY remove ON draft FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');

  -- Whose family it is does not learn that it is restricted.
  EXECUTE format('CREATE POLICY anything ON restriction USING (current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.sees'', true) = ''cleared'' AND staff_id IS DISTINCT FROM %s))', actor);
  CREATE POLICY anything ON restricted_key USING (current_setting('frontdoor.sees', true) IN ('all', 'cleared'));

  -- Who opened it, and those who answer for it.
  EXECUTE format('CREATE POLICY anything ON broken_glass USING (current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND staff_id = %s)
    OR (current_setting(''frontdoor.sees'', true) = ''cleared'' AND contact_id <> ALL (%s)))', actor, hidden);

  -- The designated officer alone, restricted contacts among them, but never a worry about themselves.
  EXECUTE format('CREATE POLICY read ON lado_record FOR SELECT USING (current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.roles'', true) LIKE ''%%,lado,%%'' AND contact_id <> ALL (%s)))', barred);
  EXECUTE format('CREATE POLICY change ON lado_record FOR UPDATE USING (current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.roles'', true) LIKE ''%%,lado,%%'' AND contact_id <> ALL (%s)))', barred);
  EXECUTE format('CREATE POLICY add ON lado_record FOR INSERT WITH CHECK (current_setting(''frontdoor.sees'', true) = ''all''
    OR (current_setting(''frontdoor.sees'', true) IN (''cleared'', ''open'') AND contact_id <> ALL (%s)))', hidden);

  FOREACH protected IN ARRAY made || ARRAY['draft', 'restriction', 'restricted_key', 'broken_glass', 'lado_record']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', protected);
  END LOOP;
END $$;
