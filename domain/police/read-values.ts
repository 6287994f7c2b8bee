import { Temporal } from "temporal-polyfill";
import type { Sex } from "../intake.ts";
import { readTypedDate } from "../questions/typed-date.ts";

/** Days that a spreadsheet counts from 30 December 1899; more than 80,000 of them is no date that anybody means. */
const spreadsheetDay = /^(\d{1,5})(?:\.\d+)?$/;

/** A date as exports write it: 3/2/2026, 2026-02-03, 2026-02-03T10:00, 3 Feb 2026, or the number of a spreadsheet's day. */
export function dateIn(typed: string, today: string): string | null {
  const bare = typed.trim();
  const [, counted] = spreadsheetDay.exec(bare) ?? [];
  if (counted !== undefined && Number(counted) > 3_000 && Number(counted) < 80_000)
    return Temporal.PlainDate.from("1899-12-30")
      .add({ days: Number(counted) })
      .toString();
  const day = bare.replace(/[T\s]+\d{1,2}[:.]\d{2}.*$/, "").trim();
  const read = readTypedDate({ "when-day": day.slice(0, 40) }, "when", today);
  return read.is === "date" ? read.date : null;
}

const sexes: Readonly<Record<string, Sex>> = { m: "M", male: "M", boy: "M", f: "F", female: "F", girl: "F" };
export const sexIn = (typed: string): Sex => sexes[typed.trim().toLowerCase()] ?? "U";

/** Grades of forces, in the words that they use. The highest is what makes a row stand first. */
export const grades = ["high", "medium", "low"] as const;
export type Grade = (typeof grades)[number];
export const gradeWords: Record<Grade, string> = { high: "High", medium: "Medium", low: "Low" };
const gradesAsWritten: Readonly<Record<string, Grade>> = {
  ...{ red: "high", high: "high", gold: "high", r: "high", h: "high", "1": "high" },
  ...{ amber: "medium", medium: "medium", moderate: "medium", a: "medium", m: "medium", "2": "medium" },
  ...{
    green: "low",
    standard: "low",
    low: "low",
    blue: "low",
    g: "low",
    s: "low",
    l: "low",
    b: "low",
    "3": "low",
  },
};
export function gradeIn(typed: string): Grade | null {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/\s*(?:risk|grade)$/, "");
  return Object.hasOwn(gradesAsWritten, word) ? (gradesAsWritten[word] ?? null) : null;
}
