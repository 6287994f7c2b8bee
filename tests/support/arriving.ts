import type { SubmittedChild, Submission } from "#domain/questions/submission";
import { matchContact } from "#services/contacts/match-contact";
import type { Context } from "#services/context";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, sendContact, type SentContact } from "./contacts.ts";

/** Compares a contact with all others, as the worker does when it has come. */
export const compareContact = (context: Context, { id }: Pick<SentContact, "id">): Promise<void> =>
  unitOfWork(context, { kind: "system", process: "test" }, (unit) => matchContact(unit, id));

/** A contact that came so many hours ago and, unless it waits for that, was compared with what was there. */
export async function arriveAbout(
  context: Context,
  child: Partial<SubmittedChild>,
  {
    hoursAgo,
    compared = true,
    ...submission
  }: Partial<Submission> & { hoursAgo: number; compared?: boolean },
): Promise<SentContact> {
  const receivedAt = new Date(context.now().getTime() - hoursAgo * 3_600_000);
  const contact = await sendContact(context, { ...submission, children: [aChild(child)] }, { receivedAt });
  if (compared) await compareContact(context, contact);
  return contact;
}
