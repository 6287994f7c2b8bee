import assert from "node:assert/strict";
import { test } from "node:test";
import { sameAdult, type AdultFact } from "#domain/same-adult";

test("a name makes two adults one only with a birth date, or with a home where none is known", () => {
  const born = "1991-05-06";
  const table: [name: string, dob: string | null, name: string, dob: string | null, AdultFact[] | null][] = [
    ["Ngozi Adichie", born, "Ngozi Adichie", born, ["name_same", "born_same"]],
    ["Ngozi Adichie", born, "Adichie Ngozi", born, ["name_same", "born_same"]],
    ["Ngozi Adichie", born, "Ngozi Adichi", born, ["name_close", "born_same"]],
    ["Ngozi Adichie", born, "Ngozi Adichie", "1991-06-05", ["name_same", "born_swapped"]],
    ["Ngozi Adichie", born, "Ngozi Adichie", "1971-05-06", null],
    ["Ngozi Adichie", born, "Ngozi Adichie", null, null],
    ["Ngozi Adichie", born, "Chima Adichie", born, null],
    ["Ngozi", born, "Ngozi", born, null],
    ["", null, "", null, null],
  ];
  for (const [name, dateOfBirth, other, theirs, facts] of table) {
    const [a, b] = [
      { name, dateOfBirth },
      { name: other, dateOfBirth: theirs },
    ];
    assert.deepEqual(sameAdult(a, b, false), facts, `${name} ${other} ${theirs}`);
    assert.deepEqual(sameAdult(b, a, false), facts, `${other} ${name} ${theirs}`);
  }
  const unknown = { name: "Ngozi Adichie", dateOfBirth: null };
  assert.deepEqual(sameAdult(unknown, { ...unknown, dateOfBirth: born }, true), ["name_same", "home_same"]);
  assert.equal(sameAdult(unknown, { name: "Ngozi Adichi", dateOfBirth: born }, true), null);
});
