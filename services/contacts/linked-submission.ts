import { asc, eq } from "drizzle-orm";
import { contactAdult, contactChild, referrer, type contact } from "#db/schema/intake";
import type { AdultParticulars, ContactFacts, ReferrerParticulars } from "#domain/contact-facts";
import type { DangerAnswer } from "#domain/intake";
import { formatReference } from "#domain/reference";
import { additionWords } from "#domain/wording/addition";
import type { Submission, SubmittedChild, SubmittedReferrer } from "#domain/questions/submission";
import { isSubject, loadHousehold, type HouseholdChild } from "../decisions/load-household.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type ContactRow = typeof contact.$inferSelect;

/** What is added, as far as a contact of its own says it. */
export type Said = {
  text: string;
  /** Asked again of everybody who adds, whatever they said before. */
  danger: DangerAnswer;
  /** Who adds it, when that is not whoever sent the contact. */
  from?: { referrer: SubmittedReferrer; senderId?: string | null };
};

/**
 * What is added to a contact whose children are decided, as a contact of its own: about the same children, from the same
 * sender unless another adds it, with the same warnings about reaching them. What was said before stays where it is.
 */
export async function linkedSubmission(unit: Unit, row: ContactRow, input: Said): Promise<Submission> {
  const key = await readDataKey(unit, "contact", row.id);
  const facts = open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts);
  const [household, names, adults, sender] = await Promise.all([
    loadHousehold(unit, row.id, key),
    unit.tx.select().from(contactChild).where(eq(contactChild.contactId, row.id)),
    readAdults(unit, row.id, key),
    input.from?.referrer ?? readSender(unit, row.id),
  ]);
  const subjects = household.filter(isSubject);
  const { text, danger } = input;
  const words = additionWords.en;
  return {
    ...{ audience: row.audience, language: row.language, danger, called999: null, partial: false },
    ...{ nextEvent: null, childNow: null, adults, whatHappened: text, worries: [], otherWorry: null },
    children: subjects.map((child) =>
      sameChild(
        child,
        names.find(({ id }) => id === child.id),
      ),
    ),
    householdKnown: facts.householdKnown,
    address: subjects[0]?.said.address ?? null,
    ...{ seenAt: facts.seenAt, otherPlaces: facts.otherPlaces, positionOfTrust: facts.positionOfTrust },
    ...{ effect: null, goingWell: null, alreadyTried: null, parents: null, helpers: [] },
    safeContact: facts.safeContact,
    ...(facts.keepSenderSecret === undefined ? {} : { keepSenderSecret: facts.keepSenderSecret }),
    referrer: sender,
    snapshot: {
      contact: [
        {
          ...{ questionId: "addition", wordingVersion: 1, item: null },
          title: `Added to ${formatReference(row.reference)}`,
          entries: [
            { label: words.danger, value: words.dangers[danger] },
            { label: words.text, value: text },
          ],
        },
      ],
      referrer: [],
    },
  };
}

function sameChild(
  { said }: HouseholdChild,
  row: typeof contactChild.$inferSelect | undefined,
): SubmittedChild {
  const { address: _, ...particulars } = said;
  return {
    ...particulars,
    ...{ firstName: row?.firstName ?? null, lastName: row?.lastName ?? null },
    ...{ knownAs: row?.alsoKnownAs ?? null, sex: row?.sex ?? "U", standing: "subject" },
  };
}

async function readAdults(unit: Unit, contactId: string, key: Buffer): Promise<Submission["adults"]> {
  const rows = await unit.tx
    .select()
    .from(contactAdult)
    .where(eq(contactAdult.contactId, contactId))
    .orderBy(asc(contactAdult.ordinal));
  return rows.map(({ id, name, particulars }) => ({
    name,
    ...open<AdultParticulars>(key, { table: "contact_adult", row: id, column: "particulars" }, particulars),
  }));
}

async function readSender(unit: Unit, contactId: string): Promise<Submission["referrer"]> {
  const [row] = await unit.tx.select().from(referrer).where(eq(referrer.contactId, contactId));
  if (row === undefined) throw new Error("a contact without its referrer");
  const key = await readDataKey(unit, "referrer", row.id);
  const place = { table: "referrer", row: row.id, column: "particulars" };
  return open<ReferrerParticulars>(key, place, row.particulars);
}
