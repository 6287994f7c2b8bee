import { and, eq, isNull } from "drizzle-orm";
import { passphrase } from "#db/schema/additions";
import { contact } from "#db/schema/intake";
import type { DangerAnswer } from "#domain/intake";
import { parsePassphrase } from "#domain/passphrase";
import { parseReference } from "#domain/reference";
import { attemptLimits } from "#domain/sign-in";
import { isPassword } from "../accounts/password-hash.ts";
import { addToContact } from "../contacts/add-to-contact.ts";
import type { Context } from "../context.ts";
import { Invalid, TooManyAttempts } from "../errors.ts";
import { refundAttempts, spendAttempts, type Spend } from "../limits/spend-attempts.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type Added = {
  reference: string;
  words: string;
  text: string;
  danger: DangerAnswer;
  /** Minted with the form, so that pressing twice adds once. */
  idempotencyKey: string;
  network: string;
};

/**
 * Adds to what somebody sent without an account, for whoever has its reference and its four words. Whether there is such
 * a reference is not told: a wrong one costs the same tries and the same time as wrong words.
 * @throws Invalid by `words` when the two do not fit together, TooManyAttempts
 */
export async function addWithPassphrase(context: Context, input: Added): Promise<void> {
  const reference = parseReference(input.reference);
  const words = parsePassphrase(input.words);
  const spends: Spend[] = [
    { name: "passphrase-reference", of: reference ?? "", ...attemptLimits["passphrase-reference"] },
    { name: "passphrase-network", of: input.network, ...attemptLimits["passphrase-network"] },
  ];
  const until = await spendAttempts(context, spends);
  if (until) throw new TooManyAttempts(until);
  const kept = await findKept(context, reference);
  const fits = await isPassword(kept?.hash ?? null, words ?? "");
  if (!fits || kept === null) throw new Invalid({ words: "wrong" });
  await refundAttempts(context, spends);
  const { text, danger, idempotencyKey } = input;
  await unitOfWork(context, { kind: "public" }, (unit) =>
    addToContact(unit, { contactId: kept.contactId, text, danger, idempotencyKey, channel: "online" }),
  );
}

function findKept(context: Context, reference: string | null) {
  return unitOfWork(context, { kind: "system", process: "passphrases" }, async ({ tx }) => {
    const [found] = await tx
      .select({ contactId: passphrase.contactId, hash: passphrase.hash })
      .from(passphrase)
      .innerJoin(contact, eq(contact.id, passphrase.contactId))
      .where(and(eq(contact.reference, reference ?? ""), isNull(contact.erasedAt)));
    return found ?? null;
  });
}
