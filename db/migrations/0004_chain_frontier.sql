-- Where to begin looking for audit events without a link: at the highest id that has one, or, while the chain keeps up,
-- at what an id made `back` ago would be (UUIDv7 begins with 48 bits of milliseconds), so that late commits are seen.
CREATE FUNCTION audit_chain_frontier(back interval) RETURNS uuid LANGUAGE sql STABLE AS $$
  -- Nothing linked yet is the beginning; least() alone would pass over a null.
  SELECT least(
      coalesce((SELECT event_id FROM audit_link ORDER BY event_id DESC LIMIT 1), '00000000-0000-0000-0000-000000000000'),
      (SELECT (left(ms, 8) || '-' || right(ms, 4) || '-7000-8000-000000000000')::uuid
        FROM lpad(to_hex((extract(epoch FROM clock_timestamp() - back) * 1000)::bigint), 12, '0') AS ms)
    )
$$;
--> statement-breakpoint
-- For the duty screen: since when an event has waited for its link, when that is longer than `patience`. The tables only
-- grow, so the plan is not left to statistics that lag: along the indexes, and at the first event found it ends.
CREATE FUNCTION audit_unlinked_since(patience interval) RETURNS timestamptz LANGUAGE sql STABLE
  SET enable_hashjoin TO off SET enable_mergejoin TO off SET enable_seqscan TO off SET enable_bitmapscan TO off
  SET enable_sort TO off AS $$
  SELECT event.recorded_at FROM audit_event event
  WHERE event.id > audit_chain_frontier('10 minutes')
    AND event.recorded_at < clock_timestamp() - patience
    AND NOT EXISTS (SELECT FROM audit_link link WHERE link.event_id = event.id)
  ORDER BY event.id LIMIT 1
$$;
