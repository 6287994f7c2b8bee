import type { Level, Levels, Trait } from "./levels.ts";

/**
 * What a level says, in bits: a bit doubles the odds that two descriptions are of one person. Each is the logarithm of how
 * much oftener the level is met between two descriptions of one person than between two people. Worked out from pairs
 * that others labelled (5,989 British, 1,000 and 6,000 made-up records; `npm run bench -- match` says which, and how well
 * the whole does), rounded to what all of them can bear. Of a name or place that is the same, its rarity comes on top.
 */
const weights: { [T in Trait]: Record<Level<T>, number> } = {
  family: { same: -0.5, part: 4, slip: 7, sound: 4, near: 2, differs: -3.5, blank: 0 },
  given: {
    ...{
      same: -0.8,
      nickname: 4.3,
      middle: 3,
      slip: 5.5,
      sound: 2.3,
      initial: 2.3,
      near: 3,
      differs: -3.2,
      blank: 0,
    },
  },
  middle: { same: 0, differs: -2.7, blank: 0 },
  order: { straight: 0, swapped: -3.5 },
  born: {
    ...{ same: 13, newyear: 6.5, yearonly: 5, swapped: 8.5, slip: 6.5, newyearslip: 1.5, parts: 1.5 },
    ...{ year: 2.2, nearby: 0.3, differs: -4.5, blank: 0 },
  },
  postcode: { same: 11.5, slip: 9, sector: 6, district: 4.5, area: 3, differs: -2.8, blank: 0 },
  home: { same: 13, street: 7, some: 0, differs: -4, blank: 0 },
  place: { same: -0.4, some: 3, slip: 3, differs: -2.4, blank: 0 },
  sex: { same: 0.5, differs: -1.9, blank: 0 },
  // Families share a phone and change it.
  phone: { same: 13, slip: 9, differs: -1, blank: 0 },
  email: { same: 16, half: 13, slip: 13, differs: -4, blank: 0 },
  nhs: { same: 25, differs: -12, blank: 0 },
  upn: { same: 22, differs: -4, blank: 0 },
};

/** What a home or a phone that was not read could add at most, where no key says already that it is the same one. */
export const unseenHome = weights.home.same;
export const unseenPhone = weights.phone.slip;

/** How rare a name or a place is among those who are compared, in bits: 1 in 1,024 is 10. */
export type Rarity = {
  family: (name: string) => number;
  given: (name: string) => number;
  place: (name: string) => number;
};

/** A second first name that both have says as much as the rarest of first names, and not more. */
const middleAtMost = 8;
/** Who lives in one house also has one postcode: what the house says holds this much of it. */
const postcodeInHome = 6;
/** And who is of one postcode area is mostly of one place: what it says twice counts half. */
const placeInPostcode = 0.25;

/** What a family shares must not outweigh that this is a brother, sister or parent: another name and another birthday. */
const anotherOfFamily = -10;
/** Nor, of children, that this is a twin: another name on the same birthday. */
const twin = -8;

/**
 * How strongly all of it speaks for one person, in bits; below nought it speaks against.
 * @param children they may live with a brother, a sister or a twin
 */
export function weigh(levels: Levels, rarity: Rarity, children: boolean): number {
  const { family, given, middle, order, born, postcode, home, place, sex, phone, email, nhs, upn } = levels;
  let bits = weights.family[family.level] + weights.given[given.level] + weights.middle[middle.level];
  if (family.level === "same" && family.word !== null) bits += rarity.family(family.word);
  if (given.level === "same" && given.word !== null) bits += rarity.given(given.word);
  if (middle.level === "same" && middle.word !== null)
    bits += Math.min(middleAtMost, rarity.given(middle.word));
  bits += weights.order[order] + weights.born[born] + weights.postcode[postcode] + weights.home[home];
  if (home === "same" || home === "street" || home === "some")
    bits -= Math.max(0, Math.min(weights.postcode[postcode], postcodeInHome));
  bits += weights.place[place.level];
  if (place.level === "same" && place.word !== null)
    bits += rarity.place(place.word) * (weights.postcode[postcode] > 0 ? placeInPostcode : 1);
  if (given.level === "differs") bits += another(born, children);
  bits += weights.sex[sex] + weights.phone[phone] + weights.email[email];
  return bits + weights.nhs[nhs] + weights.upn[upn];
}

/** Of two with other first names. Labelled lists lose nothing by it, and lists of children are full of families. */
function another(born: Level<"born">, children: boolean): number {
  if (born === "same") return children ? twin : 0;
  return born === "differs" || born === "nearby" || born === "year" || born === "parts" ? anotherOfFamily : 0;
}
