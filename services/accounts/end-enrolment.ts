import { and, eq, isNull } from "drizzle-orm";
import { authenticatorApp, signInFlow } from "#db/schema/identity";
import type { Unit } from "../unit-of-work.ts";

/**
 * Ends what was begun to set up somebody's account: the pages that are open in a browser, and the app that was shown and
 * not proved. Whoever began it may have read that inbox when they should not: they must not go on, and whoever begins
 * after them must not be shown a secret that they know.
 */
export async function endEnrolment({ tx, now }: Unit, staffId: string): Promise<void> {
  await tx
    .update(signInFlow)
    .set({ doneAt: now })
    .where(and(eq(signInFlow.staffId, staffId), eq(signInFlow.purpose, "enrol"), isNull(signInFlow.doneAt)));
  await tx
    .update(authenticatorApp)
    .set({ endedAt: now })
    .where(
      and(
        eq(authenticatorApp.staffId, staffId),
        isNull(authenticatorApp.provenAt),
        isNull(authenticatorApp.endedAt),
      ),
    );
}
