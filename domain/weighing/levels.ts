import { slipsBetween } from "../names.ts";
import {
  familyLevels,
  givenLevels,
  middleLevels,
  nameLevels,
  orderLevels,
  type NameLevels,
} from "./name-levels.ts";
import type { Traits } from "./traits.ts";

/** How alike two people can be in each respect, the strongest first. "blank": one of the two says nothing. */
export const traitLevels = {
  family: familyLevels,
  given: givenLevels,
  middle: middleLevels,
  order: orderLevels,
  // Registers fill in 1 January where only the year is known.
  born: [
    "same",
    "newyear",
    "yearonly",
    "swapped",
    "slip",
    "newyearslip",
    "parts",
    "year",
    "nearby",
    "differs",
    "blank",
  ],
  postcode: ["same", "slip", "sector", "district", "area", "differs", "blank"],
  home: ["same", "street", "some", "differs", "blank"],
  place: ["same", "some", "slip", "differs", "blank"],
  sex: ["same", "differs", "blank"],
  phone: ["same", "slip", "differs", "blank"],
  email: ["same", "half", "slip", "differs", "blank"],
  nhs: ["same", "differs", "blank"],
  upn: ["same", "differs", "blank"],
} as const;

export type Trait = keyof typeof traitLevels;
export type Level<T extends Trait> = (typeof traitLevels)[T][number];
export type Levels = Omit<{ [T in Trait]: Level<T> }, keyof NameLevels | "place"> &
  NameLevels & { place: { level: Level<"place">; word: string | null } };

/** Compares two people in every respect. The same from both sides. */
export function levelsOf(a: Traits, b: Traits): Levels {
  return {
    ...nameLevels(a, b),
    born: bornLevel(a.born, b.born),
    postcode: postcodeLevel(a.postcode, b.postcode),
    home: homeLevel(a, b),
    place: placeLevel(a.place, b.place),
    sex: sameOrNot(a.sex, b.sex),
    phone: phoneLevel(a.phones, b.phones),
    email: emailLevel(a.email, b.email),
    nhs: sameOrNot(a.nhs, b.nhs),
    upn: sameOrNot(a.upn, b.upn),
  };
}

function sameOrNot(a: string | null, b: string | null): "same" | "differs" | "blank" {
  if (a === null || b === null) return "blank";
  return a === b ? "same" : "differs";
}

const isOneSlip = (a: string, b: string) => slipsBetween(a, b, 1) === 1;

function bornLevel(a: string | null, b: string | null): Level<"born"> {
  if (a === null || b === null) return "blank";
  const newYears = [a, b].filter((date) => date.endsWith("0101")).length;
  if (a === b) return newYears > 0 ? "newyear" : "same";
  const [yearA, monthA, dayA] = [a.slice(0, 4), a.slice(4, 6), a.slice(6)];
  const [yearB, monthB, dayB] = [b.slice(0, 4), b.slice(4, 6), b.slice(6)];
  if (newYears === 1 && yearA === yearB) return "yearonly";
  if (newYears === 2 && isOneSlip(yearA, yearB)) return "newyearslip";
  if (yearA === yearB && monthA === dayB && dayA === monthB) return "swapped";
  if (isOneSlip(a, b)) return "slip";
  const parts = [yearA === yearB, monthA === monthB, dayA === dayB].filter(Boolean).length;
  if (parts === 2) return "parts";
  if (yearA === yearB) return "year";
  const apart = Math.abs(Number(yearA) - Number(yearB));
  return apart <= 2 || slipsBetween(a, b, 2) === 2 ? "nearby" : "differs";
}

function postcodeLevel(a: string | null, b: string | null): Level<"postcode"> {
  if (a === null || b === null) return "blank";
  if (a === b) return "same";
  const [districtA = "", unitA = ""] = a.split(" ");
  const [districtB = "", unitB = ""] = b.split(" ");
  if (isOneSlip(a, b)) return "slip";
  if (districtA === districtB && unitA !== "") return unitA[0] === unitB[0] ? "sector" : "district";
  const [areaA, areaB] = [a, b].map((code) => /^[A-Z]+/.exec(code)?.[0]);
  return areaA !== undefined && areaA === areaB ? "area" : "differs";
}

function homeLevel(a: Traits, b: Traits): Level<"home"> {
  if (a.street.length === 0 || b.street.length === 0) return "blank";
  if (a.home !== null && a.home === b.home) return "same";
  const shared = a.street.filter((word) => b.street.includes(word));
  const hasNumber = shared.some((word) => /^\d/.test(word));
  if (shared.length > 1 && shared.length >= Math.min(a.street.length, b.street.length))
    return hasNumber ? "same" : "street";
  if (hasNumber && shared.some((word) => /^\D/.test(word))) return "street";
  return shared.length > 0 ? "some" : "differs";
}

function placeLevel(a: readonly string[], b: readonly string[]): Levels["place"] {
  if (a.length === 0 || b.length === 0) return { level: "blank", word: null };
  const [wholeA, wholeB] = [a.join(" "), b.join(" ")];
  if (wholeA === wholeB) return { level: "same", word: wholeA };
  const shared = a.find((word) => word.length > 3 && b.includes(word));
  if (shared !== undefined) return { level: "some", word: null };
  const isSlip = Math.min(wholeA.length, wholeB.length) > 3 && slipsBetween(wholeA, wholeB, 2) <= 2;
  return { level: isSlip ? "slip" : "differs", word: null };
}

function phoneLevel(a: readonly string[], b: readonly string[]): Level<"phone"> {
  if (a.length === 0 || b.length === 0) return "blank";
  if (a.some((number) => b.includes(number))) return "same";
  return a.some((one) => b.some((other) => isOneSlip(one, other))) ? "slip" : "differs";
}

function emailLevel(a: string | null, b: string | null): Level<"email"> {
  if (a === null || b === null) return "blank";
  if (a === b) return "same";
  if (a.split("@")[0] === b.split("@")[0]) return "half";
  return slipsBetween(a, b, 3) <= 3 ? "slip" : "differs";
}
