import { inArray } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { ContactFacts } from "#domain/contact-facts";
import { may } from "#domain/permissions";
import { onlyReference, readSearch, saysNothing, type Search } from "#domain/search/read-search";
import { searchHit } from "#domain/search/search-hit";
import { takesEverybody, type SearchNarrowing } from "#domain/search/search-narrowing";
import { isAddressSecret } from "#domain/secret-address";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { alikeNames } from "../contacts/alike-names.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { byPerson, type Found } from "./by-person.ts";
import { findSoughtAdults } from "./find-sought-adults.ts";
import { findSoughtChildren, type SoughtOne } from "./find-sought.ts";
import { loadCards, type Card } from "./load-cards.ts";

export type SearchResult = {
  asAt: Date;
  search: Search;
  /** People, the strongest first: those whom somebody said are one child stand on one card. */
  cards: Card[];
  total: number;
  /** More fit than were looked at. */
  capped: boolean;
  page: number;
  pages: number;
};

const cardsAPage = 10;
/** Other spellings of each word. */
const alikeAtMost = 6;
const wordsAtMost = 3;
const lettersAtLeast = 4;

/**
 * Finds people whom the hub was told of, with why each was found. What does not exist for whoever asks is not found, not
 * counted and not hinted at. What it showed is in the audit as every list is, and never what was typed.
 * @param asked.typed as it came from the box; null shows the empty page
 * @param asked.narrowing what to leave out of it
 */
export async function searchPeople(
  context: Context,
  actor: StaffActor,
  asked: { typed: string | null; page: number; narrowing?: SearchNarrowing },
): Promise<SearchResult> {
  if (!may(actor, "search")) throw new Forbidden("search");
  return unitOfWork(context, actor, async (unit) => {
    const search = readSearch(asked.typed ?? "", localDate(unit.now));
    const { sought, capped } = saysNothing(search)
      ? { sought: [], capped: false }
      : await findSought(unit, actor, search, asked.narrowing ?? takesEverybody);
    const found = await withoutSecretPlaces(unit, search, sought);
    const people = await byPerson(unit, found);
    const pages = Math.max(1, Math.ceil(people.length / cardsAPage));
    const page = Math.min(asked.page, pages);
    const shown = people.slice((page - 1) * cardsAPage, page * cardsAPage);
    const cards = await loadCards(unit, actor, shown);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "search", resultIds: cards.flatMap(({ ids }) => ids).slice(0, 1_000) },
    });
    return { asAt: unit.now, search, cards, total: people.length, capped, page, pages };
  });
}

/** Of more words than these the first are enough, and shorter ones are like too many others. */
const spelledOtherwise = ({ words }: Search) =>
  words.slice(0, wordsAtMost).filter((word) => word.length >= lettersAtLeast);

/** Children and adults, each by what is kept of them. */
async function findSought(unit: Unit, actor: StaffActor, all: Search, narrowing: SearchNarrowing) {
  const search = narrowing.who === "reference" ? onlyReference(all) : all;
  if (saysNothing(search)) return { sought: [], capped: false };
  const asked = { search, narrowing, alike: await alikeNames(unit, spelledOtherwise(search), alikeAtMost) };
  const none = { found: [], capped: false };
  const [children, adults] = await Promise.all([
    narrowing.who === "adult" ? none : findSoughtChildren(unit, actor, asked),
    narrowing.who === null || narrowing.who === "adult" ? findSoughtAdults(unit, actor, asked) : none,
  ]);
  return { sought: [...children.found, ...adults.found], capped: children.capped || adults.capped };
}

/** Where a family is whose address must stay secret is told by no search: a postcode finds none of them. */
async function withoutSecretPlaces(
  unit: Unit,
  search: Search,
  sought: readonly SoughtOne[],
): Promise<Found[]> {
  const hitOf = (one: SoughtOne, asked: Search): Found[] => {
    const hit = searchHit(asked, one.by, one);
    return hit === null ? [] : [{ one, hit }];
  };
  const hits = sought.flatMap((one) => hitOf(one, search));
  const placed = hits.filter(({ hit }) => hit.facts.includes("postcode")).map(({ one }) => one.contactId);
  if (placed.length === 0) return hits;
  const [rows, keys] = await Promise.all([
    unit.tx.select({ id: contact.id, facts: contact.facts }).from(contact).where(inArray(contact.id, placed)),
    readDataKeys(unit, "contact", placed),
  ]);
  const told = new Set(
    rows.flatMap(({ id, facts }) => {
      const key = keys.get(id);
      const place = { table: "contact", row: id, column: "facts" };
      return key && !isAddressSecret(open<ContactFacts>(key, place, facts)) ? [id] : [];
    }),
  );
  return hits.flatMap((found) =>
    !found.hit.facts.includes("postcode") || told.has(found.one.contactId)
      ? [found]
      : hitOf(found.one, { ...search, postcode: null }),
  );
}
