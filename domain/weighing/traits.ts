import { normaliseAddress } from "../address.ts";
import { normalisePhone, parseNhsNumber, parseUpn } from "../identifiers.ts";
import { foldName, nameWords, soundsOf, surnameParts } from "../names.ts";
import { nicknameGroups } from "../nicknames.ts";
import { parsePostcode } from "../postcode.ts";

/** What a list or a contact says of one person. A blank is unknown, and never speaks against anything. */
export type Said = {
  firstName: string | null;
  lastName: string | null;
  /** Every name in the order in which it is written, where a list has them in one column. */
  fullName: string | null;
  alsoKnownAs: string | null;
  /** As typed: a date that is in no calendar still has digits that can be right. */
  dateOfBirth: string | null;
  sex: string | null;
  postcode: string | null;
  address: readonly string[];
  placeOfBirth: string | null;
  phones: readonly string[];
  email: string | null;
  nhsNumber: string | null;
  upn: string | null;
};

export const nothingSaid: Said = {
  ...{ firstName: null, lastName: null, fullName: null, alsoKnownAs: null, dateOfBirth: null, sex: null },
  ...{ postcode: null, address: [], placeOfBirth: null, phones: [], email: null, nhsNumber: null, upn: null },
};

/** A word of a name with all that it is compared by. */
export type NameWord = { word: string; sounds: readonly string[]; nicknames: readonly string[] };

/** Somebody, taken apart once, so that each of thousands of comparisons costs microseconds. */
export type Traits = {
  given: readonly NameWord[];
  family: readonly NameWord[];
  /** The surname as one word. */
  surname: string;
  /** The only word there is: a first name or a surname, whichever fits the other. */
  lone: NameWord | null;
  /** Eight digits, year first. */
  born: string | null;
  sex: "M" | "F" | null;
  postcode: string | null;
  /** House and postcode as one value. */
  home: string | null;
  street: readonly string[];
  place: readonly string[];
  phones: readonly string[];
  email: string | null;
  nhs: string | null;
  upn: string | null;
};

const noNames = new Set(
  (
    "sir dame lord lady rev reverend canon captain capt colonel major general admiral professor prof baron baroness " +
    "earl duke duchess count countess viscount marquess bishop hon sr jr junior senior esq baronet bt of the and"
  ).split(" "),
);
const isName = (word: string) => !noNames.has(word) && !/\d/.test(word);
const words = (name: string | null) => nameWords(name).filter(isName);
const nameWord = (word: string): NameWord => ({
  ...{ word, sounds: soundsOf(word), nicknames: nicknameGroups(word) },
});

export function traitsOf(said: Said): Traits {
  const postcode = said.postcode === null ? null : (parsePostcode(said.postcode) ?? bareCode(said.postcode));
  return {
    ...namesOf(said),
    born: digitsOf(said.dateOfBirth),
    sex: sexOf(said.sex),
    postcode,
    home: normaliseAddress(said.address, postcode),
    street: foldedWords(said.address.join(" ")),
    place: foldedWords(said.placeOfBirth ?? ""),
    phones: said.phones.map(normalisePhone).filter((phone) => phone !== null),
    email: said.email === null ? null : said.email.trim().toLowerCase(),
    nhs: said.nhsNumber === null ? null : parseNhsNumber(said.nhsNumber),
    upn: said.upn === null ? null : parseUpn(said.upn),
  };
}

function namesOf(said: Said): Pick<Traits, "given" | "family" | "surname" | "lone"> {
  let given = words(said.firstName);
  let family = surnameParts(said.lastName).filter(isName);
  let surname = words(said.lastName).join("");
  // "Okafor, Mary" begins with the surname.
  const [, last = null, first = null] = /^([^,]+),([^,]+)$/.exec(said.fullName ?? "") ?? [];
  if (given.length === 0 && family.length === 0 && last !== null)
    return namesOf({ ...said, firstName: first, lastName: last, fullName: null });
  const full = words(said.fullName);
  if (given.length === 0 && family.length === 0 && full.length > 1) {
    given = full.slice(0, -1);
    family = full.slice(-1);
    surname = family.join("");
  } else {
    const last = words(said.lastName);
    given = [...given, ...full.filter((word) => !last.includes(word))];
  }
  given = [...new Set([...given, ...words(said.alsoKnownAs)])];
  const only = given.length + family.length === 1 ? (given[0] ?? family[0] ?? null) : null;
  if (only !== null) return { given: [], family: [], surname: "", lone: nameWord(only) };
  return { given: given.map(nameWord), family: family.map(nameWord), surname, lone: null };
}

/** The code of another country, or one with a slip in it. */
function bareCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return bare === "" ? null : bare.slice(0, 12);
}

const monthsInWords = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthIn = (typed: string): string => {
  const place = monthsInWords.indexOf(typed.slice(0, 3).toLowerCase());
  return place === -1 ? typed : String(place + 1);
};
const two = (part: string) => part.padStart(2, "0");

/** Eight digits, year first, of a date however it is written; day before month, unless only the other way is a date. */
function digitsOf(typed: string | null): string | null {
  const date = typed?.trim() ?? "";
  const together = /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(date);
  if (together) return together.slice(1).join("");
  const [, first, month = "", day = ""] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)/.exec(date) ?? [];
  if (first !== undefined) return `${first}${two(month)}${two(day)}`;
  const pieces = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([a-z]{3,9}|\d{1,2})[.,]?[\s/.-]+(\d{4})(?!\d)/i.exec(
    date,
  );
  if (!pieces) return null;
  const [, one = "", other = "", year = ""] = pieces;
  const middle = monthIn(other);
  if (!/^\d+$/.test(middle)) return null;
  const monthFirst = Number(middle) > 12 && Number(one) <= 12;
  return monthFirst ? `${year}${two(one)}${two(middle)}` : `${year}${two(middle)}${two(one)}`;
}

function sexOf(typed: string | null): Traits["sex"] {
  const word = (typed ?? "").trim().toLowerCase();
  if (/^(?:m|male|man|boy)$/.test(word)) return "M";
  return /^(?:f|female|woman|girl)$/.test(word) ? "F" : null;
}

const foldedWords = (text: string) =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
