import type { SQL } from "drizzle-orm";
import { eq } from "drizzle-orm";
import { unsentForm } from "#db/schema/unsent";
import type { StaffActor } from "#domain/actor";
import type { UnsentForm } from "#domain/unsent-form";
import { findContact } from "../contacts/contact-access.ts";
import { openCall } from "../phone/open-call.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Place } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** Which form of what: `of` is the reference of a contact, or the id of a call. */
export type UnsentPlace = { form: UnsentForm; of: string };

/** Whose form it is. What is typed is sealed with it, and goes with it when it is erased. */
export type UnsentOwner = { contactId: string | null; callId: string | null; key: Buffer };

/** @throws NotFound for a contact or a call that this person may not open */
export async function findOwner(unit: Unit, actor: StaffActor, { form, of }: UnsentPlace) {
  if (form === "call") {
    const { row, key } = await openCall(unit, actor, of);
    return { contactId: null, callId: row.id, key, hold: null };
  }
  const { row, hold } = await findContact(unit, actor, of);
  return { contactId: row.id, callId: null, key: await readDataKey(unit, "contact", row.id), hold };
}

export const ownedBy = ({ contactId, callId }: Pick<UnsentOwner, "contactId" | "callId">): SQL | undefined =>
  contactId === null
    ? callId === null
      ? undefined
      : eq(unsentForm.callId, callId)
    : eq(unsentForm.contactId, contactId);

/** The account is part of the place: a row that was moved to somebody else does not open. */
export const unsentSeal = ({ id, staffId }: { id: string; staffId: string }): Place => ({
  table: "unsent_form",
  row: `${id}:${staffId}`,
  column: "body",
});
