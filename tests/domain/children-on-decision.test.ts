import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ageInYears, childrenUnsettled, isUnder18, type HouseholdMember } from "#domain/children-on-decision";

const today = "2026-11-24";
const member = (name: string, change: Partial<HouseholdMember> = {}): HouseholdMember => ({
  id: name.toLowerCase(),
  name,
  listedAs: "child",
  dateOfBirth: "2020-01-01",
  estimatedAge: null,
  unborn: false,
  standing: "household",
  consideredBecause: null,
  harmedAChild: false,
  expectant: false,
  ...change,
});
const mary = member("Mary", { standing: "subject" });

describe("who is still to be settled", () => {
  const table: [what: string, household: HouseholdMember[], because: string[]][] = [
    ["the subject alone", [mary], []],
    ["nobody", [], []],
    [
      "a brother nobody has thought of",
      [mary, member("Sol")],
      ["Say whether Sol is part of this decision, or why not"],
    ],
    ["a brother who is a subject too", [mary, member("Sol", { standing: "subject" })], []],
    [
      "a brother who was considered",
      [mary, member("Sol", { standing: "considered", consideredBecause: "Lives with his father" })],
      [],
    ],
    [
      "a brother set aside without a reason",
      [mary, member("Sol", { standing: "considered", consideredBecause: "  " })],
      ["Say why Sol is not part of this decision"],
    ],
    [
      "a sister of 17 years and 364 days",
      [mary, member("Ada", { dateOfBirth: "2008-11-25" })],
      ["Say whether Ada is part of this decision, or why not"],
    ],
    ["a sister of 18 today", [mary, member("Ada", { dateOfBirth: "2008-11-24" })], []],
    [
      "a young man listed as an adult, 17 by his date of birth",
      [mary, member("Joe", { listedAs: "adult", dateOfBirth: "2009-05-01" })],
      ["Say whether Joe is part of this decision, or why not"],
    ],
    ["an adult whose age nobody knows", [mary, member("Gran", { listedAs: "adult", dateOfBirth: null })], []],
    [
      "a child whose age nobody knows",
      [mary, member("Somebody", { dateOfBirth: null })],
      ["Say whether Somebody is part of this decision, or why not"],
    ],
    [
      "a child of about 12",
      [mary, member("Kai", { dateOfBirth: null, estimatedAge: 12 })],
      ["Say whether Kai is part of this decision, or why not"],
    ],
    ["listed as a child, about 19", [mary, member("Kai", { dateOfBirth: null, estimatedAge: 19 })], []],
    [
      "an unborn baby",
      [mary, member("The unborn baby", { unborn: true, dateOfBirth: null })],
      ["Say whether The unborn baby is part of this decision, or why not"],
    ],
    [
      "a child who harmed a child cannot be set aside",
      [mary, member("Lee", { harmedAChild: true, standing: "considered", consideredBecause: "Is 15" })],
      ["Lee may have harmed a child, so there is a decision for Lee too"],
    ],
    [
      "a child who harmed a child and is a subject",
      [mary, member("Lee", { harmedAChild: true, standing: "subject" })],
      [],
    ],
    [
      "an adult who harmed a child is no child",
      [mary, member("Lee", { harmedAChild: true, listedAs: "adult", dateOfBirth: "1990-01-01" })],
      [],
    ],
    [
      "a mother of 16 beside her unborn baby",
      [
        member("The unborn baby", { unborn: true, dateOfBirth: null, standing: "subject" }),
        member("Zoe", {
          dateOfBirth: "2010-02-01",
          listedAs: "adult",
          expectant: true,
          standing: "considered",
          consideredBecause: "She is the mother",
        }),
      ],
      ["Zoe is under 18 and expecting, so there is a decision for Zoe beside the unborn baby"],
    ],
    [
      "a mother of 16 whose baby nobody has listed yet",
      [mary, member("Zoe", { dateOfBirth: "2010-02-01", expectant: true })],
      ["Zoe is under 18 and expecting, so there is a decision for Zoe"],
    ],
    [
      "a mother of 19 beside her unborn baby",
      [
        member("The unborn baby", { unborn: true, dateOfBirth: null, standing: "subject" }),
        member("Zoe", { dateOfBirth: "2007-02-01", listedAs: "adult", expectant: true }),
      ],
      [],
    ],
    [
      "everybody is named, not the first alone",
      [mary, member("Sol"), member("Ada")],
      [
        "Say whether Sol is part of this decision, or why not",
        "Say whether Ada is part of this decision, or why not",
      ],
    ],
  ];
  for (const [what, household, because] of table) {
    test(what, () => {
      assert.deepEqual(
        childrenUnsettled(household, today).map((one) => one.because),
        because,
      );
    });
  }
  test("the answer points at the person", () => {
    assert.deepEqual(
      childrenUnsettled([mary, member("Sol")], today).map((one) => one.id),
      ["sol"],
    );
  });
});

test("ages are counted in whole years, also for the 29th of February", () => {
  const table: [born: string, on: string, years: number][] = [
    ["2022-03-12", "2026-03-11", 3],
    ["2022-03-12", "2026-03-12", 4],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2026-11-24", "2026-11-24", 0],
  ];
  for (const [born, on, years] of table) assert.equal(ageInYears(born, on), years, `${born} on ${on}`);
});

test("a date of birth counts before a guess", () => {
  const one = { dateOfBirth: "2000-01-01", estimatedAge: 12, unborn: false, listedAs: "child" as const };
  assert.equal(isUnder18(one, today), false);
});
