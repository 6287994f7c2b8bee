import { parseEmailAddress } from "#domain/email-address";
import { answerTo, fieldOf, type Answers } from "#domain/questions/answers";
import { you } from "#domain/questions/you";
import { attachSender } from "#services/drafts/attach-sender";
import { TooManyAttempts } from "#services/errors";
import { askSenderCode } from "#services/senders/ask-sender-code";
import { href } from "../href.ts";
import type { Form } from "./draft.ts";
import { handled, seeOther } from "./guard.ts";
import { senderCookie } from "./session.ts";

/**
 * What comes between somebody's own page and the next: a code is on its way to the address that they gave, and a page
 * asks for it. Nothing comes between when the address was proven here before, when it is the one that they were asked
 * about already, and when there is none.
 */
export async function senderStep(form: Form, answers: Answers): Promise<Response | null> {
  const { context, access } = form;
  const emailIn = (given: Answers) => parseEmailAddress(fieldOf(answerTo(given, you.id), "email"));
  const email = emailIn(answers);
  if (form.reading.audience !== "professional" || email === null) return null;
  if (await handled(() => attachSender(context, access))) return null;
  if (email === emailIn(form.answers)) return null;
  return askFor(form, email);
}

/** Sends a code and leads to the page that asks for it; null when no more codes may be sent now: nobody is held up by that. */
export async function askFor({ context, access, network }: Form, email: string): Promise<Response | null> {
  try {
    const secret = await handled(() => askSenderCode(context, { email, network, language: access.language }));
    const page = href("report.email", { draft: access.draftId });
    return seeOther(page, { "Set-Cookie": senderCookie(context, secret) });
  } catch (error) {
    if (error instanceof TooManyAttempts) return null;
    throw error;
  }
}
