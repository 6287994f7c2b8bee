import { and, inArray, isNull } from "drizzle-orm";
import { personLink } from "#db/schema/people";
import type { SearchHit } from "#domain/search/search-hit";
import type { Unit } from "../unit-of-work.ts";
import type { SoughtChild } from "./find-sought.ts";

export type Found = { child: SoughtChild; hit: SearchHit };

export type FoundPerson = { personId: string | null; found: [Found, ...Found[]] };

/** Strongest first, newest first among equals; ids are in order of time. */
export async function byPerson(unit: Unit, found: readonly Found[]): Promise<FoundPerson[]> {
  const sorted = [...found].sort((a, b) => b.hit.counts - a.hit.counts || (a.child.id < b.child.id ? 1 : -1));
  const ids = sorted.map(({ child }) => child.id);
  const links =
    ids.length === 0
      ? []
      : await unit.tx
          .select({
            childId: personLink.contactChildId,
            personId: personLink.personId,
            answer: personLink.answer,
          })
          .from(personLink)
          .where(and(inArray(personLink.contactChildId, ids), isNull(personLink.endedAt)));
  const personOf = new Map(
    links.filter(({ answer }) => answer === "same").map((one) => [one.childId, one.personId]),
  );
  const people = new Map<string, FoundPerson>();
  for (const one of sorted) {
    const personId = personOf.get(one.child.id) ?? null;
    const known = people.get(personId ?? one.child.id);
    if (known) known.found.push(one);
    else people.set(personId ?? one.child.id, { personId, found: [one] });
  }
  return [...people.values()];
}
