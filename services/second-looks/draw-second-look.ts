import { secondLook } from "#db/schema/decision";
import { drawn } from "#domain/second-look";
import type { Unit } from "../unit-of-work.ts";

/** Draws this decision for a second look, if its id says so. Part of the transaction that decides. */
export async function drawSecondLook(
  unit: Unit,
  { decisionId, contactId, notice }: { decisionId: string; contactId: string; notice: boolean },
): Promise<void> {
  const because = drawn(decisionId, { notice, oneIn: unit.context.settings.secondLookOneIn });
  if (because === null) return;
  await unit.tx.insert(secondLook).values({ decisionId, contactId, drawnAt: unit.now, because });
}
