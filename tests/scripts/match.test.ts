import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

describe("npm run match", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "match-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const match = (csv: string) => {
    const file = join(folder, "people.csv");
    writeFileSync(file, csv);
    const command = ["--conditions=source", "--import", "tsx", "scripts/match.ts", file];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    return { status, lines: stdout.trim().split("\n"), said: stderr };
  };

  test("prints who may be who, from both sides, in the columns that it promises", () => {
    const { status, lines } = match(
      "\uFEFFID,First_Name,last_name,date_of_birth,postcode\r\n" +
        '"a,1",Mary,Okafor,2015-03-01,AB1 2CD\r\n' +
        "b,Marie,Okafor,01/03/2015,ab12cd\r\n" +
        "c,Noah,Brown,2012-10-09,ZZ9 9ZZ\r\n",
    );
    assert.equal(status, 0);
    assert.equal(lines[0], "query_id,candidate_id,score,band");
    assert.match(lines[1] ?? "", /^"a,1",b,\d+\.\d\d,likely$/);
    assert.match(lines[2] ?? "", /^b,"a,1",\d+\.\d\d,likely$/);
    assert.equal(lines.length, 3);
  });

  test("reads a list however its columns are called, parted and filled", () => {
    const { status, lines } = match(
      "Surname;ID;Forename;DOB;Gender\n" +
        "Okafor;1;Mary;1 March 2015;F\n\nOkafor;2;Mary;2015-3-1;female\nOkafor;2;Mary;03/01/2015;\nBrown;3;;;\n",
    );
    assert.equal(status, 0);
    const pairs = lines.slice(1).map((line) => line.split(",").slice(0, 2).join(" "));
    assert.deepEqual(new Set(pairs), new Set(["1 2", "2 1"]));
    assert.match(
      match('id,full_name,dob\n1,"Okafor, Mary",25/3/2015\n2,Mary Okafor,03/25/2015\n').lines[1] ?? "",
      /^1,2,/,
    );
  });

  test("says what is wrong with a file that it cannot use", () => {
    const { status, lines, said } = match("name\nMary\n");
    assert.deepEqual([status, lines], [2, [""]]);
    assert.equal(said, "Row 1 has nothing in a column that is called id\n");
  });
});
