import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { knownRow } from "../contacts/known-to.ts";

/**
 * Two common table expressions that every question about the queue begins with. `queue` has one row a contact with a
 * child that is not decided, with its place worked out exactly as domain/queue-order.ts does (a test compares them on
 * random rows), and its last hold.
 *
 * It starts from the running decision clocks, so it costs what is open and not what has ever been sent. Whether a lease
 * is over is asked of the database's own time, because leases of several web processes must end at one moment.
 *
 * @param closesAt `nextClosing(now, calendar)`
 * @param reader   whoever asks: what does not exist for them is not in it
 */
export function queueTables({ closesAt, reader }: { closesAt: Date; reader: Reader }): SQL {
  const close = sql`${closesAt.toISOString()}::timestamptz`;
  return sql`
    undecided as materialized (
      select k.contact_id, min(k.due_at) as decide_by,
        bool_or(ch.state in ('waiting', 'sent_back')) as to_screen,
        bool_or(ch.state = 'sent_back') as sent_back
      from clock k join contact_child ch on ch.id = k.contact_child_id
      where k.kind = 'decision' and k.stopped_at is null
      group by k.contact_id
    ),
    queue as materialized (
      select c.id, coalesce(c.bundle_id, c.id) as household, c.rating, u.decide_by, c.received_at, u.to_screen, u.sent_back,
        coalesce(r.due_at, c.received_at) as rate_by, coalesce(r.rule = 'elapsed minutes', false) as rate_elapsed,
        case when c.rating is null and (c.danger <> 'no' or c.audience = 'young_person' or c.next_event_at <= ${close}) then 0
             when c.rating = 'R' then 1
             when c.rating is null then 2
             when c.next_event_at <= ${close} then 3
             else 4 end as step,
        case when c.next_event_at <= ${close} then c.next_event_at else 'infinity' end as event_at,
        case when c.rating is null then coalesce(r.due_at, c.received_at) else u.decide_by end as due_at,
        c.danger <> 'no' or c.audience = 'young_person' as danger_said, c.cleared_only_since is not null as restricted,
        h.holder_id, h.taken_at, h.lease_until, h.has_notes,
        coalesce(h.lease_until > now(), false) as held
      from undecided u
      join contact c on c.id = u.contact_id
      join hold h on h.contact_id = c.id
      left join clock r on r.kind = 'rating' and r.contact_id = c.id
      where ${knownRow(reader, sql`c`)}
    )`;
}
