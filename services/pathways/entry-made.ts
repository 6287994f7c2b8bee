import { and, eq } from "drizzle-orm";
import { pathwayEntry } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

/** Whether this person's form made its entry already: it was pressed twice. */
export async function entryMade({ tx }: Unit, entryId: string, actor: StaffActor): Promise<boolean> {
  const mine = and(eq(pathwayEntry.id, entryId), eq(pathwayEntry.authorId, actor.id));
  return (await tx.select({ id: pathwayEntry.id }).from(pathwayEntry).where(mine)).length > 0;
}
