import { inArray } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { ContactFacts } from "#domain/contact-facts";
import { may } from "#domain/permissions";
import { readSearch, saysNothing, type Search } from "#domain/search/read-search";
import { searchHit } from "#domain/search/search-hit";
import { isAddressSecret } from "#domain/secret-address";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { byPerson, type Found } from "./by-person.ts";
import { findSought, type SoughtChild } from "./find-sought.ts";
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

/**
 * Finds people whom the hub was told of, with why each was found. What does not exist for whoever asks is not found, not
 * counted and not hinted at. What it showed is in the audit as every list is, and never what was typed.
 * @param asked.typed as it came from the box; null shows the empty page
 */
export async function searchPeople(
  context: Context,
  actor: StaffActor,
  asked: { typed: string | null; page: number },
): Promise<SearchResult> {
  if (!may(actor, "search")) throw new Forbidden("search");
  return unitOfWork(context, actor, async (unit) => {
    const search = readSearch(asked.typed ?? "", localDate(unit.now));
    const { children, capped } = saysNothing(search)
      ? { children: [], capped: false }
      : await findSought(unit, actor, search);
    const found = await withoutSecretPlaces(unit, search, children);
    const people = await byPerson(unit, found);
    const pages = Math.max(1, Math.ceil(people.length / cardsAPage));
    const page = Math.min(asked.page, pages);
    const shown = people.slice((page - 1) * cardsAPage, page * cardsAPage);
    const cards = await loadCards(unit, actor, shown);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "search", resultIds: cards.flatMap(({ childIds }) => childIds).slice(0, 1_000) },
    });
    return { asAt: unit.now, search, cards, total: people.length, capped, page, pages };
  });
}

/** Where a family is whose address must stay secret is told by no search: a postcode finds none of them. */
async function withoutSecretPlaces(
  unit: Unit,
  search: Search,
  children: readonly SoughtChild[],
): Promise<Found[]> {
  const hits = children.flatMap((child) => {
    const hit = searchHit(search, child.by, child);
    return hit === null ? [] : [{ child, hit }];
  });
  const placed = hits.filter(({ hit }) => hit.facts.includes("postcode")).map(({ child }) => child.contactId);
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
  return hits.flatMap(({ child, hit }) => {
    if (!hit.facts.includes("postcode") || told.has(child.contactId)) return [{ child, hit }];
    const again = searchHit({ ...search, postcode: null }, child.by, child);
    return again === null ? [] : [{ child, hit: again }];
  });
}
