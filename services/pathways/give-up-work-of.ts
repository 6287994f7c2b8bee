import { and, eq, isNull, ne } from "drizzle-orm";
import { pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";
import { giveBack } from "./return-pathway.ts";

/**
 * Gives back to the hub the work of somebody who can do it no more: an account that is gone must not go on owning a family.
 * A strategy discussion has its chair, and comes back from nobody.
 * @param by who made it so
 */
export async function giveUpWorkOf(unit: Unit, by: StaffActor, staffId: string): Promise<void> {
  const mine = await unit.tx
    .select()
    .from(pathway)
    .where(
      and(
        eq(pathway.ownerId, staffId),
        isNull(pathway.closedAt),
        ne(pathway.kind, "strategy_discussion"),
        ne(pathway.state, "returned"),
      ),
    )
    .for("update");
  for (const row of mine)
    await giveBack(
      unit,
      by,
      { row },
      {
        version: row.version,
        entryId: unit.context.newId(),
        reason: "owner_left",
        because: "The person who had this can do it no more.",
      },
    );
}
