import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { coarseDay, linesOf, withoutHours, withoutNames } from "#domain/access";

describe("a text without the names of others", () => {
  const cases: [text: string, names: string[], without: string][] = [
    ["Ann saw Annie", ["Ann"], "[left out] saw Annie"],
    ["ANN'S mother, ann-marie", ["Ann"], "[left out]'S mother, [left out]-marie"],
    ["Siân O’Neill rang", ["Siân O’Neill"], "[left out] rang"],
    ["Łukasz came", ["Łukasz"], "[left out] came"],
    ["He said so", ["He"], "He said so"],
    ["(a+b) is a sum", ["(a+b)"], "[left out] is a sum"],
    ["nobody", [], "nobody"],
  ];
  for (const [text, names, without] of cases)
    test(`${text} without ${names.join(", ")}`, () => assert.equal(withoutNames(text, names), without));
});

describe("a text without hours", () => {
  const cases: [text: string, without: string][] = [
    ["Called at 9:40pm to raised voices", "Called at [left out] to raised voices"],
    ["at 21:40, at 9.05 a.m. and at 3pm", "at [left out], at [left out] and at [left out]"],
    ["Ring 01234 567 890 about 2 of 3 on 12 March 2026", "Ring 01234 567 890 about 2 of 3 on 12 March 2026"],
    ["She is 10 and amused", "She is 10 and amused"],
  ];
  for (const [text, without] of cases) test(text, () => assert.equal(withoutHours(text), without));
});

test("a day is told as a month where somebody of the public sent it, and a record a line a field", () => {
  assert.equal(coarseDay("2026-03-05", true), "March 2026");
  assert.equal(coarseDay("2026-03-05", false), "5 March 2026");
  assert.deepEqual(
    linesOf({
      whyNotHigher: "She is safe",
      empty: "",
      tickedNot: false,
      told: ["a", "b"],
      deep: { level: 3 },
    }),
    [
      { label: "Why not higher", text: "She is safe" },
      { label: "Told", text: "a" },
      { label: "Told", text: "b" },
      { label: "Level", text: "3" },
    ],
  );
});
