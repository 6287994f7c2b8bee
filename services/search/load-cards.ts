import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { contact, contactAdult, contactChild } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { ageInWords, childName } from "#domain/child-name";
import type { SearchFact } from "#domain/search/search-hit";
import { addressKept } from "#domain/secret-address";
import { localDate } from "#domain/time-words";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";
import { linkedTo, type FoundPerson } from "./by-person.ts";
import { loadAround, type CardContact } from "./load-around.ts";

export type Card = {
  /** Of the children or the adult of contacts that it stands for. */
  ids: readonly string[];
  whose: "child" | "adult";
  name: string;
  knownAs: string | null;
  dateOfBirth: string | null;
  /** Null for an adult whose birth date is not known. */
  age: string | null;
  place: string | null;
  school: string | null;
  facts: readonly SearchFact[];
  /** Who else the newest contact names. */
  family: readonly string[];
  /** Newest first. */
  contacts: readonly CardContact[];
  moreContacts: number;
};

const contactsACard = 5;

type Told = { row: typeof contact.$inferSelect };
type ToldChild = Told & { child: typeof contactChild.$inferSelect };
type Around = Awaited<ReturnType<typeof loadAround>>;

/** Everything that the cards of one page show. */
export async function loadCards(
  unit: Unit,
  actor: StaffActor,
  people: readonly FoundPerson[],
): Promise<Card[]> {
  if (people.length === 0) return [];
  const linked = await linkedTo(unit, people);
  const idsOf = ({ personId, found }: FoundPerson) => [
    ...new Set([...found.map(({ one }) => one.id), ...(linked.get(personId ?? "") ?? [])]),
  ];
  const ids = people.flatMap(idsOf);
  const theirs = and(isNull(contact.erasedAt), mayKnowOf(actor));
  const [children, adults] = await Promise.all([
    unit.tx
      .select({ child: contactChild, row: contact })
      .from(contactChild)
      .innerJoin(contact, eq(contact.id, contactChild.contactId))
      .where(and(inArray(contactChild.id, ids), theirs))
      .orderBy(desc(contact.receivedAt), desc(contact.id)),
    unit.tx
      .select({ adult: contactAdult, row: contact })
      .from(contactAdult)
      .innerJoin(contact, eq(contact.id, contactAdult.contactId))
      .where(and(inArray(contactAdult.id, ids), theirs))
      .orderBy(desc(contact.receivedAt), desc(contact.id)),
  ]);
  const about = await loadAround(unit, actor, [
    ...new Set([...children, ...adults].map(({ row }) => row.id)),
  ]);
  const today = localDate(unit.now);
  return people.flatMap((person): Card[] => {
    const own = idsOf(person);
    const { one, hit } = person.found[0];
    const named = adults.filter(({ adult }) => own.includes(adult.id));
    const first = named.find(({ adult }) => adult.id === one.id);
    if (first) return [{ ...adultOnCard(first.adult, today), ...rest(named, own, about), facts: hit.facts }];
    const told = children.filter(({ child }) => own.includes(child.id));
    const best = told.find(({ child }) => child.id === one.id);
    return best
      ? [{ ...childOnCard(best, told, about, today), ...rest(told, own, about), facts: hit.facts }]
      : [];
  });
}

function childOnCard({ child }: ToldChild, told: readonly ToldChild[], about: Around, today: string) {
  const said = about.particulars(child);
  const unborn = said?.birth.kind === "unborn";
  return {
    whose: "child" as const,
    name: childName({ ...child, description: said?.description ?? null, unborn }),
    ...{ knownAs: child.alsoKnownAs, dateOfBirth: child.dateOfBirth, school: said?.school ?? null },
    age: ageInWords({ ...child, unborn }, today),
    // Secret in one contact is secret in all of them.
    place: told.some(({ row }) => about.isSecret(row)) ? addressKept : child.postcode,
  };
}

function adultOnCard({ name, dateOfBirth }: typeof contactAdult.$inferSelect, today: string) {
  const born = { dateOfBirth, estimatedAge: null, unborn: false, dueDate: null };
  const age = dateOfBirth === null ? null : ageInWords(born, today);
  return { whose: "adult" as const, name, dateOfBirth, age, knownAs: null, place: null, school: null };
}

/** The newest contact comes first. */
function rest(told: readonly Told[], own: readonly string[], about: Around) {
  const [newest] = told;
  return {
    ids: own,
    family: newest ? about.others(newest.row.id, own) : [],
    contacts: told.slice(0, contactsACard).map(({ row }) => about.contact(row)),
    moreContacts: Math.max(0, told.length - contactsACard),
  };
}
