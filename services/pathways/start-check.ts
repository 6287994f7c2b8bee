import { eq } from "drizzle-orm";
import { cafRedirect } from "#db/schema/pathways";
import { startCheckDue } from "#domain/onward-clocks";
import type { Unit } from "../unit-of-work.ts";

/** What a redirect keeps beside the pathway itself. */
export async function readCaf({ tx }: Unit, pathwayId: string): Promise<typeof cafRedirect.$inferSelect> {
  const [row] = await tx.select().from(cafRedirect).where(eq(cafRedirect.pathwayId, pathwayId));
  if (row === undefined) throw new Error("a redirect without its row");
  return row;
}

/** In some weeks somebody asks whether the help began. @param entryId the entry that this follows from */
export const startCheck = ({ now, context }: Unit, entryId: string) => ({
  startCheckDueAt: startCheckDue(now, context.settings),
  startCheckEntryId: entryId,
  startCheckToldAt: null,
});
