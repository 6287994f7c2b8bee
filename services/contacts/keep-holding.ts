import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findContact, type HoldNow } from "./contact-access.ts";
import { renewHold } from "./renew-hold.ts";

/** Who holds a contact after somebody worked on it: they themselves until a time, somebody else, or nobody. */
export type HeldNow = { until: Date; leftMs: number } | { by: string } | null;

/** Starts the lease again where it is theirs. Never where somebody else has taken it. */
export async function keepHolding(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  before: HoldNow | null,
): Promise<HeldNow> {
  const until = await renewHold(unit, actor, contactId);
  // The time left counts from the lease's own clock; how far this process's is off does not matter to a page.
  if (until !== null) return { until, leftMs: unit.context.settings.leaseMinutes * 60_000 };
  return before?.live === true ? { by: before.holderName } : null;
}

/** "Keep it", pressed before a hold runs out. */
export async function keepHold(context: Context, actor: StaffActor, reference: string): Promise<HeldNow> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, hold } = await findContact(unit, actor, reference);
    return keepHolding(unit, actor, row.id, hold);
  });
}
