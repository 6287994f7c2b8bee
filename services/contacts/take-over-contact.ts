import { eq, sql } from "drizzle-orm";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { settleTaken, tellTakenOver } from "../hand-over/settle-taken.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findContactFor } from "./contact-access.ts";
import { freshLease } from "./renew-hold.ts";
import { writeNote } from "./write-note.ts";

/**
 * A manager takes a contact over, whoever holds it, and says why. The reason stays with the contact, and the
 * one who held it is told.
 * @throws Invalid by `reason` when none is given
 */
export async function takeOverContact(
  context: Context,
  actor: StaffActor,
  input: { reference: string; reason: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, input.reference, "take-over");
    if (input.reason === "") throw new Invalid({ reason: "Say why you take this contact over" });
    const [before] = await unit.tx
      .select({ holderId: hold.holderId })
      .from(hold)
      .where(eq(hold.contactId, row.id))
      .for("update");
    const [held] = await unit.tx
      .update(hold)
      .set({
        holderId: actor.id,
        takenAt: sql`clock_timestamp()`,
        leaseUntil: freshLease(unit),
        hasNotes: false,
        version: sql`${hold.version} + 1`,
      })
      .where(eq(hold.contactId, row.id))
      .returning({ leaseUntil: hold.leaseUntil });
    if (!held?.leaseUntil) throw new Error("a contact without its hold row");
    if (before?.holderId && before.holderId !== actor.id)
      await unit.audit({
        kind: "contact.released",
        contactId: row.id,
        subjectId: before.holderId,
        facts: { how: "taken-over" },
      });
    await unit.audit({
      kind: "contact.held",
      contactId: row.id,
      facts: { how: "taken-over", leaseUntil: held.leaseUntil.toISOString(), jumped: false },
    });
    const text = `Taken over: ${input.reason}`;
    const answerId = await writeNote(unit, actor, row.id, { kind: "note", text });
    await settleTaken(unit, actor, [row.id]);
    if (before?.holderId && before.holderId !== actor.id)
      await tellTakenOver(unit, actor, { contactId: row.id, fromId: before.holderId, answerId });
  });
}
