import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { personLink } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { ageInWords, childName } from "#domain/child-name";
import type { SearchFact } from "#domain/search/search-hit";
import { addressKept } from "#domain/secret-address";
import { localDate } from "#domain/time-words";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";
import { loadAround, type CardContact } from "./load-around.ts";
import type { FoundPerson } from "./by-person.ts";

export type Card = {
  childIds: readonly string[];
  name: string;
  knownAs: string | null;
  dateOfBirth: string | null;
  age: string;
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

/** Everything that the cards of one page show. */
export async function loadCards(
  unit: Unit,
  actor: StaffActor,
  people: readonly FoundPerson[],
): Promise<Card[]> {
  if (people.length === 0) return [];
  const linked = await linkedChildren(unit, people);
  const childrenOf = (one: FoundPerson) => [
    ...new Set([...one.found.map(({ child }) => child.id), ...(linked.get(one.personId ?? "") ?? [])]),
  ];
  const children = await unit.tx
    .select({ child: contactChild, row: contact })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(
      and(inArray(contactChild.id, people.flatMap(childrenOf)), isNull(contact.erasedAt), mayKnowOf(actor)),
    )
    .orderBy(desc(contact.receivedAt), desc(contact.id));
  const about = await loadAround(unit, actor, [...new Set(children.map(({ row }) => row.id))]);
  const today = localDate(unit.now);
  return people.flatMap((one) => {
    const own = childrenOf(one);
    const told = children.filter(({ child }) => own.includes(child.id));
    const best = told.find(({ child }) => child.id === one.found[0].child.id);
    const [newest] = told;
    if (!best || !newest) return [];
    const said = about.particulars(best.child);
    const unborn = said?.birth.kind === "unborn";
    const secret = about.isSecret(best.row);
    return [
      {
        childIds: told.map(({ child }) => child.id),
        name: childName({ ...best.child, description: said?.description ?? null, unborn }),
        knownAs: best.child.alsoKnownAs,
        dateOfBirth: best.child.dateOfBirth,
        age: ageInWords({ ...best.child, unborn }, today),
        place: secret ? addressKept : best.child.postcode,
        school: said?.school ?? null,
        facts: one.found[0].hit.facts,
        family: about.others(newest.row.id, own),
        contacts: told.slice(0, contactsACard).map(({ row }) => about.contact(row)),
        moreContacts: Math.max(0, told.length - contactsACard),
      },
    ];
  });
}

/** Everybody whom somebody said is the same person, also under a name that was not asked for. */
async function linkedChildren({ tx }: Unit, people: readonly FoundPerson[]): Promise<Map<string, string[]>> {
  const personIds = people.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const linked = new Map<string, string[]>();
  if (personIds.length === 0) return linked;
  const rows = await tx
    .select({ personId: personLink.personId, childId: personLink.contactChildId })
    .from(personLink)
    .where(
      and(inArray(personLink.personId, personIds), eq(personLink.answer, "same"), isNull(personLink.endedAt)),
    );
  for (const { personId, childId } of rows)
    if (childId !== null) linked.set(personId, [...(linked.get(personId) ?? []), childId]);
  return linked;
}
