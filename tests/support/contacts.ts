import { sql } from "drizzle-orm";
import type { Channel } from "#domain/intake";
import type { Submission, SubmittedChild } from "#domain/questions/submission";
import { receiveContact } from "#services/contacts/receive-contact";
import type { Context } from "#services/context";
import { unitOfWork } from "#services/unit-of-work";

/** A child who is there when a test does not care who. */
export const aChild = (child: Partial<SubmittedChild> = {}): SubmittedChild => ({
  firstName: "Mary",
  lastName: "Okafor",
  knownAs: null,
  description: null,
  birth: { kind: "born", date: "2022-03-12" },
  sex: "F",
  nhsNumber: null,
  upn: null,
  school: "Mill Road Primary",
  standing: "subject",
  relationship: null,
  livesWithChild: null,
  mayBeRisk: false,
  facts: null,
  ...child,
});

/** A whole form from a teacher, with everything that has to be there. */
export const aSubmission = (submission: Partial<Submission> = {}): Submission => ({
  audience: "professional",
  language: "en",
  danger: "no",
  called999: null,
  nextEvent: null,
  childNow: null,
  children: [aChild()],
  adults: [],
  householdKnown: true,
  address: { lines: ["7 Mill Road"], postcode: "AB1 2CD" },
  seenAt: null,
  otherPlaces: null,
  worries: ["hurt"],
  otherWorry: null,
  positionOfTrust: false,
  whatHappened: "A bruise on her arm that she would not talk about.",
  effect: null,
  goingWell: null,
  alreadyTried: null,
  parents: null,
  safeContact: null,
  helpers: [],
  referrer: {
    name: "Jo Reed",
    job: "Teacher",
    organisation: "Mill Road Primary",
    sourceCode: "2A",
    email: "jo.reed@school.example",
    phone: "01234 567 800",
    reachable: null,
  },
  snapshot: {
    contact: [
      {
        questionId: "what-happened",
        wordingVersion: 1,
        title: "What happened?",
        item: null,
        entries: [{ label: "What happened?", value: "A bruise on her arm that she would not talk about." }],
      },
    ],
    referrer: [
      {
        questionId: "you",
        wordingVersion: 1,
        title: "About you",
        item: null,
        entries: [{ label: "Your name", value: "Jo Reed" }],
      },
    ],
  },
  partial: false,
  ...submission,
});

export type SentContact = { id: string; reference: string; childIds: string[] };

/** A contact in the database, taken in by the service that takes in every contact. */
export async function sendContact(
  context: Context,
  submission: Partial<Submission> = {},
  { channel = "online", receivedAt }: { channel?: Channel; receivedAt?: Date } = {},
): Promise<SentContact> {
  const reference = await unitOfWork(context, { kind: "public" }, async (unit) => {
    const { reference } = await receiveContact(unit, aSubmission(submission), {
      channel,
      idempotencyKey: context.newId(),
      ...(receivedAt ? { receivedAt } : {}),
    });
    return reference;
  });
  return unitOfWork(context, { kind: "system", process: "test" }, async ({ tx }) => {
    const children = await tx.execute<{ id: string; child_id: string }>(sql`
      select c.id, ch.id as child_id from contact c join contact_child ch on ch.contact_id = c.id
      where c.reference = ${reference} order by ch.ordinal`);
    return {
      id: children[0]?.id ?? "",
      reference,
      childIds: children.map(({ child_id }) => child_id),
    };
  });
}
