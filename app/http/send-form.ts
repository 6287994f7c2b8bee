import { submitContact } from "#services/contacts/submit-contact";
import { Invalid } from "#services/errors";
import { href } from "../href.ts";
import type { NamedDraft } from "./draft.ts";
import { handled, seeOther } from "./guard.ts";

/**
 * Sends a form under the key that its check page was given, and leads to the receipt; pressing twice leads to the same
 * one.
 * @param toDo where to go when the form cannot be sent as it stands
 */
export async function sendForm(
  { context, access }: NamedDraft,
  body: URLSearchParams,
  { early, toDo }: { early: boolean; toDo: () => Response | Promise<Response> },
): Promise<Response> {
  try {
    await handled(() => submitContact(context, { ...access, submissionKey: body.get("key") ?? "", early }));
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return toDo();
  }
  return seeOther(href("report.sent", { draft: access.draftId }));
}
