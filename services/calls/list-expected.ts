import { asc, isNull } from "drizzle-orm";
import { expectedCall } from "#db/schema/intake";
import type { Unit } from "../unit-of-work.ts";

export type ExpectedRow = Pick<
  typeof expectedCall.$inferSelect,
  "id" | "audience" | "danger" | "called999" | "since"
>;

/** More than anybody can chase; the rest is counted by its alarm. */
const shown = 50;

/** The calls that are still expected, the longest first. */
export const listExpected = (unit: Unit): Promise<ExpectedRow[]> =>
  unit.tx
    .select({
      id: expectedCall.id,
      audience: expectedCall.audience,
      danger: expectedCall.danger,
      called999: expectedCall.called999,
      since: expectedCall.since,
    })
    .from(expectedCall)
    .where(isNull(expectedCall.endedAt))
    .orderBy(asc(expectedCall.since))
    .limit(shown);
