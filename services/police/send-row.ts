import { eq, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { policeRow } from "#db/schema/police";
import { policeFields } from "#domain/police/fields";
import type { Notice, RowValues } from "#domain/police/notice";
import { submissionOfNotice, type ForceContact } from "#domain/police/to-submission";
import type { Receipt } from "../contacts/find-receipt.ts";
import { addToContact } from "../contacts/add-to-contact.ts";
import { derivedKey } from "../contacts/derived-key.ts";
import { receiveContact } from "../contacts/receive-contact.ts";
import type { Context } from "../context.ts";
import { databaseCode } from "../database-errors.ts";
import { Conflict, NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { oweEvent } from "../webhooks/owe-event.ts";
import { bareReference } from "./load-rows.ts";

const police = { kind: "system", process: "police" } as const;

export type Sending = {
  rowId: string;
  organisationId: string;
  notice: Notice;
  asking: ForceContact;
  receivedAt: Date;
};

/** One notice of a force under its own reference: however often and in whichever file it comes, it is one contact. */
export const keyOfNotice = (organisationId: string, reference: string): string =>
  derivedKey("police", organisationId, bareReference(reference));

/** All that a row says, in one order whatever its columns were. */
const contentOf = (values: RowValues): string =>
  JSON.stringify(policeFields.map(({ name }) => values[name] ?? ""));

/**
 * Sends one row: a contact of its own, or, where the force sent that reference before with other words, something that is
 * added to it. Sent again it changes nothing.
 */
export async function sendRow(context: Context, sending: Sending): Promise<"sent" | "repeated"> {
  const tries = async (): Promise<"sent" | "repeated"> => {
    try {
      await unitOfWork(context, police, (unit) => sendNew(unit, sending));
      return "sent";
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      await unitOfWork(context, police, (unit) => addRepeated(unit, sending, error as Conflict<Receipt>));
      return "repeated";
    }
  };
  try {
    return await tries();
  } catch (error) {
    // Somebody sent the same at the same moment, or two contacts drew one reference: the second try sees the first.
    if (databaseCode(error) !== "23505") throw error;
    return tries();
  }
}

async function sendNew(unit: Unit, { rowId, organisationId, notice, asking, receivedAt }: Sending) {
  const idempotencyKey = keyOfNotice(organisationId, notice.reference);
  const receipt = await receiveContact(unit, submissionOfNotice(notice, asking), {
    ...{ channel: "police", idempotencyKey, receivedAt, content: contentOf(notice.values) },
  });
  const [made] = await unit.tx
    .select({ id: contact.id })
    .from(contact)
    .where(eq(contact.idempotencyKey, idempotencyKey));
  if (!made) throw new NotFound("a receipt without its contact");
  const [first] = await unit.tx.execute(sql`insert into partner_contact (contact_id, organisation_id)
    values (${made.id}, ${organisationId}) on conflict do nothing returning contact_id`);
  if (first) await oweEvent(unit, made.id, "contact.received");
  const { reference: contactReference, decideBy } = receipt;
  await unit.tx
    .update(policeRow)
    .set({ contactId: made.id, contactReference, decideBy, sentAt: unit.now })
    .where(eq(policeRow.id, rowId));
}

/** Everything that the row says now, as somebody reads it who knows what came first. */
async function addRepeated(
  unit: Unit,
  { rowId, organisationId, notice }: Sending,
  { details }: Conflict<Receipt>,
) {
  const first = keyOfNotice(organisationId, notice.reference);
  const [before] = await unit.tx
    .select({ id: contact.id })
    .from(contact)
    .where(eq(contact.idempotencyKey, first));
  if (!before) throw new NotFound("nothing was sent under this reference");
  const text = policeFields.flatMap(({ name, label }) => {
    const value = notice.values[name] ?? "";
    return value === "" ? [] : [`${label}: ${value}`];
  });
  const added = await addToContact(unit, {
    ...{ contactId: before.id, channel: "police", text: text.join("\n") },
    danger: notice.grade === "high" ? "not_sure" : "no",
    idempotencyKey: derivedKey("police-again", first, contentOf(notice.values)),
  });
  const where =
    added.how === "linked"
      ? { contactReference: added.reference, decideBy: added.decideBy }
      : { contactReference: details.reference, decideBy: details.decideBy };
  await unit.tx
    .update(policeRow)
    .set({ contactId: before.id, ...where, sentAt: unit.now, repeatedAt: unit.now })
    .where(eq(policeRow.id, rowId));
}
