import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { jumpsTheQueue } from "#domain/take-next";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Conflict, Forbidden, Invalid } from "../errors.ts";
import { settleTaken } from "../hand-over/settle-taken.ts";
import { readQueue } from "../triage/read-queue.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findContact, type HoldNow } from "./contact-access.ts";
import { takeChosen } from "./take-hold.ts";
import { writeNote } from "./write-note.ts";

/** Who has it instead; null when it left the queue. */
export type TakenByAnother = Pick<HoldNow, "holderName" | "takenAt"> | null;

/** Whether taking this contact would go ahead of something more pressing, so that the page asks why. */
export async function readTaking(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<{ reference: string; jumps: boolean; holder: TakenByAnother }> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, hold, ground: because } = await findContact(unit, actor, reference);
    await unit.audit({ kind: "contact.viewed", contactId: row.id, facts: { page: "take", because } });
    return {
      reference: row.reference,
      jumps: await goesAhead(unit, actor, row.id),
      holder: hold?.live === true && hold.holderId !== actor.id ? hold : null,
    };
  });
}

/**
 * Takes one contact by choice, with its bundle. Whoever goes ahead of danger or of a Red says why in one line, which
 * stays with the contact: picking is allowed, and seen.
 * @throws Conflict with `TakenByAnother` when it is not free
 * @throws Invalid by `reason` when one is needed
 */
export async function takeContact(
  context: Context,
  actor: StaffActor,
  input: { reference: string; reason: string },
): Promise<{ reference: string; together: number }> {
  return unitOfWork(context, actor, async (unit) => {
    const { row } = await findContact(unit, actor, input.reference);
    if (!may(actor, "hold")) throw new Forbidden("hold");
    const jumped = await goesAhead(unit, actor, row.id);
    if (jumped && input.reason === "")
      throw new Invalid({ reason: "Say why you take this one ahead of what is more pressing" });
    const { contacts, wanted } = await takeChosen(unit, actor, {
      ...queueFor(unit, actor),
      contactId: row.id,
    });
    if (wanted === 0 || contacts.length < wanted) {
      const { hold } = await findContact(unit, actor, input.reference);
      throw new Conflict<TakenByAnother>("it is not free", hold?.live === true ? hold : null);
    }
    await unit.audit(
      ...contacts.map(({ contactId, leaseUntil }) => ({
        kind: "contact.held" as const,
        contactId,
        facts: { how: "chosen" as const, leaseUntil: leaseUntil.toISOString(), jumped },
      })),
    );
    await settleTaken(
      unit,
      actor,
      contacts.map(({ contactId }) => contactId),
    );
    if (jumped)
      await writeNote(unit, actor, row.id, {
        kind: "note",
        text: `Taken ahead of the queue: ${input.reason}`,
      });
    return { reference: row.reference, together: contacts.length };
  });
}

const queueFor = (unit: Unit, actor: StaffActor) => ({
  closesAt: nextClosing(unit.now, calendarOf(unit.context.settings)),
  reader: actor,
});

async function goesAhead(unit: Unit, actor: StaffActor, contactId: string): Promise<boolean> {
  const queue = queueFor(unit, actor);
  const { rows, databaseNow } = await readQueue(unit, queue);
  const own = rows.find(({ id }) => id === contactId);
  return own !== undefined && jumpsTheQueue(own, rows, databaseNow, queue.closesAt);
}
