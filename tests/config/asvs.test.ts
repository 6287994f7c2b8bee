import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

/*
 * docs/asvs.csv says how this stands to OWASP's ASVS 5.0. A row may claim what a test shows only for as long as the test
 * is there; whether the test would fail without it, npm run mutations says for a part, and a reader for the rest.
 */

const root = join(import.meta.dirname, "../..");
const text = (path: string) => readFileSync(join(root, path), "utf8");

/** The levels of every requirement, by section and in order. */
const levels: Record<string, string> = {
  ...{ "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123" },
  ...{ "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23" },
  ...{
    "3.1": "3",
    "3.2": "113",
    "3.3": "12223",
    "3.4": "11222233",
    "3.5": "11122333",
    "3.6": "3",
    "3.7": "22333",
  },
  ...{ "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222" },
  ...{ "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222" },
  ...{ "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333" },
  ...{ "6.6": "2223", "6.7": "33", "6.8": "2222" },
  ...{ "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22" },
  ...{ "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23", "9.1": "111", "9.2": "1222" },
  ...{ "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333", "10.5": "22222" },
  ...{ "10.6": "22", "10.7": "222" },
  ...{
    "11.1": "2233",
    "11.2": "22233",
    "11.3": "11233",
    "11.4": "1222",
    "11.5": "23",
    "11.6": "23",
    "11.7": "33",
  },
  ...{ "12.1": "12233", "12.2": "11", "12.3": "22223" },
  ...{ "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233" },
  ...{ "14.1": "22", "14.2": "12223333", "14.3": "122" },
  ...{ "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333" },
  ...{ "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "2223" },
  ...{ "17.1": "23", "17.2": "22223333", "17.3": "22" },
};
const standard = new Map<string, string>(
  Object.entries(levels).flatMap(([section, each]) =>
    [...each].map((level, at) => [`${section}.${at + 1}`, level] as const),
  ),
);

/** Of level 3 what we took on, and what everybody asks about. */
const alsoWanted =
  "1.2.10 1.3.12 2.3.5 2.4.2 3.4.7 3.4.8 3.5.8 3.7.4 5.2.4 5.2.6 5.3.3 6.3.5 6.3.6 6.3.7 6.3.8 6.4.6 7.5.3 8.1.3 8.2.4 " +
  "8.3.2 8.4.2 11.3.4 11.7.1 12.1.5 13.1.2 13.1.3 13.2.6 13.3.3 13.3.4 14.2.6 14.2.7 14.2.8 15.1.4 15.1.5 15.2.4 15.2.5 " +
  "15.4.1 15.4.2 15.4.3 15.4.4 16.5.4";

const statuses = ["met", "partly", "not met", "not applicable", "operator"] as const;

/** A line of CSV as RFC 4180 has it; no field of ours has a line end in it. */
function fieldsOf(line: string): string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g);
  return [...fields].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}

const [header = "", ...lines] = text("docs/asvs.csv").trimEnd().split("\n");
const rows = lines.map((line) => {
  const [id = "", level = "", status = "", where = "", shown = "", why = "", ...more] = fieldsOf(line);
  return { id, level, status, where, shown, why, more };
});

const read = new Map<string, string>();
const source = (path: string) => {
  if (!read.has(path)) read.set(path, existsSync(join(root, path)) ? text(path) : "");
  return read.get(path) ?? "";
};

/** Whether a test or a group of tests is called so; a name made of parts stands as its source has it. */
function hasTest(path: string, name: string): boolean {
  const called = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\\b(?:test|describe)\\(\\s*(["'\`])${called}\\1`).test(source(path));
}

/** The anchors of a guide, as its headings make them. */
const anchorsIn = (path: string) =>
  [...source(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );

describe("the ledger of ASVS 5.0", () => {
  test("has each requirement of levels 1 and 2 and the chosen ones of level 3 once, at its level", () => {
    assert.equal(standard.size, 345);
    const wanted = [...standard].filter(([, level]) => level !== "3").map(([id]) => id);
    assert.deepEqual([wanted.length, header], [253, "id,level,status,where,test,why"]);
    assert.deepEqual(rows.map(({ id }) => id).sort(), [...wanted, ...alsoWanted.split(" ")].sort());
    for (const { id, level, status, more } of rows) {
      assert.equal(level, standard.get(id), id);
      assert.ok((statuses as readonly string[]).includes(status), `${id}: ${status}`);
      assert.deepEqual(more, [], `${id} has a field too many`);
    }
  });

  test("claims no test that is not there", () => {
    const missing = rows.filter(({ shown }) => {
      const [path = "", name = ""] = shown.split(" > ");
      return shown !== "" && !hasTest(path, name);
    });
    assert.deepEqual(
      missing.map(({ id, shown }) => `${id}: ${shown}`),
      [],
    );
  });

  test("names a file or a part of a guide that is there, and for an operator always a guide", () => {
    for (const { id, status, where } of rows) {
      const [path = "", anchor] = where.split("#");
      if (where !== "") assert.ok(existsSync(join(root, path)), `${id}: ${path}`);
      else assert.equal(status, "not applicable", id);
      if (anchor !== undefined) assert.ok(anchorsIn(path).includes(anchor), `${id}: ${where}`);
      if (status === "operator") assert.ok(anchor !== undefined, `${id}: where in which guide?`);
    }
  });

  test("says met with a test or a reason, and anything else with a reason", () => {
    const bare = rows.filter(({ status, shown, why }) => why === "" && (status !== "met" || shown === ""));
    assert.deepEqual(
      bare.map(({ id, status }) => `${id}: ${status}`),
      [],
    );
    for (const level of ["1", "2", "3"]) {
      const of = rows.filter((row) => row.level === level);
      const counts = statuses.map(
        (status) => `${of.filter((row) => row.status === status).length} ${status}`,
      );
      const shown = of.filter((row) => row.status === "met" && row.shown !== "").length;
      console.log(
        `ASVS 5.0, level ${level}: ${of.length} rows, ${counts.join(", ")}; ${shown} of those met by a test`,
      );
    }
  });
});
