import { formOf } from "#domain/decision-form";
import type { Outcome } from "#domain/outcome";
import { datePartsOf } from "#domain/questions/question";
import { readTypedDate } from "#domain/questions/typed-date";
import { typedIn, type Problems, type Typed } from "./form.ts";

/** What was typed into one outcome's record, by field name; `prefix` tells several children of one form apart. */
export function typedRecord(body: URLSearchParams, outcome: Outcome, prefix = ""): Typed {
  const form = formOf(outcome);
  const many = form.filter(({ field }) => field.kind === "checkboxes" || field.kind === "organisations");
  return typedIn(body, {
    fields: form
      .filter((one) => !many.includes(one))
      .flatMap(({ name, field }) =>
        field.kind === "date" ? [...datePartsOf(prefix + name)] : [prefix + name],
      ),
    many: many.map(({ name }) => prefix + name),
  });
}

/** What the rules read: a date's three boxes become one date, and what is no date stays wrong. */
export function recordDraft(
  outcome: Outcome,
  typed: Typed,
  today: string,
  prefix = "",
): Record<string, unknown> {
  const entries = formOf(outcome).flatMap(({ name, field }): [string, unknown][] => {
    const at = prefix + name;
    if (field.kind !== "date") return at in typed ? [[name, typed[at]]] : [];
    const read = readTypedDate(typed, at, today);
    return [[name, read.is === "date" ? read.date : read.is === "empty" ? "" : "not a date"]];
  });
  return { outcome, ...Object.fromEntries(entries) };
}

/** A record that was written before, as its form would show it. */
export function typedFromRecord(
  outcome: Outcome,
  record: Readonly<Record<string, unknown>>,
  prefix = "",
): Typed {
  const entries = formOf(outcome).flatMap(({ name, field }): [string, string | string[]][] => {
    const value = record[name];
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return [[prefix + name, value.map(String)]];
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    if (field.kind !== "date") return [[prefix + name, text]];
    const [year = "", month = "", day = ""] = text.split("-");
    const [dayName, monthName, yearName] = datePartsOf(prefix + name);
    return [
      [dayName, day],
      [monthName, month],
      [yearName, year],
    ];
  });
  return Object.fromEntries(entries);
}

/** What a service refused, as the page shows it. `dates` are the fields with three boxes. */
export function problemsOf(refused: Readonly<Record<string, string>>, dates: ReadonlySet<string>): Problems {
  return {
    summary: Object.entries(refused).map(([name, text]) => ({
      href: name === "" ? "#main-content" : `#${name}${dates.has(name) ? "-day" : ""}`,
      text,
    })),
    fields: refused,
  };
}

/** The date fields of an outcome's record. */
export const dateFieldsOf = (outcome: Outcome, prefix = ""): ReadonlySet<string> =>
  new Set(formOf(outcome).flatMap(({ name, field }) => (field.kind === "date" ? [prefix + name] : [])));
