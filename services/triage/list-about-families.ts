import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { newerContacts } from "../contacts/find-newer.ts";
import type { Unit } from "../unit-of-work.ts";
import { familyHeld, justCame, keptWhole, waitsForNobody } from "./family-held-sql.ts";
import { queueTables } from "./queue-sql.ts";

export type AboutMine = {
  contactId: string;
  reference: string;
  receivedAt: Date;
  /** Who has it in hand by now, if anybody. */
  holderName: string | null;
  /** "Take the next" gives it to nobody else. */
  kept: boolean;
};

export type PressingElsewhere = {
  contactId: string;
  reference: string;
  receivedAt: Date;
  red: boolean;
  /** Who holds the family. */
  holderName: string;
};

type Asked = { closesAt: Date; actor: StaffActor };

/** More than anybody reads; triage has them all. */
const atMost = 20;

/**
 * Undecided contacts that came after one that this person holds and are about a child of it, the newest first, whoever
 * has them by now. What they hold themselves stands on their list already.
 */
export async function listAboutMine(unit: Unit, { closesAt, actor }: Asked): Promise<AboutMine[]> {
  const rows = await unit.tx.execute<{
    id: string;
    reference: string;
    received_at: string;
    holder_name: string | null;
    kept: boolean;
  }>(sql`
    with ${queueTables({ closesAt, reader: actor })},
    ${familyHeld({ reader: actor, which: justCame(unit.context.settings.familyKeptMinutes) })}
    select q.id, c.reference, q.received_at, case when q.held then coalesce(s.name, 'Somebody') end as holder_name,
      coalesce(f.holder_id = ${actor.id} and ${keptWhole}, false) as kept
    from (
      select distinct n.id from hold h cross join lateral (
        ${newerContacts({ contactId: sql`h.contact_id`, reader: actor })}) n
      where h.holder_id = ${actor.id} and h.lease_until > now() and n.because in ('said', 'sure')
    ) about
    join queue q on q.id = about.id join contact c on c.id = q.id
    left join staff s on s.id = q.holder_id left join family_held f on f.id = q.id
    where q.to_screen and not (q.held and q.holder_id = ${actor.id})
    order by q.received_at desc, q.id desc limit ${atMost}`);
  return rows.map((row) => ({
    ...{ contactId: row.id, reference: row.reference, receivedAt: new Date(row.received_at) },
    ...{ holderName: row.holder_name, kept: row.kept },
  }));
}

/** What waits for nobody, is free, and is about a family that somebody else holds: for managers, in the queue's order. */
export async function listPressingElsewhere(
  unit: Unit,
  { closesAt, actor }: Asked,
): Promise<PressingElsewhere[]> {
  const rows = await unit.tx.execute<{
    id: string;
    reference: string;
    received_at: string;
    red: boolean;
    holder_name: string | null;
  }>(sql`
    with ${queueTables({ closesAt, reader: actor })}, ${familyHeld({ reader: actor, which: waitsForNobody })}
    select q.id, c.reference, q.received_at, coalesce(q.rating = 'R', false) as red, s.name as holder_name
    from family_held f join queue q on q.id = f.id join contact c on c.id = q.id left join staff s on s.id = f.holder_id
    where f.holder_id <> ${actor.id}
    order by q.step, q.event_at, q.due_at, q.received_at, q.id limit ${atMost}`);
  return rows.map((row) => ({
    ...{ contactId: row.id, reference: row.reference, receivedAt: new Date(row.received_at) },
    ...{ red: row.red, holderName: row.holder_name ?? "Somebody" },
  }));
}
