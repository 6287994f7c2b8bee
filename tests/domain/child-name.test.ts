import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ageInWords, childName } from "#domain/child-name";

const nobody = { firstName: null, lastName: null, description: null, unborn: false };
const ageless = { dateOfBirth: null, estimatedAge: null, unborn: false, dueDate: null };

describe("what a child is called", () => {
  test("by name, else by what was seen, and never by nothing", () => {
    assert.equal(childName({ ...nobody, firstName: "Mary", lastName: "Okafor" }), "Mary Okafor");
    assert.equal(childName({ ...nobody, lastName: "Okafor" }), "Okafor");
    assert.equal(childName({ ...nobody, description: "a boy in a red coat" }), "a boy in a red coat");
    assert.equal(childName(nobody), "A child whose name is not known");
    assert.equal(childName({ ...nobody, unborn: true }), "The unborn baby");
    assert.equal(childName({ ...nobody, unborn: true, lastName: "Dunne" }), "Dunne (unborn)");
  });
});

describe("how old a child is", () => {
  const today = "2026-11-24";
  const cases: [Partial<Parameters<typeof ageInWords>[0]>, string][] = [
    [{ dateOfBirth: "2022-03-12" }, "4 years"],
    [{ dateOfBirth: "2024-11-24" }, "2 years"],
    [{ dateOfBirth: "2024-11-25" }, "23 months"],
    [{ dateOfBirth: "2026-10-24" }, "1 month"],
    [{ dateOfBirth: "2026-11-15" }, "9 days"],
    [{ dateOfBirth: "2026-11-24" }, "0 days"],
    [{ dateOfBirth: "2026-11-25" }, "0 days"],
    [{ estimatedAge: 6 }, "about 6"],
    [{ estimatedAge: 0 }, "under 1"],
    [{ unborn: true, dueDate: "2027-03-03" }, "unborn, due 3 March 2027"],
    [{ unborn: true }, "unborn"],
    [{}, "age not known"],
  ];
  for (const [facts, words] of cases) {
    test(words, () => assert.equal(ageInWords({ ...ageless, ...facts }, today), words));
  }
});
