import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { passphrase } from "#db/schema/additions";
import { contact } from "#db/schema/intake";
import { wordsFrom } from "#domain/passphrase";
import { hashPassword } from "../accounts/password-hash.ts";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

const giving = { kind: "system", process: "passphrases" } as const;

/**
 * The four words that let whoever sent a form add to it later. They follow from the secret that only their browser has,
 * so they can be shown again until it leaves, and nothing but a slow hash of them is kept.
 * @param secret of the form's cookie, which was compared before
 */
export async function givePassphrase(
  context: Context,
  { secret, reference }: { secret: string; reference: string },
): Promise<string> {
  const words = wordsFrom(createHmac("sha256", secret).update(`passphrase\0${reference}`).digest());
  const contactId = await unitOfWork(context, giving, async ({ tx }) => {
    const [found] = await tx
      .select({ id: contact.id, given: passphrase.contactId })
      .from(contact)
      .leftJoin(passphrase, eq(passphrase.contactId, contact.id))
      .where(eq(contact.reference, reference));
    return found === undefined || found.given !== null ? null : found.id;
  });
  if (contactId === null) return words;
  // Outside the transaction: it takes a core for longer than a connection may be held.
  const hash = await hashPassword(words);
  await unitOfWork(context, giving, ({ tx, now }) =>
    tx.insert(passphrase).values({ contactId, hash, givenAt: now }).onConflictDoNothing(),
  );
  return words;
}
