import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { callSchema, callSubmission, childrenIn } from "#domain/phone-call";
import { itemsOf, type Answers } from "#domain/questions/answers";
import { monthNamed } from "#domain/questions/month-names";
import { monthNames as polish } from "#domain/questions/pl/month-names";
import { saysNotKnown } from "#domain/questions/says-not-known";
import { toSubmission } from "#domain/questions/to-submission";
import { professionalAnswers } from "../../support/answers.ts";
import { familyAnswers } from "../../support/family-answers.ts";

const now = new Date("2026-11-23T14:00:00Z");

describe("words that say that a name is not known", () => {
  for (const typed of [
    "dont know",
    "Do not know",
    "I don’t  know",
    "Unknown.",
    "name unknown",
    "n/a",
    "??",
    "-",
    "nie wiem",
  ])
    test(typed, () => assert.equal(saysNotKnown(typed), true));
  for (const typed of ["", null, "Noor", "Unknowna", "Donna Know", "Na", "Sure", "Idea Okafor"])
    test(`${String(typed)} is a name`, () => assert.equal(saysNotKnown(typed), false));
});

/** A form with other names for its first child. */
const named = (answers: Answers, question: string, names: Record<string, string>): Answers => {
  const [first, ...rest] = itemsOf(answers, question);
  assert.ok(first);
  return { ...answers, [question]: [{ ...first, answer: { ...first.answer, ...names } }, ...rest] };
};
const forms = [
  ["professional", professionalAnswers, "children"],
  ["family", familyAnswers, "your-children"],
] as const;

describe("a child is never called that", () => {
  for (const [audience, answers, question] of forms)
    for (const [firstName, lastName, known] of [
      ["dont know", "", [null, null]],
      ["Dont", "know", [null, null]],
      ["Milo", "unknown", ["Milo", null]],
      ["not known", "Okafor", [null, "Okafor"]],
    ] as const)
      test(`${audience}: “${firstName}” “${lastName}”`, () => {
        const sent = toSubmission(named(answers, question, { firstName, lastName }), audience, "en", {
          ...{ early: false, now },
        });
        assert.deepEqual([sent?.children[0]?.firstName, sent?.children[0]?.lastName], known);
        assert.ok(
          JSON.stringify(sent?.snapshot).includes(firstName),
          "as it was typed, it stays in evidence",
        );
      });

  test("on the phone, of the caller neither", () => {
    const [child] = childrenIn({ child1: "dont know", age1: "about 5" }, "2026-11-23");
    assert.deepEqual([child?.firstName, child?.description], [null, "Not named by the caller"]);
    const call = {
      danger: "no",
      account: "Crying",
      caller: "public",
      where: "Mill Road",
      name: "didn't say",
    };
    assert.equal(callSubmission(callSchema.parse(call), "2026-11-23").referrer.name, "didn't say");
    const none = callSchema.parse({ ...call, name: "Unknown", noNumber: "yes" });
    const { referrer, snapshot } = callSubmission(none, "2026-11-23");
    assert.deepEqual([referrer.name, referrer.phone], [null, null]);
    assert.deepEqual(
      snapshot.referrer[0]?.entries.find(({ label }) => label === "There is no number to call back")?.value,
      "Yes",
    );
  });
});

test("no two languages differ about the first letters of a month", () => {
  const english = Array.from({ length: 12 }, (_, month) => [
    new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(Date.UTC(2026, month, 1)),
  ]);
  for (const months of [english, polish])
    for (const [index, forms] of months.entries())
      for (const form of forms) {
        assert.equal(monthNamed(form), index + 1, form);
        assert.equal(monthNamed(form.slice(0, 3)), index + 1, form.slice(0, 3));
      }
});
