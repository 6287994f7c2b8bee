import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isMatchFact, matchFacts } from "#domain/match-facts";
import { compare } from "#domain/matching";
import { bare, child, elsewhere, mary, nhs, nowhere, testCases } from "../../support/match-cases.ts";

describe("another child", () => {
  testCases([
    [
      "a brother",
      mary,
      child({ firstName: "Sol", dateOfBirth: "2026-03-01", sex: "M" }),
      "none",
      ["first_differs", "dob_differs"],
      true,
    ],
    [
      "a brother elsewhere",
      mary,
      child({ ...elsewhere, firstName: "Sol", dateOfBirth: "2026-03-01" }),
      "none",
      ["dob_differs"],
    ],
    [
      "a half-sister of the same house",
      mary,
      child({ firstName: "Amy", lastName: "Smith", dateOfBirth: "2019-03-01" }),
      "none",
      ["last_differs"],
      true,
    ],
    ["a twin", mary, child({ firstName: "Grace" }), "possible", ["could_be_twin"], true],
    [
      "a twin brother",
      mary,
      child({ firstName: "Sol", sex: "M" }),
      "possible",
      ["could_be_twin", "sex_differs"],
      true,
    ],
    [
      "a twin with the other's NHS number by mistake",
      child({ nhsNumber: nhs }),
      child({ firstName: "Grace", nhsNumber: nhs }),
      "possible",
      ["could_be_twin", "nhs_same"],
      true,
    ],
    [
      "a twin with a name of one sound",
      child({ firstName: "Jayden" }),
      child({ firstName: "Jadon" }),
      "likely",
      ["dob_same"],
    ],
    [
      "a twin not named yet",
      child({ firstName: null }),
      child({ firstName: "Sol", sex: "M" }),
      "likely",
      ["sex_differs"],
    ],
    [
      "one name, born in other years, elsewhere",
      mary,
      child({ ...elsewhere, dateOfBirth: "2015-07-30" }),
      "none",
      ["dob_differs"],
    ],
    [
      "one name and home, other dates",
      mary,
      child({ dateOfBirth: "2015-07-30" }),
      "possible",
      ["dob_differs"],
      true,
    ],
    [
      "one birthday, nothing else",
      mary,
      bare({ firstName: "Olivia", lastName: "Bell", dateOfBirth: "2022-03-12" }),
      "none",
      ["first_differs"],
    ],
    [
      "one first name, nothing else",
      mary,
      bare({ firstName: "Mary", lastName: "Bell" }),
      "none",
      ["last_differs"],
    ],
    [
      "one NHS number each",
      child({ nhsNumber: nhs }),
      child({ nhsNumber: "401 023 2137" }),
      "possible",
      ["nhs_differs"],
    ],
    [
      "flats of one building",
      child({ address: ["Flat 1, 7 Mill Road"] }),
      child({
        firstName: "Grace",
        lastName: "Bell",
        dateOfBirth: "2020-01-01",
        address: ["Flat 2, 7 Mill Road"],
        phones: [],
      }),
      "none",
      ["postcode_same"],
    ],
    [
      "strangers without a home",
      child({ ...nowhere, address: ["No fixed abode"] }),
      bare({ firstName: "Amy", lastName: "Bell", address: ["no fixed abode"] }),
      "none",
      [],
    ],
    ["nothing known on either side", bare({}), bare({}), "none", []],
    [
      "an unborn baby and a child of five",
      child({ firstName: null, dateOfBirth: null, dueDate: "2027-02-01", sex: "U" }),
      child({ dateOfBirth: "2021-06-01" }),
      "none",
      ["dob_differs"],
      true,
    ],
    [
      "one name, ages far apart",
      child({ ...elsewhere, dateOfBirth: null, estimatedAge: 15 }),
      mary,
      "none",
      ["age_differs"],
    ],
  ]);
});

test("sex alone holds back what would be sure", () => {
  assert.equal(compare(mary, child({ sex: "M" })).band, "likely");
  assert.equal(compare(mary, child({ sex: "U" })).band, "sure");
});

test("an identifier that fails its check digit is never used", () => {
  const found = compare(bare({ nhsNumber: "943 476 5918" }), bare({ nhsNumber: "943 476 5918" }));
  assert.deepEqual([found.band, found.facts], ["none", []]);
});

test("no two different first names are ever sure, whatever else is equal", () => {
  for (const [one, two] of [
    ["Mary", "Grace"],
    ["Anna", "Hannah"],
    ["Maria", "Mary"],
    ["Mia", "Mya"],
    ["Daniel", "Daniela"],
    ["Zak", "Jack"],
    ["Jayden", "Jaden"],
  ] as const) {
    const found = compare(child({ firstName: one }), child({ firstName: two }));
    assert.notEqual(found.band, "sure", `${one} and ${two}: ${found.words.join(", ")}`);
  }
});

test("a fact is said in words without a value, and never as a number", () => {
  for (const { words } of Object.values(matchFacts)) assert.doesNotMatch(words, /\d|%/);
  assert.equal(
    new Set(Object.values(matchFacts).map((fact) => fact.words)).size,
    Object.keys(matchFacts).length,
  );
  assert.deepEqual(compare(mary, child()).words, [
    "first name same",
    "surname same",
    "date of birth same",
    "same house",
    "same phone",
  ]);
  assert.ok(isMatchFact("dob_same") && !isMatchFact("toString"));
});
