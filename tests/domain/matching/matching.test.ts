import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isMatchFact, matchFacts, type MatchFact } from "#domain/match-facts";
import { matchKeys, searchKeys } from "#domain/match-keys";
import { emptySubject, type MatchSubject } from "#domain/match-subject";
import { compare, type Comparison } from "#domain/matching";

const nhs = "943 476 5919";
const mary: MatchSubject = {
  ...emptySubject,
  firstName: "Mary",
  lastName: "Okafor",
  dateOfBirth: "2022-03-12",
  sex: "F",
  postcode: "AB1 2CD",
  address: ["7 Mill Road", "Anytown"],
  phones: ["07700 900123"],
  describedOn: "2026-11-24",
};
const child = (change: Partial<MatchSubject> = {}): MatchSubject => ({ ...mary, ...change });
const bare = (change: Partial<MatchSubject>): MatchSubject => ({
  ...emptySubject,
  describedOn: "2026-11-24",
  ...change,
});
const elsewhere = { postcode: "AB9 9ZZ", address: ["1 Hill Street"], phones: [] };
const nowhere = { postcode: null, address: [], phones: [] };

type Case = [
  what: string,
  a: MatchSubject,
  b: MatchSubject,
  band: Comparison["band"],
  facts: MatchFact[],
  sibling?: true,
];

const cases: Record<string, Case[]> = {
  "the same child": [
    ["word for word", mary, child(), "sure", ["first_same", "last_same", "dob_same", "house_same"]],
    [
      "typed in another way",
      mary,
      child({ firstName: " mary ", lastName: "OKAFOR", postcode: "ab12cd", address: ["7, Mill Rd."] }),
      "sure",
      ["house_same"],
    ],
    ["moved house", mary, child(elsewhere), "likely", ["dob_same"]],
    [
      "an NHS number and little else",
      child({ ...nowhere, nhsNumber: nhs }),
      bare({ nhsNumber: "9434765919", firstName: "Mary" }),
      "sure",
      ["nhs_same"],
    ],
    [
      "a pupil number",
      child({ upn: "H801200001001" }),
      child({ ...elsewhere, upn: "h801200001001" }),
      "sure",
      ["upn_same"],
    ],
    [
      "surname changed, moved",
      mary,
      child({ ...elsewhere, lastName: "Smith" }),
      "possible",
      ["first_same", "dob_same", "last_differs"],
    ],
    [
      "surname changed, same home",
      mary,
      child({ lastName: "Smith" }),
      "likely",
      ["last_differs", "house_same"],
    ],
    [
      "both names changed, known as the old one",
      mary,
      child({ ...elsewhere, firstName: "Grace", lastName: "Smith", alsoKnownAs: "Mary Okafor" }),
      "possible",
      ["known_as"],
    ],
    [
      "known by a middle name",
      mary,
      child({ firstName: "Grace", alsoKnownAs: "Mary" }),
      "sure",
      ["known_as"],
    ],
    [
      "a short form",
      child({ firstName: "Katherine" }),
      child({ firstName: "Kate" }),
      "sure",
      ["first_nickname"],
    ],
    [
      "a double-barrelled surname, halved",
      child({ lastName: "Okafor-Smith" }),
      child(elsewhere),
      "likely",
      ["last_part", "dob_same"],
    ],
    [
      "a double-barrelled surname, the other way round",
      child({ lastName: "Okafor-Smith" }),
      child({ ...elsewhere, lastName: "Smith Okafor" }),
      "likely",
      ["last_part"],
    ],
    [
      "first name and surname swapped",
      mary,
      child({ firstName: "Okafor", lastName: "Mary" }),
      "sure",
      ["names_swapped"],
    ],
    [
      "the surname put as first name",
      mary,
      child({ firstName: "Okafor", lastName: null }),
      "likely",
      ["last_same", "dob_same"],
    ],
    ["day and month swapped", mary, child({ dateOfBirth: "2022-12-03" }), "likely", ["dob_swapped"]],
    ["the year one off", mary, child({ dateOfBirth: "2021-03-12" }), "likely", ["dob_two_parts"]],
    [
      "sounds the same, moved",
      child({ firstName: "Sean", lastName: "Reilly" }),
      child({ ...elsewhere, firstName: "Shawn", lastName: "Riley" }),
      "likely",
      ["last_sounds"],
    ],
    [
      "marks and other letters",
      child({ firstName: "Zoë", lastName: "O’Neill-Øst" }),
      child({ firstName: "Zoe", lastName: "ONeill Ost" }),
      "sure",
      ["first_same", "last_same"],
    ],
    [
      "written in another alphabet",
      child({ firstName: "Олександр", lastName: "Коваленко" }),
      child({ firstName: "Oleksandr", lastName: "Kovalenko" }),
      "sure",
      ["last_same"],
    ],
    [
      "two ways to spell one name",
      child({ firstName: "Muhammad", lastName: "Hussein" }),
      child({ ...elsewhere, firstName: "Mohammed", lastName: "Hussain" }),
      "likely",
      ["first_nickname"],
    ],
    [
      "an age and no date of birth",
      child({ dateOfBirth: null, estimatedAge: 4 }),
      mary,
      "likely",
      ["age_fits"],
    ],
    [
      "a child of the police notice, by age, elsewhere",
      bare({ firstName: "Mary", lastName: "Okafor", estimatedAge: 5 }),
      mary,
      "possible",
      ["age_fits"],
    ],
    ["no first name known", child({ firstName: null }), mary, "likely", ["house_same", "dob_same"]],
    ["'unknown' is no name", child({ firstName: "Unknown" }), mary, "likely", ["dob_same"]],
    [
      "an unborn baby, now born",
      child({ firstName: "Unborn baby", dateOfBirth: null, dueDate: "2022-03-20", sex: "U" }),
      mary,
      "likely",
      ["due_fits", "house_same"],
    ],
    [
      "an unborn baby told of twice",
      child({ firstName: "Baby", dateOfBirth: null, dueDate: "2027-02-01", sex: "U" }),
      child({ firstName: null, dateOfBirth: null, dueDate: "2027-02-10", sex: "U" }),
      "likely",
      ["due_same"],
    ],
    [
      "full name and nothing else",
      bare({ firstName: "Mary", lastName: "Okafor" }),
      bare({ firstName: "Mary", lastName: "Okafor" }),
      "possible",
      ["first_same"],
    ],
    [
      "the same telephone, no address",
      child({ ...nowhere, phones: ["+44 7700 900 123"] }),
      mary,
      "likely",
      ["phone_same"],
    ],
  ],
  "another child": [
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
  ],
};

