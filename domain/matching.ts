import { Temporal } from "temporal-polyfill";
import { normaliseAddress } from "./address.ts";
import { compareNames, type NameLikeness } from "./compare-names.ts";
import { normalisePhone, parseNhsNumber, parseUpn } from "./identifiers.ts";
import { swapDayAndMonth } from "./match-keys.ts";
import { matchFactWords, type MatchFact } from "./match-facts.ts";
import type { MatchSubject } from "./match-subject.ts";
import { parsePostcode } from "./postcode.ts";
import { unseenHome, unseenPhone } from "./weighing/weigh.ts";
import { weighedBand, weighedBits } from "./weighing/weighed-band.ts";

export const matchBands = ["sure", "likely", "possible"] as const;
export type MatchBand = (typeof matchBands)[number];

export type Comparison = {
  /** "none" is not shown as a match; it can still be a brother or sister. */
  band: MatchBand | "none";
  facts: MatchFact[];
  /** The facts in words, for and against, in a fixed order. Never a percentage. */
  words: string[];
  /** Looks like a brother, sister or twin: one family, another child. */
  sibling: boolean;
};

/**
 * Whether two descriptions may be one child, in facts and a band. Symmetric. It proposes; a person confirms.
 *
 * Sure: an identifier with a check digit is equal, or full name, date of birth and home are, and nothing speaks against
 * it. Likely: two strong facts. Possible: one strong fact or two weak ones. Where weak facts together weigh as much
 * (decision 025), they count as much. What a family shares (home, phone, surname)
 * never makes one child of two: it takes a first name or a birth date as well.
 */
export function compare(a: MatchSubject, b: MatchSubject): Comparison {
  const { band, facts, sibling } = compareAll(a, b);
  return { band, facts, words: facts.map(matchFactWords), sibling };
}

function compareAll(a: MatchSubject, b: MatchSubject) {
  const names = compareNames(a, b);
  const identity = compareIdentifiers(a, b);
  const born = compareBirths(a, b);
  const place = comparePlaces(a, b);
  const sexDiffers = a.sex !== b.sex && a.sex !== "U" && b.sex !== "U";
  const twin = names.first === "differs" && born.likeness === "same" && isFamily(names, place);
  const anotherChild = names.first === "differs" || born.likeness === "differs";
  const ruled = bandOf(names, identity.same, born.likeness, place);
  const bits = anotherChild ? -Infinity : weighedBits(a, b);
  const weighed = weighedBand(bits);
  const stronger =
    [...matchBands, "none" as const].find((band) => band === ruled || band === weighed) ?? "none";
  const band = capped(stronger, identity.differ, sexDiffers, twin);
  const facts: MatchFact[] = [
    ...identity.facts,
    ...names.facts,
    ...born.facts,
    ...place.facts,
    ...(sexDiffers ? (["sex_differs"] as const) : []),
    ...(twin ? (["could_be_twin"] as const) : []),
  ];
  const sibling = anotherChild && band !== "sure" && band !== "likely" && isFamily(names, place);
  return { band, facts, sibling, bits };
}

/** How strong a likeness may turn out, the strongest first. "family" is a brother or sister; "perhaps" hangs on what is sealed. */
export const foreseenOrder = ["sure", "likely", "family", "possible", "perhaps", "none"] as const;
type Foreseen = (typeof foreseenOrder)[number];

/**
 * What `compare` may find between a child and one of whom only a part is known: what stands in the open, and of what is
 * sealed that it is the same where a key says so. Never "none" where `compare` finds a match or a brother or sister: it
 * spares opening what a stranger's contact keeps sealed, and says whom to open first.
 */
export function foresee(a: MatchSubject, b: MatchSubject): Foreseen {
  const { band, sibling, bits } = compareAll(a, b);
  if (sibling && band === "none") return "family";
  if (band !== "none") return band;
  const unseen = (a.address.length > 0 ? unseenHome : 0) + (a.phones.length > 0 ? unseenPhone : 0);
  return weighedBand(bits + unseen) === "none" ? "none" : "perhaps";
}

type Place = { house: boolean; phone: boolean; postcode: boolean; facts: MatchFact[] };
type Born = { likeness: "same" | "near" | "fits" | "differs" | "unknown"; facts: MatchFact[] };

function isFamily({ last }: NameLikeness, place: Place): boolean {
  const surname = last === "same" || last === "close";
  return surname ? place.house || place.phone || place.postcode : place.house;
}

function bandOf(
  names: NameLikeness,
  identified: boolean,
  born: Born["likeness"],
  place: Place,
): Comparison["band"] {
  const { first, last } = names;
  const against = first === "differs" || born === "differs";
  if (identified) return against ? "likely" : "sure";
  const home = place.house || place.phone;
  const nearby = home || place.postcode;
  const fullName = first === "same" && last === "same";
  const bothClose = (first === "same" || first === "close") && (last === "same" || last === "close");
  const bornNear = born === "same" || born === "near";

  if (first === "differs") return born === "same" && isFamily(names, place) ? "possible" : "none";
  if (born === "differs") return fullName && (home || place.postcode) ? "possible" : "none";

  if (fullName && names.firstItself && born === "same" && place.house) return "sure";
  if (fullName && (bornNear || nearby)) return "likely";
  if (bothClose && born === "same") return "likely";
  if (bothClose && born === "near" && (first === "same" || last === "same" || nearby)) return "likely";
  if (home && bornNear && (first !== "unknown" || last !== "differs")) return "likely";
  if (first === "same" && born === "same" && place.postcode) return "likely";

  if (fullName) return "possible";
  if (born === "same" && (first !== "unknown" || last === "same" || last === "close" || nearby))
    return "possible";
  if (bothClose && (nearby || bornNear || born === "fits")) return "possible";
  if (first !== "unknown" && (home || (place.postcode && (bornNear || born === "fits")))) return "possible";
  // Nobody knew the first name: the family's surname and place are all there is to go by.
  if (first === "unknown" && (last === "same" || last === "close") && nearby) return "possible";
  return "none";
}

