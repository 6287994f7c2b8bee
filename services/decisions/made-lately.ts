import { and, eq, gte } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import type { StaffActor } from "#domain/actor";
import { addElapsed } from "#domain/clocks";
import { tiring } from "#domain/many-decisions";
import type { Unit } from "../unit-of-work.ts";

/** When this person decided, as far back as deciding tires. */
export async function madeLately(unit: Unit, actor: StaffActor): Promise<Date[]> {
  const since = addElapsed(unit.now, { hours: -tiring.hours });
  const rows = await unit.tx
    .select({ at: decision.decidedAt })
    .from(decision)
    .where(and(gte(decision.decidedAt, since), eq(decision.decidedBy, actor.id)));
  return rows.map(({ at }) => at);
}
