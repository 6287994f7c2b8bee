import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readSearch, saysNothing, type Search } from "#domain/search/read-search";
import { searchHit, type SearchFact, type Sought } from "#domain/search/search-hit";
import { keysToSearch, type Alike } from "#domain/search/search-keys";
import { matchKeys } from "#domain/match-keys";
import { emptySubject } from "#domain/match-subject";

const nothing: Search = {
  ...{ reference: null, nhsNumber: null, upn: null, phone: null, postcode: null, born: null },
  ...{ words: [], schools: [] },
};

describe("what was typed into the one box", () => {
  const cases: [string, Partial<Search>][] = [
    ["Mary Okafor", { words: ["mary", "okafor"] }],
    ["OKAFOR, Mary 12/3/2022", { words: ["okafor", "mary"], born: "2022-03-12" }],
    ["12 March 2022 okafor", { words: ["okafor"], born: "2022-03-12" }],
    ["12.03.22", { born: "2022-03-12" }],
    ["2022-03-12", { born: "2022-03-12" }],
    ["12032022", { born: "2022-03-12" }],
    ["O’Neill ab12cd", { words: ["oneill"], postcode: "AB1 2CD" }],
    ["7KQ4 M2XD", { reference: "7KQ4M2XD" }],
    ["7kq4m2xd", { reference: "7KQ4M2XD" }],
    ["ref 7KQ4-M2XD Mary", { reference: "7KQ4M2XD", words: ["mary"] }],
    ["Matthews", { reference: "MATTHEWS", words: ["matthews"] }],
    ["943 476 5919", { nhsNumber: "9434765919" }],
    ["9434765918", {}],
    ["07700 900123", { phone: "07700900123" }],
    ["+44 7700 900 123 Okafor", { phone: "07700900123", words: ["okafor"] }],
    ["020 7946 0123", { phone: "02079460123" }],
    ["31/2/2022 Mary", { words: ["mary"] }],
    ["Иван", { words: ["ivan"] }],
    ["Mill Road Primary School", { words: ["mill", "road"], schools: ["mill road", "road"] }],
    [
      "mary st marys primary",
      { words: ["mary", "st", "marys"], schools: ["mary marys st", "marys st", "marys"] },
    ],
    ["   ", {}],
  ];
  for (const [typed, wanted] of cases)
    test(JSON.stringify(typed), () => {
      assert.deepEqual(readSearch(typed, "2026-11-28"), { ...nothing, ...wanted });
    });

  test("a date that has not come yet is nobody's birthday", () => {
    assert.equal(readSearch("1/1/2027", "2026-11-28").born, null);
  });

  test("one letter, or nothing but a year, looks for nobody", () => {
    for (const typed of ["", "M", "2016", "-", "unknown"])
      assert.ok(saysNothing(readSearch(typed, "2026-11-28")), typed);
    assert.ok(!saysNothing(readSearch("Li", "2026-11-28")));
  });
});

const mary: Sought = {
  ...{ firstName: "Mary", lastName: "Okafor-Smith", alsoKnownAs: "Mimi" },
  ...{ dateOfBirth: "2022-03-12", postcode: "AB1 2CD" },
};

describe("why somebody is found", () => {
  const cases: [string, SearchFact[] | null][] = [
    ["mary okafor", ["name"]],
    ["smith mary", ["name"]],
    ["mimi okafor", ["name"]],
    ["molly okafor", ["name", "name_short"]],
    ["mary okaffor", ["name", "name_similar"]],
    ["mary jones", null],
    ["mary jones 12/3/2022", ["born", "name", "name_differs"]],
    ["12/3/2022", ["born"]],
    ["3/12/2022", ["born_swapped"]],
    ["13/3/2022", ["born_near"]],
    ["mary okafor 1/1/2019", ["name", "born_differs"]],
    ["1/1/2019", null],
    ["ab1 2cd", ["postcode"]],
    ["jones ab1 2cd", ["postcode", "name_differs"]],
  ];
  for (const [typed, facts] of cases)
    test(`${typed}: ${facts?.join(", ") ?? "not found"}`, () => {
      assert.deepEqual(searchHit(readSearch(typed, "2026-11-28"), {}, mary)?.facts ?? null, facts);
    });

  test("whoever fits better stands higher", () => {
    const counts = (typed: string) => searchHit(readSearch(typed, "2026-11-28"), {}, mary)?.counts ?? 0;
    const order = ["mary okafor 12/3/2022", "12/3/2022 mary jones", "mary okafor", "mary okaffor"];
    assert.deepEqual(
      [...order].sort((a, b) => counts(b) - counts(a)),
      order,
    );
  });

  test("every search that finds a child shares a key with what is kept of it", () => {
    const kept = new Set(
      matchKeys({ ...emptySubject, ...mary }).map(({ kind, value }) => `${kind} ${value}`),
    );
    const found = (typed: string, alike: Alike = new Map()) =>
      keysToSearch(readSearch(typed, "2026-11-28"), alike).some(({ kind, value }) =>
        kept.has(`${kind} ${value}`),
      );
    for (const typed of [
      "mary okafor",
      "smith mary",
      "okafor",
      "molly okafor",
      "okafor 3/12/2022",
      "mary ab1 2cd",
    ])
      assert.ok(found(typed), typed);
    assert.ok(found("okaffor", new Map([["okaffor", ["okafor"]]])));
    assert.ok(found("mary oxafor", new Map([["oxafor", ["okafor"]]])));
    assert.ok(!found("jones"));
  });
});
