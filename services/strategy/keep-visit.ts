import { strategyAction } from "#db/schema/strategy";
import type { pathway } from "#db/schema/pathways";
import { localInstant } from "#domain/local-time";
import type { ChildNote } from "#domain/strategy-record";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { actionPlace, tellAction } from "./strategy-actions.ts";

/** Seeing a child is an action like any other: it is in the organisation's tray, and is late when it is late. */
export async function keepVisit(
  unit: Unit,
  discussionId: string,
  { id: pathwayId }: Pick<typeof pathway.$inferSelect, "id">,
  { seer, seeFor, seeWhere, seeOn, seeAt }: ChildNote,
  key: Buffer,
): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(strategyAction).values({
    ...{ id, discussionId, pathwayId, organisationId: seeFor },
    content: seal(key, actionPlace(id), { what: seeWhere, who: seer }),
    dueAt: localInstant(seeOn, seeAt),
    createdAt: unit.now,
  });
  await tellAction(unit, id, seeFor);
}