/** What speaks against it holds a band down, whatever else fits. */
function capped(
  band: Comparison["band"],
  identifiersDiffer: boolean,
  sexDiffers: boolean,
  twin: boolean,
): Comparison["band"] {
  if ((identifiersDiffer || twin) && (band === "sure" || band === "likely")) return "possible";
  return sexDiffers && band === "sure" ? "likely" : band;
}

function compareIdentifiers(a: MatchSubject, b: MatchSubject) {
  const facts: MatchFact[] = [];
  const pair = (x: string | null, y: string | null, same: MatchFact, differs: MatchFact) => {
    if (x !== null && y !== null) facts.push(x === y ? same : differs);
  };
  const nhs = (one: MatchSubject) => (one.nhsNumber === null ? null : parseNhsNumber(one.nhsNumber));
  const upn = (one: MatchSubject) => (one.upn === null ? null : parseUpn(one.upn));
  pair(nhs(a), nhs(b), "nhs_same", "nhs_differs");
  pair(upn(a), upn(b), "upn_same", "upn_differs");
  // A pupil number can change with a school; an NHS number does not.
  const differ =
    facts.includes("nhs_differs") || (facts.includes("upn_differs") && !facts.includes("nhs_same"));
  return { facts, differ, same: facts.some((fact) => fact === "nhs_same" || fact === "upn_same") && !differ };
}

function compareBirths(a: MatchSubject, b: MatchSubject): Born {
  if (a.dateOfBirth !== null && b.dateOfBirth !== null) return compareDates(a.dateOfBirth, b.dateOfBirth);
  if (a.dueDate !== null && b.dueDate !== null) {
    return within(daysFrom(a.dueDate, b.dueDate), -28, 28) ? near("due_same") : differs("dob_differs");
  }
  const due = a.dueDate ?? b.dueDate;
  const date = a.dateOfBirth ?? b.dateOfBirth;
  // Sixteen weeks early is the edge of what a baby survives; three weeks late is the edge of what is allowed.
  if (due !== null && date !== null) {
    return within(daysFrom(due, date), -112, 21) ? near("due_fits") : differs("dob_differs");
  }
  return compareAges(a, b);
}

const near = (...facts: MatchFact[]): Born => ({ likeness: "near", facts });
const differs = (...facts: MatchFact[]): Born => ({ likeness: "differs", facts });

function compareDates(a: string, b: string): Born {
  if (a === b) return { likeness: "same", facts: ["dob_same"] };
  if (swapDayAndMonth(a) === b) return near("dob_swapped");
  // 1 January is what is filled in where only the year is known: two of those share no day that anybody remembers.
  const placeholders = a.endsWith("-01-01") && b.endsWith("-01-01");
  if (placeholders && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) > 2)
    return differs("dob_differs");
  const parts = b.split("-");
  const alike = a.split("-").filter((part, i) => part === parts[i]).length;
  return alike === 2 ? near("dob_two_parts") : differs("dob_differs");
}

/** A guess may be two years off, more for a guess about a teenager. */
function compareAges(a: MatchSubject, b: MatchSubject): Born {
  const [yearA, yearB] = [yearOfBirth(a), yearOfBirth(b)];
  if (yearA === null || yearB === null) return { likeness: "unknown", facts: [] };
  const apart = Math.abs(yearA - yearB);
  if (apart <= 2) return { likeness: "fits", facts: ["age_fits"] };
  return apart <= 4 ? { likeness: "unknown", facts: [] } : differs("age_differs");
}

function yearOfBirth(one: MatchSubject): number | null {
  if (one.dateOfBirth !== null) return Number(one.dateOfBirth.slice(0, 4));
  if (one.dueDate !== null) return Number(one.dueDate.slice(0, 4));
  return one.estimatedAge === null ? null : Number(one.describedOn.slice(0, 4)) - one.estimatedAge;
}

// One child is compared with hundreds, and where it lives is worked out once.
const homes = new WeakMap<MatchSubject, string | null>();

function homeOf(one: MatchSubject): string | null {
  const known = homes.get(one);
  if (known !== undefined) return known;
  const home = one.address.length === 0 ? null : normaliseAddress(one.address, one.postcode);
  homes.set(one, home);
  return home;
}

function comparePlaces(a: MatchSubject, b: MatchSubject): Place {
  const code = (one: MatchSubject) => (one.postcode === null ? null : parsePostcode(one.postcode));
  const phones = (one: MatchSubject) => one.phones.map(normalisePhone).filter((phone) => phone !== null);
  const house = homeOf(a) !== null && homeOf(a) === homeOf(b);
  const phone = phones(a).some((number) => phones(b).includes(number));
  const postcode = code(a) !== null && code(a) === code(b);
  const facts: MatchFact[] = [];
  if (house) facts.push("house_same");
  if (phone) facts.push("phone_same");
  if (postcode && !house) facts.push("postcode_same");
  return { house, phone, postcode, facts };
}

function daysFrom(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

const within = (value: number, least: number, most: number) => value >= least && value <= most;
