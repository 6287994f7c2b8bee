import { eq } from "drizzle-orm";
import { draft, draftNotice } from "#db/schema/intake";
import { senderSession } from "#db/schema/senders";
import type { AccountFacts, SenderMessage } from "#domain/messages";
import { digitsOf } from "../accounts/email-codes.ts";
import { spoken } from "../mail/spoken.ts";
import type { Unit } from "../unit-of-work.ts";

/** What an email to somebody outside says about a form or a code of theirs; null when its subject is gone. */
export async function senderFacts(
  { tx, context }: Unit,
  message: SenderMessage,
  subjectId: string,
): Promise<AccountFacts | null> {
  if (message === "sender-code") {
    const [asked] = await tx.select().from(senderSession).where(eq(senderSession.id, subjectId));
    return asked
      ? {
          since: asked.askedAt,
          until: asked.expiresAt,
          code: digitsOf(context.keys, asked.id),
          language: spoken(context, asked.language),
        }
      : null;
  }
  const [form] = await tx
    .select({ createdAt: draft.createdAt, expiresAt: draft.expiresAt, language: draft.language })
    .from(draftNotice)
    .innerJoin(draft, eq(draft.id, draftNotice.draftId))
    .where(eq(draftNotice.id, subjectId));
  return form
    ? { since: form.createdAt, until: form.expiresAt, code: null, language: spoken(context, form.language) }
    : null;
}
