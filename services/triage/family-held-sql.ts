import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { knownRow } from "../contacts/known-to.ts";

/**
 * Of the rows of `queue`, who holds another, earlier contact about a child of theirs: where matching is sure and nobody
 * has said otherwise, or where somebody said "same". The newest of several such contacts counts.
 *
 * Restricted contacts keep nothing and are kept for nobody, and neither is what is barred from the holder: that
 * somebody is passed over, or served, must not tell them of what does not exist for them.
 *
 * It costs a few probes by index for each row that `which` leaves: both children of a proposal, both of an answer, and
 * the one hold of a contact. So `which` asks for what has just come, or for what presses, and never for a whole queue.
 */
export function familyHeld({ reader, which }: { reader: Reader; which: SQL }): SQL {
  return sql`
    family_held as materialized (
      select q.id, f.holder_id
      from queue q cross join lateral (
        select h.holder_id
        from contact_child mine
        cross join lateral (
          select m.earlier_child_id as child_id from match_candidate m
          where m.contact_child_id = mine.id and m.band = 'sure'
          union all
          select m.contact_child_id from match_candidate m where m.earlier_child_id = mine.id and m.band = 'sure'
          union all
          select o.contact_child_id
          from person_link l join person_link o on o.person_id = l.person_id and o.answer = 'same' and o.ended_at is null
          where l.contact_child_id = mine.id and l.answer = 'same' and l.ended_at is null
        ) near
        join contact_child other on other.id = near.child_id
        join contact e on e.id = other.contact_id
        join hold h on h.contact_id = e.id and h.lease_until > now()
        where mine.contact_id = q.id and (e.received_at, e.id) < (q.received_at, q.id)
          and e.cleared_only_since is null and ${knownRow(reader, sql`e`)}
          and not exists (
            select from contact_bar b where b.contact_id = q.id and b.staff_id = h.holder_id and b.ended_at is null)
          and not exists (
            select from person_link s join person_link n on n.person_id = s.person_id
            where s.contact_child_id in (mine.id, other.id) and s.answer = 'same' and s.ended_at is null
              and n.contact_child_id in (mine.id, other.id) and n.answer = 'not_same' and n.ended_at is null)
        order by e.received_at desc, e.id desc limit 1
      ) f
      where q.to_screen and not q.held and not q.restricted and ${which}
    )`;
}

/** Of the rows of `queue`, what came within so many minutes by the database's own time, as leases are counted. */
export const justCame = (minutes: number): SQL =>
  sql`(q.received_at <= now() and q.received_at > now() - make_interval(mins => ${minutes}::int))`;

/** What waits for nobody, as domain/family-kept.ts has it. */
export const waitsForNobody = sql`(q.step not in (2, 4) or q.danger_said)`;

/** Whether nothing of a row's household waits for nobody: one that does takes the others along. */
export const keptWhole = sql`not exists (
  select from queue w where w.household = q.household and w.to_screen and (w.step not in (2, 4) or w.danger_said))`;
