import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { contact, contactChild } from "#db/schema/intake";
import { matchCandidate } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { ageInWords, childName } from "#domain/child-name";
import type { ChildParticulars, ContactFacts } from "#domain/contact-facts";
import type { Sex } from "#domain/intake";
import { isMatchFact, type MatchFact } from "#domain/match-facts";
import type { MatchBand } from "#domain/matching";
import { addressKept, isAddressSecret } from "#domain/secret-address";
import { localDate } from "#domain/time-words";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { mayKnowOf } from "./known-to.ts";

/** One contact's words for a child, side by side with another's. */
export type DescribedChild = {
  id: string;
  name: string;
  knownAs: string | null;
  dateOfBirth: string | null;
  age: string;
  sex: Sex;
  address: string;
  school: string | null;
  nhsNumber: string | null;
  upn: string | null;
};

export type Candidate = {
  id: string;
  band: MatchBand;
  facts: MatchFact[];
  here: DescribedChild;
  there: DescribedChild;
  earlier: { reference: string; receivedAt: Date };
};

/**
 * What was proposed for the children of a contact, leaving out whom this person may not know of.
 * @param about the contact; an address that is kept secret, here or there, is in none of them
 */
export async function loadCandidates(
  unit: Unit,
  actor: StaffActor,
  { contactId, addressSecret }: { contactId: string; addressSecret: boolean },
): Promise<Candidate[]> {
  const mine = alias(contactChild, "mine");
  const theirs = alias(contactChild, "theirs");
  const rows = await unit.tx
    .select({ candidate: matchCandidate, mine, theirs, earlier: contact })
    .from(matchCandidate)
    .innerJoin(mine, eq(mine.id, matchCandidate.contactChildId))
    .innerJoin(theirs, eq(theirs.id, matchCandidate.earlierChildId))
    .innerJoin(contact, eq(contact.id, theirs.contactId))
    .where(and(eq(matchCandidate.contactId, contactId), mayKnowOf(actor)));
  const keys = await readDataKeys(unit, "contact", [contactId, ...rows.map(({ earlier }) => earlier.id)]);
  const today = localDate(unit.now);
  return rows.flatMap(({ candidate, mine: here, theirs: there, earlier }) => {
    const [ownKey, theirKey] = [keys.get(contactId), keys.get(earlier.id)];
    if (!ownKey || !theirKey) return [];
    return [
      {
        id: candidate.id,
        band: candidate.band,
        facts: candidate.facts.filter(isMatchFact),
        here: described(here, { key: ownKey, secret: addressSecret }, today),
        there: described(there, { key: theirKey, secret: isSecretIn(earlier, theirKey) }, today),
        earlier: { reference: earlier.reference, receivedAt: earlier.receivedAt },
      },
    ];
  });
}

const isSecretIn = ({ id, facts }: typeof contact.$inferSelect, key: Buffer): boolean =>
  isAddressSecret(open<ContactFacts>(key, { table: "contact", row: id, column: "facts" }, facts));

function described(
  row: typeof contactChild.$inferSelect,
  { key, secret }: { key: Buffer; secret: boolean },
  today: string,
): DescribedChild {
  const place = { table: "contact_child", row: row.id, column: "particulars" };
  const said = open<ChildParticulars>(key, place, row.particulars);
  const places = [...(said.address?.lines ?? []), row.postcode ?? ""].filter((line) => line !== "");
  const unborn = said.birth.kind === "unborn";
  return {
    id: row.id,
    name: childName({ ...row, description: said.description, unborn }),
    knownAs: row.alsoKnownAs,
    dateOfBirth: row.dateOfBirth,
    age: ageInWords({ ...row, unborn }, today),
    sex: row.sex,
    address: secret && places.length > 0 ? addressKept : places.join(", "),
    school: said.school,
    nhsNumber: said.nhsNumber,
    upn: said.upn,
  };
}
