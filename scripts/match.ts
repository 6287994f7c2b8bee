import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse/sync";
import { matchList, type Pair } from "#domain/weighing/match-list";
import { nothingSaid, type Said } from "#domain/weighing/traits";

/*
 * npm run match -- FILE.csv
 *
 * Compares everybody in a list with everybody else and prints, for each, who may be the same person, the likeliest first:
 * query_id,candidate_id,score,band. The score is the odds in bits (0 is even, 10 is a thousand to one); it is for
 * measuring the matcher against lists with known answers and is on no screen. It needs no database. Ends with 2 when the
 * file cannot be read.
 *
 * Columns, in any order and between commas, semicolons or tabs: id, and any of first_name, last_name, full_name,
 * also_known_as, date_of_birth, sex, postcode, address, place_of_birth, phone, email, nhs_number, upn. What is blank is
 * unknown, and of what stands twice under one id each is compared with all others, and not with itself.
 */

/** For each person, so that a list of one name does not print its square. */
const candidatesAtMost = 100;
/** Whoever was born later may live with a twin. */
const adultAge = 18;

class Unreadable extends Error {}

type Row = Partial<Record<string, string>>;

function saidIn(row: Row): Said {
  const text = (column: string) => row[column]?.trim() || null;
  const list = (column: string) => text(column)?.split(";") ?? [];
  return {
    ...nothingSaid,
    ...{ firstName: text("first_name"), lastName: text("last_name"), fullName: text("full_name") },
    ...{ alsoKnownAs: text("also_known_as"), dateOfBirth: text("date_of_birth"), sex: text("sex") },
    ...{ postcode: text("postcode"), address: list("address"), placeOfBirth: text("place_of_birth") },
    ...{ phones: list("phone"), email: text("email"), nhsNumber: text("nhs_number"), upn: text("upn") },
  };
}

/** What others call these columns. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ forename: "first_name", given_name: "first_name", firstname: "first_name", forenames: "first_name" },
  ...{ surname: "last_name", family_name: "last_name", lastname: "last_name", name: "full_name" },
  ...{ dob: "date_of_birth", birth_date: "date_of_birth", dateofbirth: "date_of_birth", gender: "sex" },
  ...{ post_code: "postcode", birth_place: "place_of_birth", birthplace: "place_of_birth" },
  ...{ phone_number: "phone", telephone: "phone", mobile: "phone", email_address: "email" },
  ...{ nhs: "nhs_number", nhs_no: "nhs_number", alias: "also_known_as", known_as: "also_known_as" },
};

/** The column that a head names; the first of two that name one counts. */
function columnsIn(head: string[]): string[] {
  const plain = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[^a-z]+/g, "_")
      .replace(/^_|_$/g, ""),
  );
  const named = plain.map((name) =>
    plain.includes(otherNames[name] ?? "") ? name : (otherNames[name] ?? name),
  );
  return named.map((name, at) => (named.indexOf(name) === at ? name : `${name} ${at}`));
}

/** What stands between the cells of the head. */
function delimiterIn(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const count = (mark: string) => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readPeople(file: string | undefined): { ids: string[]; said: Said[] } {
  if (file === undefined) throw new Unreadable("Name a file: npm run match -- FILE.csv");
  const text = readFileSync(file, "utf8");
  const rows = parse(text, {
    ...{ bom: true, columns: columnsIn, delimiter: delimiterIn(text) },
    ...{ relax_column_count: true, skip_empty_lines: true, relax_quotes: true },
  }) as Row[];
  const ids = rows.map(({ id }, at) => {
    if (!id?.trim()) throw new Unreadable(`Row ${at + 1} has nothing in a column that is called id`);
    return id.trim();
  });
  return { ids, said: rows.map(saidIn) };
}

/** Both ways round: each is looked up among the others. */
function candidatesOf(pairs: readonly Pair[]): Map<number, { who: number; pair: Pair }[]> {
  const found = new Map<number, { who: number; pair: Pair }[]>();
  const note = (query: number, who: number, pair: Pair) => {
    const list = found.get(query);
    if (list) list.push({ who, pair });
    else found.set(query, [{ who, pair }]);
  };
  for (const pair of pairs) {
    note(pair.one, pair.other, pair);
    note(pair.other, pair.one, pair);
  }
  return found;
}

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function* linesFor(ids: readonly string[], said: readonly Said[]): Generator<string> {
  const found = candidatesOf(matchList(said, new Date().getFullYear() - adultAge));
  // An id that stands twice has one list of candidates.
  const firstOf = new Map([...ids.entries()].reverse().map(([at, id]) => [id, at]));
  const repeated = new Set(ids.filter((id, at) => firstOf.get(id) !== at));
  const printedOf = new Map<string, Set<string>>();
  yield "query_id,candidate_id,score,band\n";
  for (const [query, id] of ids.entries()) {
    const candidates = (found.get(query) ?? []).sort((a, b) => b.pair.score - a.pair.score || a.who - b.who);
    const printed = printedOf.get(id) ?? new Set([id]);
    if (repeated.has(id)) printedOf.set(id, printed);
    for (const { who, pair } of candidates) {
      const candidate = ids[who] ?? "";
      if (printed.has(candidate) || printed.size > candidatesAtMost) continue;
      printed.add(candidate);
      yield `${cell(id)},${cell(candidate)},${pair.score.toFixed(2)},${pair.band}\n`;
    }
  }
}

try {
  const { ids, said } = readPeople(process.argv[2]);
  await pipeline(Readable.from(linesFor(ids, said)), process.stdout, { end: false });
} catch (error) {
  // Whoever reads with "head" has what they wanted.
  if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
