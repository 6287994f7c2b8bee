import { sql } from "drizzle-orm";
import { impossibleDates, submissionOf, type BodyProblem } from "#domain/api/to-submission";
import type { ContactBody } from "#domain/api/contact-body";
import { localDate } from "#domain/time-words";
import { derivedKey } from "../contacts/derived-key.ts";
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
  // Among those of all callers: nobody can find, or take, what another organisation sent under the same words.
  const key = derivedKey("idempotency", partner.organisation.id, sent.idempotencyKey);
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
