import { eq } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { cafRedirect } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { closePathway } from "./close-pathway.ts";
import { isId } from "../new-id.ts";
import { readCaf, startCheck } from "./start-check.ts";
import { giveBack } from "./return-pathway.ts";
import { writeRecord, type Recording } from "./write-record.ts";

/**
 * Records whether the family agrees, and to what. A family that says no goes back to the manager in the same moment: "does
 * this change the risk?" is not for the advice team to answer.
 */
export async function recordAgreement(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  const form = { kind: "agreement", on: ["caf_redirect"] } as const;
  await writeRecord(context, actor, input, form, async (unit, { found, row, record }) => {
    const leadOrganisationId = await leadOrganisation(unit, record.leadOrganisationId);
    await unit.tx
      .update(cafRedirect)
      .set({
        familyAgreedOn: record.agreement === "yes" ? record.agreedOn : null,
        familyAskedBy: record.agreement === "not_yet" ? record.askBy : null,
        leadOrganisationId,
      })
      .where(eq(cafRedirect.pathwayId, row.id));
    if (record.agreement !== "no") return;
    await giveBack(unit, actor, found, {
      version: row.version + 1,
      entryId: unit.context.newId(),
      reason: "refused",
      because: record.refusedBecause,
    });
  });
}

async function leadOrganisation({ tx }: Unit, id: string): Promise<string | null> {
  if (id === "") return null;
  const [found] = isId(id)
    ? await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, id))
    : [];
  if (!found) throw new Invalid({ leadOrganisationId: "Choose from the list" });
  return found.id;
}

/**
 * Records what the person who was asked to lead the help answered. Nobody is asked before the family agrees. Whoever
 * declines says why, and the family waits for the team again: it never vanishes.
 */
export async function recordLead(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  const form = { kind: "lead", on: ["caf_redirect"] } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, record, entryId }) => {
    const caf = await readCaf(unit, row.id);
    if (caf.familyAgreedOn === null)
      throw new Invalid({ "": "Record first that the family agrees: nobody is told about them before that" });
    const accepted = record.answer === "accepted";
    await unit.tx
      .update(cafRedirect)
      .set({
        leadAcceptedAt: accepted ? unit.now : null,
        leadOrganisationId: accepted ? await leadOrganisation(unit, record.leadOrganisationId) : null,
      })
      .where(eq(cafRedirect.pathwayId, row.id));
    if (accepted || row.teamId === null) return;
    await unit.owe({
      ...{ kind: "send-message", subjectId: entryId, recipientId: row.teamId },
      facts: { message: "family-waiting", to: "team" },
    });
  });
}

/**
 * Records that the family was spoken to and by whom they were introduced to whoever helps them from here. It is done once
 * a named person has accepted as well; sending it on, or speaking to them alone, is not enough. In some weeks somebody
 * asks whether the help has begun.
 */
export async function recordFamilyContact(
  context: Context,
  actor: StaffActor,
  input: Recording,
): Promise<void> {
  const form = { kind: "family-contact", on: ["caf_redirect"] } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, record, entryId }) => {
    const familyContactedAt = localInstant(record.contactedOn, record.contactedAt);
    if (familyContactedAt > unit.now) throw new Invalid({ contactedOn: "Enter a time that has passed" });
    const { leadAcceptedAt } = await readCaf(unit, row.id);
    const closes = row.acceptedAt !== null && leadAcceptedAt !== null;
    await unit.tx
      .update(cafRedirect)
      .set({ familyContactedAt, ...(closes && startCheck(unit, entryId)) })
      .where(eq(cafRedirect.pathwayId, row.id));
    await stopClocks(unit, { kind: "first_contact", pathwayId: row.id }, entryId);
    if (closes) await closePathway(unit, row, "family-contacted");
  });
}
