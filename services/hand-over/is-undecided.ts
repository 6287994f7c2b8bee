import { and, eq, isNull } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import type { Unit } from "../unit-of-work.ts";

/** Whether a child of this contact has no decision yet. */
export async function isUndecided({ tx }: Unit, contactId: string): Promise<boolean> {
  const [running] = await tx
    .select({ id: clock.id })
    .from(clock)
    .where(and(eq(clock.contactId, contactId), eq(clock.kind, "decision"), isNull(clock.stoppedAt)))
    .limit(1);
  return running !== undefined;
}
