import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { impossibleDates, submissionOf, type BodyProblem } from "#domain/api/to-submission";
import type { ContactBody } from "#domain/api/contact-body";
import { localDate } from "#domain/time-words";
import type { Receipt } from "../contacts/find-receipt.ts";
import { receiveContact } from "../contacts/receive-contact.ts";
import type { Context } from "../context.ts";
import { databaseCode } from "../database-errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { oweEvent } from "../webhooks/owe-event.ts";
import type { Partner } from "./find-key.ts";

/** Two contacts drew the same reference, or two requests brought the same key: the second try sees the first. */
const uniqueViolation = "23505";

/**
 * Takes in what a partner's system sent, as a form is taken in: one commit, once for each key of the caller's.
 * @returns the receipt, or what is wrong with the dates in it
 * @throws Conflict with the first receipt when the key was used for other content
 */
export async function sendFromPartner(
  context: Context,
  partner: Partner,
  sent: { body: ContactBody; idempotencyKey: string },
): Promise<Receipt | { problems: BodyProblem[] }> {
  const problems = impossibleDates(sent.body, localDate(context.now()));
  const key = ownKey(partner.organisation.id, sent.idempotencyKey);
  const once = () => sendOnce(context, partner, sent.body, key, problems);
  try {
    return await once();
  } catch (error) {
    if (databaseCode(error) !== uniqueViolation) throw error;
    return once();
  }
}

async function sendOnce(
  context: Context,
  { keyId, organisation }: Partner,
  body: ContactBody,
  idempotencyKey: string,
  problems: BodyProblem[],
): Promise<Receipt | { problems: BodyProblem[] }> {
  if (problems.length > 0) return { problems };
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const receipt = await receiveContact(unit, submissionOf(body, organisation), {
      channel: "api",
      idempotencyKey,
      // A new label, or a new name of theirs, makes no other contact of what they sent before.
      content: JSON.stringify(body),
    });
    const [made] = await unit.tx.execute<{ id: string }>(sql`
      insert into partner_contact (contact_id, organisation_id, api_key_id)
      select id, ${organisation.id}, ${keyId} from contact where idempotency_key = ${idempotencyKey}
      on conflict do nothing returning contact_id as id`);
    if (made) await oweEvent(unit, made.id, "contact.received");
    return receipt;
  });
}

/**
 * The caller's key among those of all callers: nobody can find, or take, what another organisation sent under the same
 * words. It has the form of a UUID of version 8, whose meaning is ours. No key of ours is in it: a request that is sent
 * again after one was changed must find its contact.
 */
function ownKey(organisationId: string, idempotencyKey: string): string {
  const said = `idempotency\0${organisationId}\0${idempotencyKey}`;
  const bytes = createHash("sha256").update(said).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