for (const [group, rows] of Object.entries(cases)) {
  describe(group, () => {
    for (const [what, a, b, band, facts, sibling] of rows) {
      test(`${what}: ${band}${sibling ? ", brother or sister" : ""}`, () => {
        const found = compare(a, b);
        assert.equal(found.band, band, found.words.join(", "));
        for (const fact of facts)
          assert.ok(found.facts.includes(fact), `${fact} among ${found.facts.join(", ")}`);
        assert.equal(found.sibling, sibling ?? false);
        assert.deepEqual(compare(b, a), found, "the same from both sides");
      });
      test(`${what}: ${band === "none" ? "nothing more is asked of the keys" : "the keys bring them together"}`, () => {
        if (band === "none") return;
        const stored = new Set(matchKeys(b).map((key) => `${key.kind} ${key.value}`));
        assert.ok(searchKeys(a).some((key) => stored.has(`${key.kind} ${key.value}`)));
      });
    }
  });
}

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
    ["Sol", "Saul"],
    ["Mia", "Mya"],
    ["Daniel", "Daniela"],
    ["Zak", "Jack"],
  ]) {
    const found = compare(
      child({ firstName: one ?? null, nhsNumber: null }),
      child({ firstName: two ?? null }),
    );
    if (one !== "Sol") assert.notEqual(found.band, "sure", `${one} and ${two}: ${found.words.join(", ")}`);
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
