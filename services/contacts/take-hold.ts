import { sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import type { Reader } from "#domain/clearance";
import { familyHeld, justCame, waitsForNobody } from "../triage/family-held-sql.ts";
import { queueTables } from "../triage/queue-sql.ts";
import type { Unit } from "../unit-of-work.ts";

export type TakenContact = { contactId: string; reference: string; leaseUntil: Date };

/** What was taken, and how many contacts of the household there were to take: fewer is a race that was lost. */
export type Taken = { contacts: TakenContact[]; wanted: number };

type Queue = { closesAt: Date; reader: Reader };

/**
 * Takes the first household that the rule of domain/take-next.ts serves, in one statement: of twenty people who press at
 * once each locks another one. A bundle is locked through one of its holds (`gate`), whoever takes it.
 */
export async function takeFirst(unit: Unit, taker: StaffActor, queue: Queue): Promise<Taken> {
  return take(unit, taker, queue, {
    among: sql`to_screen`,
    which: sql`not m.held and not m.left_by_another and (m.kept is not false)
      and (p.step <= 1 or not exists (select from household x where x.pressing and x.left_by_another and not x.held))`,
    mineFirst: sql`p.step > 1, m.kept is not true,`,
    lock: sql`for update of g skip locked`,
  });
}

/**
 * Takes one contact with its bundle, if nobody holds any of it. Waits for whoever is taking it at this moment, so that
 * the answer is certain.
 */
export async function takeChosen(
  unit: Unit,
  taker: StaffActor,
  queue: Queue & { contactId: string },
): Promise<Taken> {
  const chosen = (column: SQL) => sql`(select ${column} from queue where id = ${queue.contactId})`;
  return take(unit, taker, queue, {
    // What is already recommended can be held too, to put something right; it travels with its like.
    among: sql`to_screen = ${chosen(sql`to_screen`)}`,
    which: sql`m.household = ${chosen(sql`household`)}`,
    mineFirst: sql``,
    lock: sql`for update of g`,
  });
}

type Choice = { among: SQL; which: SQL; mineFirst: SQL; lock: SQL };

async function take(unit: Unit, taker: StaffActor, queue: Queue, choice: Choice): Promise<Taken> {
  const { among, which, mineFirst, lock } = choice;
  const free = (hold: SQL) => sql`(${hold}.holder_id is null or ${hold}.lease_until <= now())`;
  const { leaseMinutes: minutes, familyKeptMinutes } = unit.context.settings;
  const rows = await unit.tx.execute<{
    contact_id: string;
    reference: string;
    lease_until: string;
    wanted: number;
  }>(sql`
    with ${queueTables(queue)},
    ${familyHeld({ reader: queue.reader, which: justCame(familyKeptMinutes) })},
    household as materialized (
      select household, count(*)::int as wanted, bool_or(held) as held, bool_or(step <= 1) as pressing,
        bool_or(not held and has_notes and q.holder_id <> ${taker.id}) as left_by_another,
        (array_agg(q.id order by q.id))[1] as gate,
        -- Null: kept for nobody. True or false: kept, for the taker or for a colleague.
        case when not bool_or(${waitsForNobody}) then bool_or(f.holder_id = ${taker.id}) end as kept
      from queue q left join family_held f on f.id = q.id where ${among} group by household
    ),
    first as materialized (
      select distinct on (household) * from queue where ${among}
      order by household, step, event_at, due_at, received_at, id
    ),
    served as materialized (
      select m.household, m.wanted
      from household m join first p on p.household = m.household join hold g on g.contact_id = m.gate
      where ${which} and ${free(sql`g`)}
      order by ${mineFirst} p.step, p.event_at, p.due_at, p.received_at, p.id
      limit 1 ${lock}
    ),
    taken as (
      update hold h set holder_id = ${taker.id}, taken_at = clock_timestamp(), version = h.version + 1,
        lease_until = clock_timestamp() + make_interval(mins => ${minutes}::int),
        has_notes = h.has_notes and h.holder_id is not distinct from ${taker.id}
      from (select * from queue where ${among}) q, served s
      where q.household = s.household and h.contact_id = q.id and ${free(sql`h`)}
      returning h.contact_id, h.lease_until, s.wanted
    )
    select t.contact_id, c.reference, t.lease_until, t.wanted
    from taken t join queue q on q.id = t.contact_id join contact c on c.id = t.contact_id
    order by q.step, q.event_at, q.due_at, q.received_at, q.id`);
  return {
    wanted: rows[0]?.wanted ?? 0,
    contacts: rows.map((row) => ({
      contactId: row.contact_id,
      reference: row.reference,
      leaseUntil: new Date(row.lease_until),
    })),
  };
}
