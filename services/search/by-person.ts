import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { personLink } from "#db/schema/people";
import type { SearchHit } from "#domain/search/search-hit";
import type { Unit } from "../unit-of-work.ts";
import type { SoughtOne } from "./find-sought.ts";
import { sameAdults } from "./same-adults.ts";

export type Found = { one: SoughtOne; hit: SearchHit };

export type FoundPerson = { personId: string | null; found: [Found, ...Found[]] };

const whose = { childId: personLink.contactChildId, adultId: personLink.contactAdultId };

/** Strongest first, newest first among equals; ids are in order of time. */
export async function byPerson(unit: Unit, found: readonly Found[]): Promise<FoundPerson[]> {
  const sorted = [...found].sort((a, b) => b.hit.counts - a.hit.counts || (a.one.id < b.one.id ? 1 : -1));
  const ids = sorted.map(({ one }) => one.id);
  if (ids.length === 0) return [];
  const [links, adults] = await Promise.all([
    unit.tx
      .select({ ...whose, personId: personLink.personId })
      .from(personLink)
      .where(
        and(
          or(inArray(personLink.contactChildId, ids), inArray(personLink.contactAdultId, ids)),
          eq(personLink.answer, "same"),
          isNull(personLink.endedAt),
        ),
      ),
    sameAdults(
      unit,
      sorted.map(({ one }) => one),
    ),
  ]);
  const personOf = new Map(links.map(({ childId, adultId, personId }) => [childId ?? adultId, personId]));
  const people = new Map<string, FoundPerson>();
  for (const each of sorted) {
    const personId = personOf.get(each.one.id) ?? null;
    const who = personId ?? adults.get(each.one.id) ?? each.one.id;
    const known = people.get(who);
    if (known) known.found.push(each);
    else people.set(who, { personId, found: [each] });
  }
  return [...people.values()];
}

/** Everybody whom somebody said is the same person, also under a name that was not asked for. */
export async function linkedTo({ tx }: Unit, people: readonly FoundPerson[]): Promise<Map<string, string[]>> {
  const personIds = people.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const linked = new Map<string, string[]>();
  if (personIds.length === 0) return linked;
  const rows = await tx
    .select({ personId: personLink.personId, ...whose })
    .from(personLink)
    .where(
      and(inArray(personLink.personId, personIds), eq(personLink.answer, "same"), isNull(personLink.endedAt)),
    );
  for (const { personId, childId, adultId } of rows) {
    const id = childId ?? adultId;
    if (id !== null) linked.set(personId, [...(linked.get(personId) ?? []), id]);
  }
  return linked;
}
