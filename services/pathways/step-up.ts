import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { SubmittedReferrer } from "#domain/questions/submission";
import { addToContact } from "../contacts/add-to-contact.ts";
import type { Context } from "../context.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";
import { writeRecord, type Recording } from "./write-record.ts";

/**
 * Sends what whoever helps a family has learned to be screened. It is a contact of its own, linked to the first, with its
 * own clock and the danger question asked again; while a child of the first still waits for a decision it stands on that
 * one. The work stays whose it is, with the clocks that it has: a family is not dropped while somebody looks again, and
 * what is decided then closes it.
 */
export async function stepUp(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  const form = {
    kind: "step-up",
    on: ["advice_episode", "caf_redirect"],
    before: (unit: Unit) => lockContactOf(unit, input.id),
  } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, record, entryId }) => {
    await unit.tx.update(pathway).set({ steppedUpAt: unit.now }).where(eq(pathway.id, row.id));
    await addToContact(unit, {
      ...{ contactId: row.contactId, channel: "phone", idempotencyKey: entryId },
      ...{ text: record.learned, danger: record.danger, from: { referrer: referrerOf(actor) } },
    });
  });
}

/** A decision locks the contact before its work; so does this, or the two could wait for one another. */
async function lockContactOf({ tx }: Unit, pathwayId: string): Promise<void> {
  if (!isId(pathwayId)) return;
  await tx
    .select({ id: contact.id })
    .from(contact)
    .innerJoin(pathway, eq(pathway.contactId, contact.id))
    .where(eq(pathway.id, pathwayId))
    .for("update", { of: contact });
}

/** Another part of the council, by name: whoever screens it asks them, and not whoever sent the first. */
const referrerOf = ({ name }: StaffActor): SubmittedReferrer => ({
  ...{ name, job: null, organisation: null, sourceCode: "5B" },
  ...{ email: null, phone: null, reachable: null },
});
