import type { WrittenLanguage } from "../intake.ts";
import { monthNames as pl } from "./pl/month-names.ts";

/** Each month in the forms in which it is written in a date. */
const names: Record<WrittenLanguage, readonly (readonly string[])[]> = {
  en: [
    ...[["january"], ["february"], ["march"], ["april"], ["may"], ["june"]],
    ...[["july"], ["august"], ["september", "sept"], ["october"], ["november"], ["december"]],
  ],
  pl,
};

/** As they are typed: in any case, with or without the marks over their letters. */
const plainly = (word: string) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/gu, "l").toLowerCase();

const every = Object.values(names).map((months) => months.map((forms) => forms.map(plainly)));

/** Fewer letters than this could be two months. */
const lettersAtLeast = 3;

/**
 * The month that a word names whose first letters are right, in any language that the product is written in: a date is
 * read again later, by people and pages of another language. No two languages differ about three letters; a test says so.
 */
export function monthNamed(typed: string): number | null {
  const word = plainly(typed.replace(/\.$/, ""));
  if (word.length < lettersAtLeast) return null;
  for (const months of every) {
    const found = months.findIndex((forms) => forms.some((form) => form.startsWith(word)));
    if (found !== -1) return found + 1;
  }
  return null;
}
