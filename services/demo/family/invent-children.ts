import type { Temporal } from "temporal-polyfill";
import type { Random } from "../random.ts";
import type { FamilyChild } from "./family.ts";
import { inventedNhsNumber, inventedUpn } from "./identifiers.ts";
import { nameGroups, type NameGroupId } from "./names/index.ts";
import { drawSurname, feminine } from "./surname.ts";

/** More children than any invented family has, so that no two get the same number. */
const childrenAtMost = 16;

export type ForChildren = {
  group: NameGroupId;
  last: string;
  /** Oldest first. */
  births: readonly Temporal.PlainDate[];
  number: number;
  day: Temporal.PlainDate;
};

export function inventChildren(random: Random, of: ForChildren): FamilyChild[] {
  const group = nameGroups[of.group];
  const renamedTo = random.chance(0.05) ? drawSurname(random, of.group) : null;
  const renamedFrom = of.day.add({ days: random.whole(60, 1500) });
  const taken = new Set<string>();
  return of.births.map((born, i) => {
    const sex = random.chance(0.51) ? "M" : "F";
    const names = sex === "M" ? group.boys : group.girls;
    const free = names.filter((name) => !taken.has(name));
    const first = random.pick(free.length > 0 ? free : names);
    taken.add(first);
    const serial = of.number * childrenAtMost + i;
    const borne = (surname: string) => (sex === "F" ? feminine(surname, of.group) : surname);
    return {
      first,
      last: borne(of.last),
      knownAs: random.chance(0.08) ? first.slice(0, Math.max(2, Math.ceil(first.length / 2))) : null,
      sex,
      born,
      nhsNumber: inventedNhsNumber(serial),
      upn: inventedUpn(serial, born.year),
      renamed: renamedTo === null ? null : { from: renamedFrom, last: borne(renamedTo) },
      disabilities: random.chance(0.07) ? [random.pick(["AUT", "LD", "MOB", "HEAR", "BEH"])] : [],
    };
  });
}
