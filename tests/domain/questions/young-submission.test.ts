import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canSend, canSendEarly, journeys } from "#domain/journeys";
import { canAnswerYoung, leftOfForm, saysCannotAnswer } from "#domain/questions/can-answer";
import type { Answers } from "#domain/questions/answers";
import type { Submission } from "#domain/questions/submission";
import { toSubmission } from "#domain/questions/to-submission";
import { youngAnswers } from "../../support/young-answers.ts";

const now = new Date("2026-11-23T14:00:00Z");
const at = { today: "2026-11-23" };
const sent = (answers: Answers, early = false): Submission => {
  const submission = toSubmission(answers, "young_person", "en", { early, now });
  assert.ok(submission, "it can be sent");
  return submission;
};
const journey = journeys.young_person;

describe("whether a young person can be answered", () => {
  const cases: [string, Record<string, string | string[]> | null, Record<string, string>, boolean][] = [
    ["nothing was said", null, {}, false],
    ["they will call", { ways: ["i_call"] }, {}, false],
    ["a number", { ways: ["text"], phone: "07700 900 123" }, {}, true],
    ["at a school that they named", { ways: ["school"] }, { school: "Hill Academy" }, true],
    ["at a school that nobody knows", { ways: ["school"] }, {}, false],
    ["through somebody they trust", { ways: ["i_call", "trusted"] }, { trusted: "Mrs Ash" }, true],
  ];
  for (const [what, talk, find, can] of cases)
    test(what, () => {
      const { "talk-to-you": _, ...rest } = youngAnswers;
      const answers = { ...rest, ...(talk && { "talk-to-you": talk }), "find-you": find };
      assert.equal(canAnswerYoung(answers, at), can);
      assert.equal(saysCannotAnswer(leftOfForm("young_person", answers, at)), !can);
    });

  test("is all that stays of a form, and of nobody else's", () => {
    assert.doesNotMatch(
      JSON.stringify(leftOfForm("young_person", { "say-more": { account: "He" } }, at)),
      /He/,
    );
    for (const audience of ["professional", "public", "family"] as const)
      assert.deepEqual(leftOfForm(audience, youngAnswers, at), {});
  });
});

describe("what a young person told", () => {
  test("is a contact about themselves, with their wish and the safe way to reach them", () => {
    const submission = sent(youngAnswers);
    assert.equal(submission.partial, false);
    const [child] = submission.children;
    assert.deepEqual(
      { name: child?.firstName, birth: child?.birth, school: child?.school },
      { name: "Jay", birth: { kind: "about", years: 13, words: "13 to 15" }, school: "Hill Academy" },
    );
    assert.deepEqual(submission.worries, ["home_violence", "something_else"]);
    assert.match(submission.whatHappened, /I feel scared at home\nIt is hard to say\n\nHe shouts/);
    assert.equal(submission.nextEvent?.detail, "It could happen again today");
    assert.equal(submission.parents?.childSaid, "I want it to stop");
    assert.deepEqual(submission.safeContact?.risks, ["do_not_phone_home", "phone_is_read"]);
    assert.equal(submission.safeContact?.detail, "See me at school. At lunch");
    assert.equal(submission.referrer.sourceCode, "1C");
    assert.equal(submission.referrer.email, null, "nothing is ever written to them by itself");
  });

  test("can be sent as soon as it is said what it is about, and then says what is missing", () => {
    const early = { danger: { danger: "no" }, "going-on": { about: ["hurt_self"] } };
    assert.equal(canSend(journey, early, at), false);
    assert.equal(canSendEarly(journey, early, at), true);
    assert.equal(canSendEarly(journey, { danger: { danger: "no" } }, at), false);
    const submission = sent(early, true);
    assert.equal(submission.partial, true);
    assert.equal(submission.children[0]?.description, "A young person who gave no name");
    assert.deepEqual(submission.worries, ["child_mental_health"]);
    assert.equal(toSubmission(early, "young_person", "en", { early: false, now }), null);
  });

  test("nobody has to say where they are, or how to be reached, to send the whole", () => {
    const shy = {
      ...youngAnswers,
      "find-you": { notYet: ["yes"] },
      "talk-to-you": { ways: ["i_call"] },
      "call-you": { name: "J. D." },
    };
    assert.equal(canSend(journey, shy, at), true);
    const nowhere = { ...youngAnswers, "find-you": { school: "" } };
    assert.equal(canSend(journey, nowhere, at), false);
    const noNumber = { ...youngAnswers, "talk-to-you": { ways: ["text"] } };
    assert.equal(canSend(journey, noNumber, at), false);
  });
});
