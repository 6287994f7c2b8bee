import { sql } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import type { HeldRow } from "#domain/take-next";
import type { Unit } from "../unit-of-work.ts";
import { familyHeld, justCame } from "./family-held-sql.ts";
import { queueTables } from "./queue-sql.ts";

export type QueuedContact = HeldRow & { reference: string };

/** Raw statements give times as text; this is how the driver's own columns read them too. */
const at = (text: string): Date => new Date(text);

/**
 * Everything that waits to be screened, in no order, as the rules of domain/ want it. For the questions that are asked
 * of a whole queue (does this jump it, why was nothing served); the list itself is read a page at a time.
 */
export async function readQueue(
  unit: Unit,
  { closesAt, reader }: { closesAt: Date; reader: Reader },
): Promise<{ rows: QueuedContact[]; databaseNow: Date }> {
  const found = await unit.tx.execute<Found>(sql`
    with ${queueTables({ closesAt, reader })},
    ${familyHeld({ reader, which: justCame(unit.context.settings.familyKeptMinutes) })}
    select q.id, c.reference, c.bundle_id, c.rating, c.danger, c.audience, c.next_event_at, q.received_at, q.rate_by,
      q.decide_by, q.holder_id, q.lease_until, q.has_notes, s.name as holder_name, now() as database_now,
      f.holder_id as family_holder_id, fs.name as family_holder_name
    from queue q join contact c on c.id = q.id left join staff s on s.id = q.holder_id
    left join family_held f on f.id = q.id left join staff fs on fs.id = f.holder_id
    where q.to_screen`);
  const [first] = found;
  return {
    databaseNow: first ? at(first.database_now) : unit.now,
    rows: found.map((row) => ({
      id: row.id,
      reference: row.reference,
      bundleId: row.bundle_id,
      rating: row.rating,
      danger: row.danger,
      senderUnder18: row.audience === "young_person",
      nextEventAt: row.next_event_at === null ? null : at(row.next_event_at),
      receivedAt: at(row.received_at),
      rateBy: at(row.rate_by),
      decideBy: at(row.decide_by),
      hold:
        row.holder_id === null || row.lease_until === null
          ? null
          : {
              holderId: row.holder_id,
              holderName: row.holder_name ?? "Somebody",
              leaseUntil: at(row.lease_until),
              hasNotes: row.has_notes,
            },
      family:
        row.family_holder_id === null
          ? null
          : { holderId: row.family_holder_id, holderName: row.family_holder_name ?? "Somebody" },
    })),
  };
}

type Found = {
  id: string;
  reference: string;
  bundle_id: string | null;
  rating: HeldRow["rating"];
  danger: HeldRow["danger"];
  audience: string;
  next_event_at: string | null;
  received_at: string;
  rate_by: string;
  decide_by: string;
  holder_id: string | null;
  lease_until: string | null;
  has_notes: boolean;
  holder_name: string | null;
  database_now: string;
  family_holder_id: string | null;
  family_holder_name: string | null;
};
