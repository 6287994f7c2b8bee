import { parseNhsNumber, normalisePhone, parseUpn } from "../identifiers.ts";
import { nameWords } from "../names.ts";
import { parsePostcode } from "../postcode.ts";
import { readTypedDate } from "../questions/typed-date.ts";
import { parseReference } from "../reference.ts";
import { schoolsIn, withoutSchoolWords } from "../school.ts";

/** What somebody looks for, taken apart. All of it came from one box, in whatever order. */
export type Search = {
  reference: string | null;
  nhsNumber: string | null;
  upn: string | null;
  phone: string | null;
  postcode: string | null;
  /** ISO calendar date. */
  born: string | null;
  /** Folded words of names, in any order. */
  words: readonly string[];
  /** What may be meant of a school, each in the form in which one is kept; none where nothing says that one is meant. */
  schools: readonly string[];
};

export const searchAtMost = 200;
/** A name of more words than this is a sentence. */
const wordsAtMost = 5;

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const forms = {
  upn: /\b[A-Z]\d{11}[\dA-Z]\b/gi,
  nhs: /\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/g,
  phone: /(?:\+|\b)[\d(][\d\s()-]{8,18}\d\b/g,
  dates: [
    /\b\d{4}-\d{1,2}-\d{1,2}\b/g,
    /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d\d)\b/g,
    new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})[a-z]*\\.?\\s+(?:\\d{4}|\\d\\d)\\b`, "gi"),
    /\b\d{1,2}\s+\d{1,2}\s+\d{4}\b/g,
    /\b\d{8}\b/g,
  ],
  postcode: /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi,
  reference: /\b[A-Z\d]{4}[\s-]?[A-Z\d]{4}\b/gi,
} as const;

/**
 * Takes apart what was typed into the one box. What has a form of its own (a number with a check digit, a date, a postcode,
 * a reference) is taken for that and nothing else; the words that are left are names.
 * @param today ISO date, for a year of two digits
 */
export function readSearch(typed: string, today: string): Search {
  let text = typed.slice(0, searchAtMost).normalize("NFKC");
  const take = (form: RegExp, read: (found: string) => string | null): string | null => {
    for (const [found] of text.matchAll(form)) {
      const value = read(found);
      if (value === null) continue;
      text = text.replace(found, " ");
      return value;
    }
    return null;
  };
  // Eight letters can be a name as well, and are looked for as both.
  const whole = parseReference(text);
  if (whole !== null && /\d/.test(whole) && readDate(text.trim(), today) === null)
    return { ...nothing, reference: whole };
  const upn = take(forms.upn, parseUpn);
  const nhsNumber = take(forms.nhs, parseNhsNumber);
  const born = forms.dates.reduce<string | null>(
    (found, form) => found ?? take(form, (date) => readDate(date, today)),
    null,
  );
  const phone = take(forms.phone, normalisePhone);
  const postcode = take(forms.postcode, parsePostcode);
  const reference =
    whole ?? take(forms.reference, (found) => (/\d/.test(found) ? parseReference(found) : null));
  const left = text.replace(/\b(?:dob|born|nhs|ref|tel)\b/gi, " ");
  const schools = schoolsIn(left);
  const words = withoutSchoolWords([...new Set(nameWords(left))]).slice(0, wordsAtMost);
  return { reference, nhsNumber, upn, phone, postcode, born, words, schools };
}

const nothing: Search = {
  ...{ reference: null, nhsNumber: null, upn: null, phone: null, postcode: null, born: null },
  words: [],
  schools: [],
};

/** As if nothing but a reference had been typed. */
export const onlyReference = ({ reference }: Search): Search => ({ ...nothing, reference });

/** Whether there is anything in it to look for. A letter alone is half of everybody. */
export const saysNothing = ({ words, schools: _, ...rest }: Search): boolean =>
  Object.values(rest).every((part) => part === null) && words.every((word) => word.length < 2);

function readDate(typed: string, today: string): string | null {
  const digits = /^(\d\d)(\d\d)(\d{4})$/.exec(typed);
  const read = readTypedDate({ "born-day": digits ? digits.slice(1).join("/") : typed }, "born", today);
  return read.is === "date" && read.date <= today ? read.date : null;
}
