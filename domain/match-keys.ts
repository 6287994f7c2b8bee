import { normaliseAddress } from "./address.ts";
import { normalisePhone, parseNhsNumber, parseUpn } from "./identifiers.ts";
import { emptySubject, type MatchSubject } from "./match-subject.ts";
import { nameWords, soundsOf, surnameParts } from "./names.ts";
import { nicknameGroups } from "./nicknames.ts";
import { parsePostcode } from "./postcode.ts";
import { schoolKey } from "./school.ts";

/** Kinds whose values are personal by themselves: kept as keyed HMACs, never plain. */
export const sealedKeyKinds = ["nhs", "upn", "phone", "address", "school"] as const;
/** Kinds that are kept as they are. "name" holds one folded word, for the dictionary of names. */
const plainKeyKinds = [
  "dob_last",
  "dob_first",
  "last_postcode",
  "first_postcode",
  "dob_postcode",
  "first_last",
  "birthday_name",
  "month_name",
  "year_day_name",
  "name",
] as const;
export const matchKeyKinds = [...sealedKeyKinds, ...plainKeyKinds] as const;
export type MatchKeyKind = (typeof matchKeyKinds)[number];
export type MatchKey = { kind: MatchKeyKind; value: string };

/** Raised when other keys are kept: what was kept before is then given the new ones by services/contacts/keep-keys.ts. */
export const keyRules = 1;

/** What thousands share says nothing by itself: it is for a search by people, and brings nobody together. */
const onlyToSearch: readonly MatchKeyKind[] = ["name", "school"];
export const bringsTogether = ({ kind }: MatchKey): boolean => !onlyToSearch.includes(kind);

/** A name can be long; what is found by is not: the first few sounds are enough and the table stays small. */
const most = 6;

/** What this child can be found by later. Kept beside the child, written in the same transaction. */
export function matchKeys(subject: MatchSubject): MatchKey[] {
  return distinct(keysOf(subject));
}

/**
 * What to look for when this child arrives: the same keys, and those that a slip would have left: day and month
 * swapped, first name and surname swapped.
 */
export function searchKeys(subject: MatchSubject): MatchKey[] {
  const swappedDate = swapDayAndMonth(subject.dateOfBirth);
  const swappedNames = { ...subject, firstName: subject.lastName, lastName: subject.firstName };
  return distinct([
    ...keysOf(subject),
    ...(swappedDate === null ? [] : keysOf({ ...subject, dateOfBirth: swappedDate })),
    ...keysOf(swappedNames),
  ]);
}

/** What an adult can be found by: their names and birth date, in whatever order the name was written. */
export function adultKeys({ name, dateOfBirth }: { name: string; dateOfBirth: string | null }): MatchKey[] {
  const [first = null, ...rest] = nameWords(name);
  const subject = { ...emptySubject, firstName: first, lastName: rest.join(" ") || null, dateOfBirth };
  return matchKeys(subject).filter(({ kind }) => kindsOfAdults.includes(kind));
}
const kindsOfAdults: readonly MatchKeyKind[] = ["dob_last", "dob_first", "first_last", "name"];

function keysOf(subject: MatchSubject): MatchKey[] {
  const keys: MatchKey[] = [];
  const add = (kind: MatchKeyKind, value: string | null) => {
    if (value !== null) keys.push({ kind, value });
  };
  const postcode = subject.postcode === null ? null : parsePostcode(subject.postcode);
  add("nhs", subject.nhsNumber === null ? null : parseNhsNumber(subject.nhsNumber));
  add("upn", subject.upn === null ? null : parseUpn(subject.upn));
  add("school", schoolKey(subject.school));
  add("address", normaliseAddress(subject.address, postcode));
  for (const phone of subject.phones.slice(0, most)) add("phone", normalisePhone(phone));

  const given = [...nameWords(subject.firstName).slice(0, 2), ...nameWords(subject.alsoKnownAs)];
  const family = [...surnameParts(subject.lastName), ...nameWords(subject.alsoKnownAs).slice(1)];
  const firsts = firstSounds(given);
  const lasts = sounds(family);
  const born = subject.dateOfBirth;
  if (born !== null) {
    for (const sound of lasts) add("dob_last", `${born}|${sound}`);
    for (const sound of firsts) add("dob_first", `${born}|${sound}`);
    // One name and two of day, month and year: what a slip anywhere else leaves.
    const [year = "", month = "", day = ""] = born.split("-");
    for (const sound of [...new Set([...firsts, ...lasts])].slice(0, most)) {
      add("birthday_name", `${month}-${day}|${sound}`);
      add("month_name", `${year}-${month}|${sound}`);
      add("year_day_name", `${year}|${day}|${sound}`);
    }
    if (postcode !== null) add("dob_postcode", `${born}|${postcode}`);
  }
  if (postcode !== null) {
    for (const sound of lasts) add("last_postcode", `${sound}|${postcode}`);
    for (const sound of firsts) add("first_postcode", `${sound}|${postcode}`);
  }
  // For a child nobody could date or place. Common names fill this one, so whoever reads it sets a limit.
  for (const first of firsts)
    for (const last of sounds(family.slice(0, 2))) add("first_last", `${first}|${last}`);
  for (const word of [...given, ...family]) if (word.length > 1) add("name", word.slice(0, 60));
  return keys;
}

/** The word itself stands in where it is not in Latin letters and has no sound. */
function sounds(words: readonly string[]): string[] {
  const found = words.flatMap((word) => {
    const codes = soundsOf(word);
    return codes.length > 0 ? codes : [word.slice(0, 20)];
  });
  return [...new Set(found)].slice(0, most);
}

/** Sounds, and the groups of nicknames: "~robert" finds a Bob, which sounds nothing like a Robert. */
function firstSounds(words: readonly string[]): string[] {
  return [...sounds(words), ...new Set(words.flatMap(nicknameGroups).map((group) => `~${group}`))];
}

/** The other reading of a date whose day could be a month; null when there is none. */
export function swapDayAndMonth(isoDate: string | null): string | null {
  if (isoDate === null) return null;
  const [year, month, day] = isoDate.split("-");
  if (day === undefined || month === day || Number(day) > 12) return null;
  return `${year}-${day}-${month}`;
}

function distinct(keys: readonly MatchKey[]): MatchKey[] {
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
