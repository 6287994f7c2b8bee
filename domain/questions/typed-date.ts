import { Temporal } from "temporal-polyfill";
import { fieldOf, type Answer } from "./answers.ts";
import { monthNamed } from "./month-names.ts";
import { datePartsOf } from "./question.ts";

export type TypedDate =
  | { is: "empty" }
  /** A calendar date in ISO form. */
  | { is: "date"; date: string }
  /** Some boxes are empty; the first of them is named. */
  | { is: "part"; missing: "day" | "month" | "year" }
  | { is: "wrong" };

/** A month as a number or as a word ("3", "03", "Mar", "sept", "marca"). */
const monthIn = (typed: string): number | null =>
  /^\d{1,2}$/.test(typed) ? Number(typed) : monthNamed(typed);

/** "16" is 2016 while that is not ahead of this year by more than one, else 1916. */
function yearIn(typed: string, today: string): number | null {
  if (/^\d{4}$/.test(typed)) return Number(typed);
  if (!/^\d{2}$/.test(typed)) return null;
  const thisYear = Number(today.slice(0, 4));
  const near = 2000 + Number(typed);
  return near <= thisYear + 1 ? near : near - 100;
}

/** A whole date that somebody put into the first box: "4/3/2016", "4 March 2016", "2016-03-04". */
function spread(typed: string): [string, string, string] | null {
  const pieces = typed.split(/[\s/.,-]+/).filter((piece) => piece !== "");
  const [a, b, c] = pieces;
  if (a === undefined || b === undefined || c === undefined || pieces.length > 3) return null;
  return /^\d{4}$/.test(a) ? [c, b, a] : [a, b, c];
}

/** Boxes are short; whatever is longer is no date, and is not worth reading. */
const boxAtMost = 40;

/** Reads three boxes, each as loosely as people type: spaces, ordinals, words for months, two-digit years. */
export function readTypedDate(answer: Answer, field: string, today: string): TypedDate {
  const typed = datePartsOf(field).map((name) =>
    fieldOf(answer, name).normalize("NFKC").trim().toLowerCase(),
  );
  let [day = "", month = "", year = ""] = typed;
  if ([day, month, year].some((box) => box.length > boxAtMost)) return { is: "wrong" };
  if (day === "" && month === "" && year === "") return { is: "empty" };
  if (month === "" && year === "") [day, month, year] = spread(day) ?? [day, month, year];
  if (day === "") return { is: "part", missing: "day" };
  if (month === "") return { is: "part", missing: "month" };
  if (year === "") return { is: "part", missing: "year" };
  const d = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(day)?.[1];
  const [m, y] = [monthIn(month), yearIn(year, today)];
  if (d === undefined || m === null || y === null) return { is: "wrong" };
  try {
    const date = Temporal.PlainDate.from({ year: y, month: m, day: Number(d) }, { overflow: "reject" });
    return { is: "date", date: date.toString() };
  } catch {
    return { is: "wrong" };
  }
}

/** Keys of messages for a date that cannot be taken. */
export type DateMessages = { missing: string; part: string; wrong: string; range: string };

/**
 * Checks a date between two others (ISO dates, both allowed).
 * @returns the date, or the box to mark and the key of the message
 */
export function checkTypedDate(
  answer: Answer,
  field: string,
  { today, from, to, messages }: { today: string; from: string; to: string; messages: DateMessages },
): { date: string } | { path: string; message: string } {
  const [day] = datePartsOf(field);
  const read = readTypedDate(answer, field, today);
  switch (read.is) {
    case "empty":
      return { path: day, message: messages.missing };
    case "part":
      return { path: `${field}-${read.missing}`, message: messages.part };
    case "wrong":
      return { path: day, message: messages.wrong };
    case "date":
      // ISO dates of four-digit years stand in the order of their letters.
      return read.date < from || read.date > to
        ? { path: `${field}-year`, message: messages.range }
        : { date: read.date };
  }
}

/** A date as it is read back: in words when it is one, else as typed. */
export function dateReadBack(
  answer: Answer,
  field: string,
  today: string,
  longDate: (isoDate: string) => string,
): string {
  const read = readTypedDate(answer, field, today);
  if (read.is === "date") return longDate(read.date);
  return datePartsOf(field)
    .map((name) => fieldOf(answer, name).trim())
    .filter((box) => box !== "")
    .join(" ");
}

/** An ISO date moved by whole years, months or days. */
export const movedDate = (date: string, by: { years?: number; months?: number; days?: number }): string =>
  Temporal.PlainDate.from(date).add(by).toString();

/** Whole years between a birth and a day. */
export const ageOn = (birth: string, day: string): number =>
  Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(day), { largestUnit: "years" }).years;
