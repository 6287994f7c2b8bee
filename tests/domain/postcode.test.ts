import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";
import { inPostcodeAreas, parsePostcode, postcodeDistrict } from "#domain/postcode";

test("one form whatever the spacing and case", () => {
  for (const typed of ["AB1 2CD", "ab12cd", " AB1  2CD. ", "Ab1-2cd", "AB1\u00a02CD", "ＡＢ１ ２ＣＤ"]) {
    assert.equal(parsePostcode(typed), "AB1 2CD", typed);
  }
  for (const typed of ["SW1A 1AA", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "GIR 0AA"]) {
    assert.equal(parsePostcode(typed.toLowerCase().replace(" ", "")), typed);
  }
});

test("what has not the form of a postcode", () => {
  for (const typed of [
    "",
    "AB1",
    "ABC 2CD",
    "AB1 CD2",
    "not known",
    "12345",
    "AB123 4CD",
    "🙂".repeat(4000),
  ]) {
    assert.equal(parsePostcode(typed), null, typed.slice(0, 20));
  }
});

test("published cases", (t) => {
  const file = new URL("../../../shared/data/uk/postcode-tests-ideal-postcodes.json", import.meta.url);
  if (!existsSync(file)) return t.diagnostic("the postcode cases are not here: nothing was checked");
  const cases = z
    .object({
      validation: z.array(z.tuple([z.string(), z.boolean()])),
      normalisation: z.array(z.tuple([z.string(), z.string().nullable()])),
    })
    .parse(JSON.parse(readFileSync(file, "utf8")));
  for (const [typed, valid] of cases.validation) assert.equal(parsePostcode(typed) !== null, valid, typed);
  for (const [typed, form] of cases.normalisation) assert.equal(parsePostcode(typed), form, typed);
});

test("an authority's areas", () => {
  assert.equal(postcodeDistrict("AB10 2CD"), "AB10");
  const table: [string, string[], boolean][] = [
    ["AB1 2CD", ["AB"], true],
    ["AB10 2CD", ["AB"], true],
    ["AB1 2CD", ["AB1"], true],
    ["AB10 2CD", ["AB1"], false],
    ["A1 2CD", ["AB"], false],
    ["AB1 2CD", ["CD", "AB1"], true],
    ["AB1 2CD", [], false],
  ];
  for (const [postcode, areas, inside] of table)
    assert.equal(inPostcodeAreas(postcode, areas), inside, `${postcode} in ${areas.join()}`);
});
