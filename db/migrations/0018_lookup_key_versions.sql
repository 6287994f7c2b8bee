-- Keeps what a child is found by under another version of the key that the database does not hold: what identifies by
-- itself, which is in `match_key` as a keyed hash, and the copy for restricted people. The application may change nothing
-- else of either. Returns false for a child whose data key is destroyed, or is being, so that nothing comes back of whoever
-- was erased. While it runs no restriction spreads, because that copies what is changed here.
CREATE FUNCTION frontdoor_rekey(child uuid, kinds text[], vals text[]) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before constant text := current_setting('frontdoor.sees', true);
  keyed constant text[] := ARRAY['nhs', 'upn', 'phone', 'address'];
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
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_rekey(uuid, text[], text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_rekey(uuid, text[], text[]) TO frontdoor_app;
