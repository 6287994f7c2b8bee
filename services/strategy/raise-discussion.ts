import { and, eq, isNull, sql } from "drizzle-orm";
import { strategyDiscussion } from "#db/schema/strategy";
import type { ChangedMeanwhile } from "../contacts/raise-version.ts";
import { Conflict } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

type Change = Partial<
  Pick<
    typeof strategyDiscussion.$inferInsert,
    "meetingAt" | "chairId" | "joining" | "heldAt" | "quorate" | "absentBecause" | "agreeBy"
  >
>;

/**
 * Changes a discussion that is still to be held, when it still is the one that a form was made from.
 * @throws Conflict with `ChangedMeanwhile` when somebody changed or held it since
 */
export async function raiseDiscussion(
  unit: Unit,
  row: typeof strategyDiscussion.$inferSelect,
  expected: number,
  change: Change,
): Promise<void> {
  const raised = await unit.tx
    .update(strategyDiscussion)
    .set({ ...change, version: sql`${strategyDiscussion.version} + 1` })
    .where(
      and(
        eq(strategyDiscussion.id, row.id),
        eq(strategyDiscussion.version, expected),
        isNull(strategyDiscussion.heldAt),
      ),
    )
    .returning({ id: strategyDiscussion.id });
  if (raised.length > 0) return;
  const [now] = await unit.tx
    .select({ version: strategyDiscussion.version })
    .from(strategyDiscussion)
    .where(eq(strategyDiscussion.id, row.id));
  const details: ChangedMeanwhile = { version: now?.version ?? expected, changes: [] };
  throw new Conflict("the discussion changed meanwhile", details);
}
