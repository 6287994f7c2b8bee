import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { elsewhere, postcodeIn } from "#domain/area";
import { factChips } from "#domain/fact-chips";
import { shownFacts } from "#domain/secret-address";
import { toSubmission } from "#domain/questions/to-submission";
import { professionalAnswers } from "../support/answers.ts";
import { familyAnswers } from "../support/family-answers.ts";
import { publicAnswers } from "../support/public-answers.ts";

const at = { today: "2026-11-23" };
const areas = {
  postcodeAreas: ["AB1", "AC"],
  neighbours: [
    { name: "Othertown Council", number: "01632 960 100", areas: ["AB2", "AD"] },
    { name: "Farshire", number: "01632 960 200", areas: ["AD7"] },
  ],
};

describe("where a child lives", () => {
  test("is ours, a neighbour's, or nobody's that we know", () => {
    const cases: [string | null, string | null | undefined][] = [
      [null, undefined],
      ["AB1 2CD", undefined],
      ["AC9 9ZZ", undefined],
      ["AB2 2CD", "Othertown Council"],
      ["AD7 1AA", "Othertown Council"],
      ["AB11 2CD", null],
      ["ZZ1 1ZZ", null],
    ];
    for (const [postcode, council] of cases)
      assert.equal(elsewhere(postcode, areas)?.council, council, postcode ?? "none");
  });

  test("is read from each form as it asks for it", () => {
    const typed = (answers: object, postcode: string) =>
      JSON.parse(
        JSON.stringify(answers).replaceAll(/"postcode":"[^"]*"/g, `"postcode":"${postcode}"`),
      ) as typeof publicAnswers;
    for (const answers of [publicAnswers, familyAnswers, professionalAnswers]) {
      assert.equal(postcodeIn(typed(answers, "ad1 1aa"), at), "AD1 1AA");
      assert.equal(postcodeIn(typed(answers, "by the river"), at), null);
    }
    assert.equal(postcodeIn({}, at), null);
  });

  test("is said in the queue, but not of a family that hides", () => {
    const submission = toSubmission(familyAnswers, "family", "en", { early: false, now: new Date() });
    assert.ok(submission);
    const outside = { ...submission, outOfArea: { council: "Othertown Council" } };
    const sent = { audience: "professional", channel: "online", danger: "no" } as const;
    const hiding = {
      risks: ["address_secret" as const],
      detail: null,
      interpreter: null,
      communication: null,
    };
    const chips = (facts: Parameters<typeof factChips>[1]) => factChips(sent, facts).map(({ text }) => text);
    assert.ok(chips({ ...outside, safeContact: null }).includes("Lives in the area of Othertown Council"));
    assert.ok(!chips({ ...outside, safeContact: hiding }).some((text) => text.includes("Othertown")));
    assert.equal(shownFacts({ ...outside, safeContact: hiding }).outOfArea, undefined);
  });
});
