import type { Temporal } from "temporal-polyfill";
import type { Random } from "../random.ts";
import type { FamilyAdult } from "./family.ts";
import { inventedMobile } from "./identifiers.ts";
import { nameGroups, type NameGroupId } from "./names/index.ts";
import { drawSurname, feminine } from "./surname.ts";

export type ForAdults = {
  group: NameGroupId;
  surnames: { father: string; mother: string };
  /** Birthday of the oldest child. */
  oldest: Temporal.PlainDate;
  day: Temporal.PlainDate;
  number: number;
};

export function inventAdults(random: Random, of: ForAdults): FamilyAdult[] {
  const names = nameGroups[of.group];
  const adults: FamilyAdult[] = [];
  const add = (
    relationship: FamilyAdult["relationship"],
    surname: string,
    yearsOlder: [least: number, most: number],
    where: Pick<FamilyAdult, "livesThere" | "from"> = { livesThere: true, from: null },
  ) => {
    const sex = relationship === "mother" || relationship === "grandmother" ? "F" : "M";
    adults.push({
      first: random.pick(sex === "F" ? names.women : names.men),
      last: sex === "F" ? feminine(surname, of.group) : surname,
      sex,
      born: of.oldest.subtract({ years: random.whole(...yearsOlder), days: random.whole(0, 364) }),
      relationship,
      phone: inventedMobile(of.number * 5 + adults.length),
      ...where,
    });
  };
  if (!random.chance(0.05)) add("mother", of.surnames.mother, [17, 36]);
  if (adults.length === 0 || !random.chance(0.22))
    add("father", of.surnames.father, [18, 42], { livesThere: random.chance(0.62), from: null });
  if (random.chance(0.2)) {
    const from = of.day.add({ days: random.whole(-900, 900) });
    add("partner of mother", drawSurname(random, of.group), [16, 40], { livesThere: true, from });
  }
  if (random.chance(0.08)) add("grandmother", of.surnames.mother, [40, 60]);
  return adults;
}
