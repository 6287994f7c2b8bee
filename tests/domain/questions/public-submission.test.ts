import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canSendEarly, firstToDo, journeys } from "#domain/journeys";
import type { Answer, Answers } from "#domain/questions/answers";
import type { Submission } from "#domain/questions/submission";
import { toSubmission } from "#domain/questions/to-submission";
import { publicAnswers } from "../../support/public-answers.ts";

const now = new Date("2026-11-23T14:00:00Z");
const at = { today: "2026-11-23" };
const sent = (answers: Answers): Submission => {
  const submission = toSubmission(answers, "public", "en", { early: false, now });
  assert.ok(submission, "it can be sent");
  return submission;
};
const about = (children: Answer) =>
  sent({ ...publicAnswers, "children-seen": { count: "not_known", ...children } });
const childrenOf = ({ children }: Submission) =>
  children.map(({ firstName, lastName, description, birth }) => ({
    ...{ firstName, lastName, description },
    age: birth.kind === "about" ? birth.years : birth.kind,
  }));

describe("what a member of the public told", () => {
  test("anonymously, is a whole contact with nobody behind it", () => {
    const submission = sent(publicAnswers);
    assert.equal(submission.partial, false);
    assert.equal(submission.whatHappened, "Shouting and a child crying for an hour");
    assert.deepEqual(submission.referrer, {
      ...{ name: null, job: null, organisation: null, sourceCode: "9" },
      ...{ email: null, phone: null, reachable: null },
    });
    assert.equal(submission.keepSenderSecret, false);
    assert.deepEqual(submission.address, { lines: ["Flat 4, Mill Road"], postcode: "AB1 2CD" });
    const said = JSON.stringify(submission.snapshot.contact);
    assert.ok(said.includes("It keeps on happening"));
    assert.ok(
      !said.includes("tell us who you are"),
      "whether somebody said who they are is in their own room",
    );
  });

  test("children are as many as were counted, each with their own name and age where that is safe", () => {
    assert.deepEqual(childrenOf(about({ count: "2", names: "Ella Ash and Tom", ages: "5 and 7" })), [
      { firstName: "Ella", lastName: "Ash", description: null, age: 5 },
      { firstName: "Tom", lastName: null, description: null, age: 7 },
    ]);
    assert.deepEqual(childrenOf(about({ count: "2", names: "the Ash twins", looks: "red coats" })), [
      { firstName: null, lastName: null, description: "the Ash twins; red coats", age: "not_known" },
      { firstName: null, lastName: null, description: "the Ash twins; red coats", age: "not_known" },
    ]);
    assert.deepEqual(childrenOf(about({ names: "Ella, Tom & Sam" })).length, 3);
    assert.deepEqual(childrenOf(about({ ages: "a baby, 18 months" })), [
      {
        ...{ firstName: null, lastName: null, description: "A child whom the sender could not describe" },
        age: 1,
      },
    ]);
  });

  test("a name that says that none is known is nobody's name, and the report is taken", () => {
    const nameless = { firstName: null, lastName: null, age: "not_known" };
    const undescribed = { ...nameless, description: "A child whom the sender could not describe" };
    for (const names of ["dont know", "I don’t  know", "Don't know.", "not sure", "no idea", "?", "unknown"])
      assert.deepEqual(childrenOf(about({ names })), [undescribed], names);
    assert.deepEqual(childrenOf(about({ names: "dont know", looks: "a red coat" })), [
      { ...nameless, description: "a red coat" },
    ]);
    assert.equal(childrenOf(about({ names: "Noor" }))[0]?.firstName, "Noor");
  });

  const named = { name: "Pat Lane", phone: "07700 900 123", email: "pat@example.org", seen: "no" };
  const from = (reach: Answer, name = "yes") =>
    sent({ ...publicAnswers, teller: { name }, "reach-you": { ...named, ...reach } });

  test("somebody who says who they are is reached only as is safe", () => {
    const { referrer } = from({ relation: "neighbour", message: "yes", reachable: "after six" });
    assert.equal(referrer.name, "Pat Lane");
    assert.equal(referrer.sourceCode, "1B");
    assert.equal(referrer.email, "pat@example.org");
    assert.equal(referrer.reachable, "after six. A message may be left");
    const watched = from({ seen: "yes", message: "yes" }).referrer;
    assert.equal(watched.email, null, "nothing is sent where others see it");
    assert.match(watched.reachable ?? "", /send no messages.*pat@example.org.*Leave no message/);
    assert.equal(from({}, "private").keepSenderSecret, true);
    assert.equal(from({}).referrer.sourceCode, "10");
  });

  test("may be about somebody who works with children, and how many children there are may stay open", () => {
    const trusted = { looks: "Boy in a kit", trust: ["yes"] };
    const submission = toSubmission({ ...publicAnswers, "children-seen": trusted }, "public", "en", {
      ...{ early: false, now },
    });
    assert.deepEqual(
      [submission?.positionOfTrust, submission?.worries, submission?.children.length],
      [true, ["position_of_trust"], 1],
    );
  });

  test("is not whole without what happened, a clue to a child, and whether they say who they are", () => {
    for (const id of ["what-happened", "children-seen", "teller"]) {
      const { [id]: _, ...rest } = publicAnswers;
      assert.equal(toSubmission(rest, "public", "en", { early: true, now }), null, id);
    }
    const noClue = { ...publicAnswers, "children-seen": { count: "1" } };
    assert.equal(toSubmission(noClue, "public", "en", { early: false, now }), null);
  });

  test("who only heard a child has to say where, and is asked again when they take a name back", () => {
    const heard = { count: "1", unknown: ["yes"] };
    const place = (typed: Answer, children: Answer = heard): Answers => ({
      ...publicAnswers,
      ...{ "children-seen": children, "where-seen": { ...typed, asked: "only-place" } },
    });
    for (const [field, words] of [
      ["lives", "The flat above the chip shop"],
      ["postcode", "AB1 2CD"],
      ["seenAt", "Through the wall"],
    ] as const)
      assert.deepEqual(firstToDo(journeys.public, place({ [field]: words }), at), { at: "check" }, field);
    assert.deepEqual(childrenOf(sent(place({ lives: "Mill Road" })))[0]?.firstName, null);
    const where = { at: "page", page: 5 };
    for (const children of [heard, { names: "dont know" }])
      assert.deepEqual(firstToDo(journeys.public, place({ lives: " " }, children), at), where);
    const named = { ...publicAnswers, "where-seen": { asked: "plain" } };
    assert.deepEqual(firstToDo(journeys.public, named, at), { at: "check" }, "a clue is enough by itself");
    assert.deepEqual(firstToDo(journeys.public, { ...named, "children-seen": heard }, at), where);
    const countAlone = { ...publicAnswers, "children-seen": { count: "1" } };
    assert.deepEqual(firstToDo(journeys.public, countAlone, at), { at: "page", page: 4 });
  });

  test("asks how to reach only those who say who they are, and offers no early sending", () => {
    assert.deepEqual(firstToDo(journeys.public, publicAnswers, at), { at: "check" });
    const saysWho = { ...publicAnswers, teller: { name: "private" } };
    assert.deepEqual(firstToDo(journeys.public, saysWho, at), { at: "page", page: 7 });
    assert.equal(canSendEarly(journeys.public, publicAnswers, at), false);
  });
});
