import { and, desc, eq, gt, isNotNull } from "drizzle-orm";
import { unsentForm } from "#db/schema/unsent";
import type { StaffActor } from "#domain/actor";
import { unsentDays, unsentShown, type UnsentForm } from "#domain/unsent-form";
import type { Unit } from "../unit-of-work.ts";
import { ownedBy, type UnsentOwner } from "./unsent-place.ts";

/** Something that somebody typed and did not send, to be offered to them. */
export type Unsent = { id: string; savedAt: Date };

/** What this person had typed into a form the last times and never sent, newest first. */
export async function listUnsent(
  { tx, now }: Unit,
  actor: StaffActor,
  owner: Pick<UnsentOwner, "contactId" | "callId">,
  form: UnsentForm,
): Promise<Unsent[]> {
  return tx
    .select({ id: unsentForm.id, savedAt: unsentForm.savedAt })
    .from(unsentForm)
    .where(
      and(
        ...[ownedBy(owner), eq(unsentForm.staffId, actor.id), eq(unsentForm.form, form)],
        ...[isNotNull(unsentForm.body), gt(unsentForm.savedAt, staleBefore(now))],
      ),
    )
    .orderBy(desc(unsentForm.savedAt))
    .limit(unsentShown);
}

export const staleBefore = (now: Date): Date => new Date(now.getTime() - unsentDays * 86_400_000);
