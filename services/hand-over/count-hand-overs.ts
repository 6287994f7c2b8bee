import type { StaffActor } from "#domain/actor";
import { isHandedTo } from "#domain/hand-over";
import type { Unit } from "../unit-of-work.ts";
import { findHandOvers } from "./find-hand-overs.ts";

/** How many wait for this person to accept, and of how many of theirs they have not seen what became. */
export async function countHandOvers(unit: Unit, actor: StaffActor): Promise<{ toMe: number; news: number }> {
  const rows = await findHandOvers(unit, actor);
  return {
    toMe: rows.filter(
      ({ ending, target, to_id: toId, from_id }) =>
        ending === null && from_id !== actor.id && isHandedTo({ target, toId }, actor),
    ).length,
    news: rows.filter(({ ending }) => ending !== null).length,
  };
}
