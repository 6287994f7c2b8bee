import type { UnsentForm } from "#domain/unsent-form";
import { href } from "../href.ts";

/** Names, in a form that is sent, what was kept of it while it was typed. */
export const unsentField = "unsent";

/** The page on which a form that is kept as it is typed stands; `of` is a contact's reference or a call's id. */
export function unsentPage({ form, of }: { form: UnsentForm; of: string }): string {
  return form === "call" ? href("hub.call", { id: of }) : href(`hub.contact.${form}`, { reference: of });
}
