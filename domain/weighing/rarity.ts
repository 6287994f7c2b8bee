import type { Traits } from "./traits.ts";
import type { Rarity } from "./weigh.ts";

/** However common or rare a name is in one list, outside it is neither more common nor rarer than this, in bits. */
const bounds = { family: [3, 10], given: [3, 9], place: [1, 8.5] } as const;
/** As if the list had this many more people with names of their own: a list of ten knows nothing of rarity. */
const others = 20;

/** How rare each name and place is in a list. */
export function rarityIn(people: readonly Traits[]): Rarity {
  const family = new Map<string, number>();
  const given = new Map<string, number>();
  const place = new Map<string, number>();
  const count = (counts: Map<string, number>, names: readonly string[]) => {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return names.length > 0 ? 1 : 0;
  };
  const total = { family: 0, given: 0, place: 0 };
  for (const person of people) {
    const parts = person.family.map(({ word }) => word);
    const lone = person.lone ? [person.lone.word] : [];
    total.family += count(family, parts.length > 0 ? [person.surname, ...parts] : lone);
    total.given += count(
      given,
      person.given.map(({ word }) => word),
    );
    total.place += count(place, person.place.length > 0 ? [person.place.join(" ")] : []);
  }
  const of = (kind: keyof typeof bounds, counts: Map<string, number>) => (name: string) => {
    const [least, most] = bounds[kind];
    const bits = Math.log2((total[kind] + others) / ((counts.get(name) ?? 0) + 1));
    return Math.min(most, Math.max(least, bits));
  };
  return { family: of("family", family), given: of("given", given), place: of("place", place) };
}
