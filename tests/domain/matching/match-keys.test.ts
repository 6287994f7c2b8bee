import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { normaliseAddress } from "#domain/address";
import { matchKeyKinds, matchKeys, searchKeys, swapDayAndMonth, type MatchKeyKind } from "#domain/match-keys";
import { emptySubject, type MatchSubject } from "#domain/match-subject";

const mary: MatchSubject = {
  ...emptySubject,
  firstName: "Kate",
  lastName: "Okafor-Smith",
  dateOfBirth: "2022-03-12",
  postcode: "ab1 2cd",
  address: ["7 Mill Rd"],
  phones: ["+44 (0)7700 900123"],
  nhsNumber: "943 476 5919",
  upn: "h 80120000 1001",
};
const values = (subject: MatchSubject, kind: MatchKeyKind) =>
  matchKeys(subject)
    .filter((key) => key.kind === kind)
    .map((key) => key.value);

test("every kind of key, in one form however it was typed", () => {
  assert.deepEqual(values(mary, "nhs"), ["9434765919"]);
  assert.deepEqual(values(mary, "upn"), ["H801200001001"]);
  assert.deepEqual(values(mary, "phone"), ["07700900123"]);
  assert.deepEqual(values(mary, "address"), ["AB1 2CD|7"]);
  assert.deepEqual(values(mary, "dob_postcode"), ["2022-03-12|AB1 2CD"]);
  assert.deepEqual(values(mary, "dob_last"), [
    "2022-03-12|AKFR",
    "2022-03-12|SM0",
    "2022-03-12|XMT",
    "2022-03-12|AKFRSM0",
    "2022-03-12|AKFRSMT",
  ]);
  assert.ok(values(mary, "dob_first").includes("2022-03-12|~catherine"));
  assert.ok(values(mary, "first_postcode").includes("KT|AB1 2CD"));
  assert.ok(values(mary, "last_postcode").includes("AKFR|AB1 2CD"));
  assert.ok(values(mary, "first_last").includes("~catherine|AKFR"));
  assert.deepEqual(values(mary, "name"), ["kate", "okafor", "smith", "okaforsmith"]);
});

test("a child of whom nothing is known has no keys", () => {
  assert.deepEqual(matchKeys(emptySubject), []);
  assert.deepEqual(matchKeys({ ...emptySubject, firstName: "Unborn baby", lastName: "Unknown" }), []);
});

test("what fails its check is no key", () => {
  const wrong = {
    ...emptySubject,
    nhsNumber: "943 476 5918",
    upn: "A801200001001",
    phones: ["12"],
    postcode: "nowhere",
  };
  assert.deepEqual(matchKeys(wrong), []);
});

test("a name in another alphabet has keys too", () => {
  const one = { ...emptySubject, firstName: "محمد", dateOfBirth: "2020-01-02" };
  assert.deepEqual(values(one, "dob_first"), ["2020-01-02|محمد"]);
});

test("searching also tries the day and month swapped, and the names", () => {
  const looked = searchKeys(mary).map((key) => `${key.kind} ${key.value}`);
  assert.ok(looked.includes("dob_last 2022-12-03|AKFR"));
  assert.ok(looked.includes("dob_last 2022-03-12|KT"));
  for (const key of matchKeys(mary)) assert.ok(looked.includes(`${key.kind} ${key.value}`));
});

test("day and month swap only where both readings are dates", () => {
  assert.equal(swapDayAndMonth("2022-03-12"), "2022-12-03");
  assert.equal(swapDayAndMonth("2022-03-13"), null);
  assert.equal(swapDayAndMonth("2022-03-03"), null);
  assert.equal(swapDayAndMonth(null), null);
});

test("keys are few, short and never twice, whatever was typed", () => {
  const long: MatchSubject = {
    ...mary,
    firstName: "Anna Maria Katharina ".repeat(40),
    lastName: "von Hohenzollern-Sigmaringen ".repeat(40),
    alsoKnownAs: "Kate Smith Jones Brown ".repeat(40),
    phones: Array.from({ length: 50 }, (_, i) => `077009001${String(i).padStart(2, "0")}`),
  };
  const keys = matchKeys(long);
  const names = keys.map((key) => `${key.kind} ${key.value}`);
  assert.equal(new Set(names).size, names.length);
  assert.ok(keys.length < 120, String(keys.length));
  for (const key of keys) {
    assert.ok(matchKeyKinds.includes(key.kind));
    assert.ok(key.kind === "address" || key.value.length <= 80, `${key.kind} ${key.value.length}`);
  }
});

describe("one home however it was typed", () => {
  const same: [lines: string[], postcode: string | null][] = [
    [["7 Mill Road", "Anytown"], "AB1 2CD"],
    [["7, Mill Rd."], "ab12cd"],
    [["No. 7 Mill Road, Anytown AB1 2CD"], "AB1 2CD"],
  ];
  for (const [lines, postcode] of same) {
    test(lines.join(", "), () => assert.equal(normaliseAddress(lines, postcode), "AB1 2CD|7"));
  }
  const table: [lines: string[], postcode: string | null, value: string | null][] = [
    [["Flat 2", "7 Mill Road"], "AB1 2CD", "AB1 2CD|2 7"],
    [["7a Mill Road"], "AB1 2CD", "AB1 2CD|7a"],
    [["Rose Cottage", "Mill Lane"], "AB1 2CD", "AB1 2CD|rose cottage"],
    [["7 Mill Rd", "Anytown"], null, "7 mill road anytown"],
    [["Mill Road"], null, null],
    [[], "AB1 2CD", null],
    [["No fixed abode"], "AB1 2CD", null],
    [["Women's refuge"], "AB1 2CD", null],
    [["Address withheld"], null, null],
  ];
  for (const [lines, postcode, value] of table) {
    test(`${lines.join(", ")} ${postcode ?? ""} → ${value ?? "no home"}`, () => {
      assert.equal(normaliseAddress(lines, postcode), value);
    });
  }
});
