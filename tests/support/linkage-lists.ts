import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { nothingSaid, type Said } from "#domain/weighing/traits";

/** People whom somebody else labelled: who of them is one person is known. */
export type LabelledList = { people: Said[]; truth: string[] };

const folder = new URL("../../../shared/data/linkage/", import.meta.url);

type Row = Partial<Record<string, string>>;
const text = (value: string | undefined) => value?.trim() || null;

/** How each file names its columns. An email is not given to the matcher: contacts hardly ever have one. */
const lists = {
  "febrl1.csv": febrl,
  "febrl2.csv": febrl,
  "fake_1000.csv": (row: Row) => ({
    truth: row["cluster"] ?? "",
    said: { ...called(row["first_name"], row["surname"], row["dob"]), placeOfBirth: text(row["city"]) },
  }),
  "historical_uk_dev.csv": (row: Row) => ({
    truth: row["cluster"] ?? "",
    said: {
      ...called(row["first_name"], row["surname"], row["dob"]),
      ...{ fullName: text(row["full_name"]), sex: text(row["gender"]) },
      ...{ postcode: text(row["postcode_fake"]), placeOfBirth: text(row["birth_place"]) },
    },
  }),
};

function called(first: string | undefined, last: string | undefined, born: string | undefined): Said {
  return { ...nothingSaid, firstName: text(first), lastName: text(last), dateOfBirth: text(born) };
}

function febrl(row: Row) {
  const lines = [row["street_number"], row["address_1"], row["address_2"], row["suburb"]];
  return {
    // "rec-12-org" and "rec-12-dup-0" are one person.
    truth: row["rec_id"]?.split("-")[1] ?? "",
    said: {
      ...called(row["given_name"], row["surname"], row["date_of_birth"]),
      ...{ postcode: text(row["postcode"]), address: [lines.map((line) => line ?? "").join(" ")] },
    },
  };
}

export const linkageFiles = Object.keys(lists) as (keyof typeof lists)[];

/** Null where the file is not there. */
export function readLinkageList(file: keyof typeof lists): LabelledList | null {
  const url = new URL(file, folder);
  if (!existsSync(url)) return null;
  const rows = parse(readFileSync(url), { columns: true, trim: true, bom: true }) as Row[];
  const read = rows.map(lists[file]);
  return { people: read.map(({ said }) => said), truth: read.map(({ truth }) => truth) };
}
