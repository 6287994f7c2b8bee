import { foldName } from "./names.ts";

/** What schools are called besides their name, which comes and goes between two people who write of one. */
const kinds =
  "school schools primary infant infants junior juniors academy nursery college high grammar secondary preschool";
const between = "the of and at ce cofe c e rc church england catholic community";
const isKind = new Set(kinds.split(" "));
const dropped = new Set([...isKind, ...between.split(" ")]);

const wordsOf = (text: string) =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const keyOf = (words: readonly string[]): string | null => {
  const said = words.filter((word) => !dropped.has(word));
  // "St Mary's" and "Saint Marys" are one.
  const plain = said.map((word) => (word === "saint" ? "st" : word)).sort();
  return plain.length === 0 ? null : plain.join(" ").slice(0, 100);
};

/** One value for one school, however it was typed: "St Mary's C of E Primary School" and "Saint Marys Primary". */
export const schoolKey = (name: string | null): string | null =>
  name === null ? null : keyOf(wordsOf(name));

/**
 * What somebody may mean who types a school among other things: the words before the one that says that it is a school,
 * from each on, because a name may stand in front. Nothing where no word says so.
 */
export function schoolsIn(typed: string): string[] {
  const words = wordsOf(typed);
  const at = words.findIndex((word) => isKind.has(word));
  if (at < 1) return [];
  const keys = words.slice(0, at).map((_, from) => keyOf(words.slice(from, at)));
  return [...new Set(keys.filter((key) => key !== null))];
}

/** The words that are left when those of a school's kind are taken away. */
export const withoutSchoolWords = (words: readonly string[]): string[] =>
  words.filter((word) => !isKind.has(word));
