import { and, eq, sql } from "drizzle-orm";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

/** The end of a lease that starts now, by the database's clock: the processes' clocks may differ, leases may not. */
export const freshLease = (unit: Unit) =>
  sql`clock_timestamp() + make_interval(mins => ${unit.context.settings.leaseMinutes}::int)`;

/**
 * Somebody did or opened something on a contact: if they hold it, their lease starts again, also one that lapsed while
 * nobody else took it. The row stays locked until the transaction ends, so writers of one contact come one by one.
 * @param wrote they left a note under this hold, so it is never served to another by "take the next"
 * @returns the new end of the lease; null when they do not hold it
 */
export async function renewHold(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  { wrote = false }: { wrote?: boolean } = {},
): Promise<Date | null> {
  const [held] = await unit.tx
    .update(hold)
    .set({ leaseUntil: freshLease(unit), ...(wrote ? { hasNotes: true } : {}) })
    .where(and(eq(hold.contactId, contactId), eq(hold.holderId, actor.id)))
    .returning({ leaseUntil: hold.leaseUntil });
  return held?.leaseUntil ?? null;
}
