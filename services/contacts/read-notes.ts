import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { listUnsent, type Unsent } from "../unsent/list-unsent.ts";
import { openContactPage, type ContactHead } from "./contact-head.ts";
import { loadNotes, loadRatings, type NoteView, type RatingView } from "./load-notes.ts";

/** Everything that was written about a contact, newest first. */
export async function readNotes(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<{ head: ContactHead; notes: NoteView[]; unsent: Unsent[] }> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, key } = await openContactPage(unit, actor, { reference, page: "notes" });
    const [notes, unsent] = await Promise.all([
      loadNotes(unit, found.row.id, key),
      listUnsent(unit, actor, { contactId: found.row.id, callId: null }, "notes"),
    ]);
    return { head, notes, unsent };
  });
}

/** The ratings that a contact was given, newest first. */
export async function readRatings(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<{ head: ContactHead; ratings: RatingView[] }> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, key } = await openContactPage(unit, actor, { reference, page: "rate" });
    return { head, ratings: await loadRatings(unit, found.row.id, key) };
  });
}
