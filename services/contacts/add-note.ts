import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Conflict, Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findContact } from "./contact-access.ts";
import { raiseVersion, readChanges, type ChangedMeanwhile } from "./raise-version.ts";
import { renewHold } from "./renew-hold.ts";
import { writeNote, type NoteKind } from "./write-note.ts";

/**
 * Adds a note. Nothing that is written here is ever edited: a correction stands beside what it corrects.
 *
 * Text that somebody typed and could not save elsewhere ("kept_text") may be kept by whoever may work on contacts,
 * holder or not, so that losing a hold never loses words.
 * @throws Conflict with `ChangedMeanwhile` when the hold went to somebody else while the note was written
 */
export async function addNote(
  context: Context,
  actor: StaffActor,
  input: { reference: string; kind: NoteKind; text: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, hold, subject } = await findContact(unit, actor, input.reference);
    const kept = input.kind === "kept_text";
    if (!may(actor, kept ? "hold" : "add-note", kept ? {} : subject)) {
      if (!may(actor, "hold")) throw new Forbidden("add-note");
      throw new Conflict<ChangedMeanwhile>(
        hold?.live === true ? `${hold.holderName} holds this contact now` : "your hold has ended",
        await readChanges(unit, row.id, row.version),
      );
    }
    await renewHold(unit, actor, row.id, { wrote: true });
    await writeNote(unit, actor, row.id, input);
    // A call or a correction is something that a decision rests on; a thought of the holder's is not, or every note
    // would send the holder's own open form to the conflict page.
    if (input.kind === "call" || input.kind === "correction") await raiseVersion(unit, row.id);
  });
}
