import { cleanTyped } from "../questions/typed-text.ts";
import { yearsIn } from "../questions/typed-age.ts";
import { movedDate } from "../questions/typed-date.ts";
import type { Birth, SubmittedAdult, SubmittedChild } from "../questions/submission.ts";
import { childrenAtMost, policeField, policeFields } from "./fields.ts";
import { dateIn, gradeIn, sexIn, type Grade } from "./read-values.ts";

/** What a row says, by field; a field that it does not have is missing. */
export type RowValues = Readonly<Record<string, string>>;

/** What is wrong with a row: which field, what, and how it is mended. */
export type RowProblem = { field: string; wrong: string; mend: string };

/** A row that can be sent. */
export type Notice = {
  reference: string;
  happenedOn: string;
  happenedAt: string | null;
  grade: Grade;
  children: SubmittedChild[];
  adults: SubmittedAdult[];
  values: RowValues;
};

// The C0 controls but tab and line feed: PostgreSQL refuses NUL, and no keyboard types the others.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

export const cleanCell = (typed: string): string => cleanTyped(typed).replace(controls, "\uFFFD").trim();

/** Reads a row of a police export. It takes what forces write and says of everything else how it is mended. */
export function readNotice(
  values: RowValues,
  today: string,
): { notice: Notice; problems: [] } | { notice: null; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const refuse = (field: string, wrong: string, mend: string) => problems.push({ field, wrong, mend });
  const text = (name: string): string => values[name] ?? "";
  for (const { name, max } of policeFields)
    if ([...text(name)].length > max)
      refuse(name, `It is longer than ${max} characters`, "Shorten it, or send the rest by telephone");
  if (text("reference") === "") refuse("reference", "It is empty", "Write the force’s own reference");
  if (text("type") === "") refuse("type", "It is empty", "Write what kind of notice it is");
  const happenedOn = needDate("happenedOn");
  const grade = gradeIn(text("grade"));
  if (grade === null)
    refuse(
      "grade",
      text("grade") === "" ? "It is empty" : "We do not know this grade",
      "Write high, medium or low, or red, amber or green",
    );
  if (text("address") === "" && text("postcode") === "")
    refuse("address", "It is empty", "Write any part of the address, or where they were last known to be");
  if (text("summary") === "") refuse("summary", "It is empty", "Write what happened, in a few words");
  const children = Array.from({ length: childrenAtMost }, (_, at) => childIn(at + 1)).filter(
    (one) => one !== null,
  );
  if (children.length === 0)
    refuse("child1First", "No child is named or described", "Write a name, or describe the child");
  const adults = [1, 2, 3, 4].map(adultIn).filter((one) => one !== null);
  if (problems.length > 0 || grade === null || happenedOn === null) return { notice: null, problems };
  const said = { reference: text("reference"), happenedOn, happenedAt: text("happenedAt") || null };
  return { notice: { ...said, grade, children, adults, values }, problems: [] };

  function needDate(name: string): string | null {
    if (text(name) === "") {
      refuse(name, "It is empty", "Write a date, such as 23/11/2026");
      return null;
    }
    return pastDate(name, -5);
  }

  function pastDate(name: string, years: number): string | null {
    const date = dateIn(text(name), today);
    if (date === null)
      refuse(name, "It is not a date", "Write a day, a month and a year, such as 23/11/2026");
    else if (date > today) refuse(name, "It is still to come", "Write a date that has been");
    else if (date < movedDate(today, { years }))
      refuse(name, "It is too long ago", "Write the year with four digits");
    else return date;
    return null;
  }

  function birthIn(who: string): Birth {
    if (text(`${who}Born`) !== "") {
      const date = pastDate(`${who}Born`, -120);
      return date === null ? { kind: "not_known" } : { kind: "born", date };
    }
    const age = text(`${who}Age`);
    if (/^un-?born$/i.test(age)) return { kind: "unborn", dueDate: null };
    return age === "" ? { kind: "not_known" } : { kind: "about", years: yearsIn(age), words: age };
  }

  function childIn(n: number): SubmittedChild | null {
    const own = (part: string) => text(`child${n}${part}`) || null;
    const [firstName, lastName, description] = [own("First"), own("Last"), own("Description")];
    const filled = policeFields.some(({ name }) => name.startsWith(`child${n}`) && text(name) !== "");
    if (!filled) return null;
    const birth = birthIn(`child${n}`);
    if (firstName === null && lastName === null && description === null && birth.kind !== "unborn")
      refuse(
        `child${n}First`,
        "The child has no name and no description",
        "Write a name, or describe the child",
      );
    if (own("Born") === null && own("Age") === null)
      refuse(
        `child${n}Born`,
        "It is empty, and so is the age",
        "Write a date of birth or an age, or “not known” as the age",
      );
    return {
      ...{ firstName, lastName, knownAs: null, description, birth, school: own("School") },
      ...{
        sex: birth.kind === "unborn" ? ("U" as const) : sexIn(own("Sex") ?? ""),
        nhsNumber: null,
        upn: null,
      },
      ...{
        standing: "subject" as const,
        relationship: null,
        livesWithChild: null,
        mayBeRisk: false,
        facts: null,
      },
    };
  }

  function adultIn(n: number): SubmittedAdult | null {
    const name = text(`adult${n}Name`);
    if (name === "") return null;
    return {
      ...{ name, relationship: text(`adult${n}Relationship`) || null, birth: birthIn(`adult${n}`) },
      ...{ livesWithChild: "not_known", parentalResponsibility: "not_known", mayBeRisk: false },
    };
  }
}

/** What somebody typed into the fields of a notice; an empty one is missing. */
export const typedNotice = (typed: RowValues): RowValues =>
  Object.fromEntries(
    policeFields.flatMap(({ name }) => {
      const value = cleanCell(typed[name] ?? "");
      return value === "" ? [] : [[name, value]];
    }),
  );

/** What is wrong with each field, in words. */
export const inWords = (problems: readonly RowProblem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    problems.map(({ field, wrong, mend }) => [
      field,
      `${fieldLabel(field)}: ${wrong.charAt(0).toLowerCase()}${wrong.slice(1)}. ${mend}`,
    ]),
  );

/** What a field is called, for whoever mends it. */
export const fieldLabel = (name: string): string => policeField(name)?.label ?? name;
