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
      .set({ familyAgreedOn: record.agreement === "yes" ? record.agreedOn : null, leadOrganisationId })
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
 * Records that the family was spoken to and who helps them from here. Work that was accepted and whose family was
 * contacted is done; sending it on was not enough.
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
    await unit.tx.update(cafRedirect).set({ familyContactedAt }).where(eq(cafRedirect.pathwayId, row.id));
    await stopClocks(unit, { kind: "first_contact", pathwayId: row.id }, entryId);
    if (row.acceptedAt !== null) await closePathway(unit, row, "family-contacted");
  });
}
