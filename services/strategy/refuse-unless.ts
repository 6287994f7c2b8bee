import type { strategyDiscussion } from "#db/schema/strategy";
import { stateOf, strategyRefusal, type StrategyVerb } from "#domain/strategy-verbs";
import { Invalid } from "../errors.ts";

/** @throws Invalid by "" where this cannot be done to a discussion that is as far as this one */
export function refuseUnless(
  row: Pick<typeof strategyDiscussion.$inferSelect, "heldAt" | "lockedAt">,
  verb: StrategyVerb,
): void {
  const because = strategyRefusal(stateOf(row), verb);
  if (because !== null) throw new Invalid({ "": because });
}
