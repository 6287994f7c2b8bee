import { href } from "../href.ts";
import { firstToDo } from "#domain/journeys";
import { submitContact } from "#services/contacts/submit-contact";
import { Invalid } from "#services/errors";
import { goTo, type Form } from "./draft.ts";
import { handled, seeOther } from "./guard.ts";

/**
 * Sends a form under the key that its check page was given, and leads to the receipt. Pressing twice leads to the same
 * receipt; a form that is not enough to send leads to what is missing.
 */
export async function sendForm(form: Form, body: URLSearchParams, early: boolean): Promise<Response> {
  const { access, context, journey, answers, reading } = form;
  const submissionKey = body.get("key") ?? "";
  try {
    await handled(() => submitContact(context, { ...access, submissionKey, early }));
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return goTo(access.draftId, firstToDo(journey, answers, reading.at));
  }
  return seeOther(href("report.sent", { draft: access.draftId }));
}
