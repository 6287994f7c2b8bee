ALTER TABLE "broken_glass" ADD COLUMN "reminder_id" uuid;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_reminder_id_unique" UNIQUE("reminder_id");--> statement-breakpoint
GRANT UPDATE (reminder_id) ON "broken_glass" TO frontdoor_app;
--> statement-breakpoint
-- A contact that is being sent and a person who is being restricted must not miss each other: each would look before the
-- other is there. Whoever sends holds this lock with others, whoever restricts holds it alone. A sender waits for a
-- second at most; then it could not be found out, and only cleared staff know of the contact.
CREATE FUNCTION frontdoor_restrictions() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN hashtextextended('frontdoor restrictions', 0);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION frontdoor_restricted_like(kinds text[], vals text[], surnames text[])
  RETURNS TABLE (restriction_id uuid, staff_id uuid, child contact_child, received_at timestamptz, wrap_version smallint, wrapped bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s' AS $$
DECLARE before constant text := current_setting('frontdoor.sees', true);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(frontdoor_restrictions());
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
