import { z } from "zod";
import { calendarDate, code, maybe, words, yesOrNo } from "./api/fields.ts";
import { parseNhsNumber } from "./identifiers.ts";
import { casePlans, caseStatuses } from "./open-case.ts";
import { dateIn } from "./police/read-values.ts";
import { parsePostcode } from "./postcode.ts";

/** More open cases than any authority has. */
export const casesAtMost = 50_000;

/** Fifty thousand cases, as JSON. */
export const openCasesBytesAtMost = 16 * 1024 * 1024;

/** One open case, of one child, as the case-management system has it. */
export const listedCase = z
  .strictObject({
    caseNumber: words(100, {
      title: "Case number",
      description: "Of one child; the same in every list.",
      examples: ["C-10442"],
    }),
    status: code(caseStatuses, {
      title: "Status",
      description: "early_help is not an open social-work case.",
      examples: ["child_in_need"],
    }),
    firstName: maybe(words(200, { title: "First name", examples: ["Mary"] })),
    lastName: maybe(words(200, { title: "Last name", examples: ["Okafor"] })),
    knownAs: maybe(words(200, { title: "Also known as" })),
    dateOfBirth: maybe(calendarDate({ title: "Date of birth", examples: ["2018-03-12"] })),
    nhsNumber: maybe(words(40, { title: "NHS number" })),
    postcode: maybe(words(40, { title: "Postcode", examples: ["AB1 2CD"] })),
    worker: maybe(words(200, { title: "Allocated worker", examples: ["Sam King"] })),
    workerEmail: maybe(
      words(320, {
        title: "Worker’s email",
        description: "By which they are found here, to be told when a contact arrives.",
      }),
    ),
    manager: maybe(words(200, { title: "The worker’s manager" })),
    team: maybe(words(200, { title: "Team" })),
    plan: maybe(code(casePlans, { title: "Plan" })),
    lookedAfter: maybe(yesOrNo({ title: "Looked after" })),
  })
  .superRefine((row, problems) => {
    const refuse = (path: string, message: string) =>
      problems.addIssue({ code: "custom", path: [path], message });
    if ((row.firstName ?? row.lastName) === null) refuse("lastName", "Send a name of the child");
    if (row.dateOfBirth === null && row.nhsNumber === null && row.postcode === null)
      refuse("dateOfBirth", "Send a date of birth, an NHS number or a postcode: a name alone finds nobody");
    if (row.nhsNumber !== null && parseNhsNumber(row.nhsNumber) === null)
      refuse("nhsNumber", "Send a number whose check digit is right, or leave it out");
    if (row.postcode !== null && parsePostcode(row.postcode) === null)
      refuse("postcode", "Send a whole postcode, or leave it out");
  });
export type ListedCase = z.output<typeof listedCase>;

/** A whole list: what is not in it is closed. */
export const openCaseList = z.strictObject({
  asAt: z.iso.datetime({ offset: true }).meta({
    title: "As at",
    description: "When the list was taken from the case-management system.",
    examples: ["2026-11-24T05:00:00Z"],
  }),
  fewerIsRight: maybe(
    yesOrNo({
      title: "Fewer is right",
      description: "Say true when a list that is much smaller than the last one is meant so.",
    }),
  ),
  cases: z.array(listedCase).max(casesAtMost).meta({ title: "Every open case" }),
});

/** The same while it is read: what is wrong with one case is said of that one, and the others are taken. */
export const looseList = openCaseList.extend({ cases: z.array(z.unknown()).max(casesAtMost) });

type Field = keyof ListedCase;

/** A place in a list where something cannot be taken. Lines count from 1, and the headings are line 1 of a file. */
export type RefusedRow = { line: number; field: string; says: string };

export type ReadRow = {
  line: number;
  /** Null when not even this can be read. */
  caseNumber: string | null;
  row: ListedCase | null;
  refused: RefusedRow[];
};

/** Reads one case of a list; what is wrong is said by its line and its field, and nothing of it is said back. */
export function readCase(said: unknown, line: number): ReadRow {
  const parsed = listedCase.safeParse(said);
  const named = z.looseObject({ caseNumber: z.string().trim().min(1).max(100) }).safeParse(said);
  const caseNumber = named.success ? named.data.caseNumber : null;
  if (parsed.success) return { line, caseNumber, row: parsed.data, refused: [] };
  const refused = parsed.error.issues.map(({ path, message }) => ({
    line,
    field: String(path[0] ?? "the row"),
    says: message,
  }));
  return { line, caseNumber, row: null, refused };
}

/** The columns of a file, as they are called in the guide. */
export const caseColumns: Record<string, Field> = {
  case_number: "caseNumber",
  status: "status",
  first_name: "firstName",
  last_name: "lastName",
  also_known_as: "knownAs",
  date_of_birth: "dateOfBirth",
  nhs_number: "nhsNumber",
  postcode: "postcode",
  worker: "worker",
  worker_email: "workerEmail",
  manager: "manager",
  team: "team",
  plan: "plan",
  looked_after: "lookedAfter",
};
export const neededColumns = ["case_number", "status"] as const;

/** "Date of birth" and "date_of_birth" are one column. */
export const columnNamed = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");

const yes = ["yes", "y", "true", "1"];
const no = ["no", "n", "false", "0"];

/** A cell of a file as the field takes it; what cannot be read goes on as it is, and is then refused by name. */
function valueOf(field: Field, cell: string, today: string): unknown {
  const said = cell.trim();
  if (said === "") return null;
  switch (field) {
    case "status":
    case "plan":
      return columnNamed(said);
    case "dateOfBirth":
      return dateIn(said, today) ?? said;
    case "lookedAfter": {
      const word = said.toLowerCase();
      return yes.includes(word) ? true : no.includes(word) ? false : said;
    }
    default:
      return said;
  }
}

/** One line of a file, by its columns, as a case of a list. Columns that nobody knows are left out. */
export function caseOfCells(cells: Readonly<Record<string, string>>, today: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]) => {
      const field = Object.hasOwn(caseColumns, column) ? caseColumns[column] : undefined;
      return field === undefined ? [] : [[field, valueOf(field, cell, today)]];
    }),
  );
}
