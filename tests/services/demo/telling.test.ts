import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Temporal } from "temporal-polyfill";
import type { Submission } from "#domain/questions/submission";
import { toSubmission } from "#domain/questions/to-submission";
import { worryNames } from "#domain/questions/worries";
import { householdOn } from "#services/demo/family/household";
import { inventFamily } from "#services/demo/family/invent-family";
import { randomFrom } from "#services/demo/random";
import { stories, type Severity } from "#services/demo/stories/index";
import { drawTold } from "#services/demo/telling/draw-told";
import { formAnswers } from "#services/demo/telling/form-answers";
import { tell } from "#services/demo/telling/tell";

const day = Temporal.PlainDate.from("2026-11-24");
const at = new Date("2026-11-24T10:40:00Z");
const severities = Object.keys(stories) as Severity[];

function sent(number: number, severity: Severity): Submission {
  const random = randomFrom(`telling/${number}/${severity}`);
  return tell(random, drawTold(random, householdOn(inventFamily("telling", number, day), day), severity, at));
}

describe("what is told about invented families", () => {
  const all = severities.flatMap((severity) =>
    Array.from({ length: 300 }, (_, number) => sent(number, severity)),
  );

  test("is the same for the same draws", () => {
    assert.deepEqual(sent(3, "assessment"), sent(3, "assessment"));
  });

  test("has no gap left in it and names somebody", () => {
    for (const submission of all) {
      assert.doesNotMatch(JSON.stringify(submission), /\{[a-zA-Z]+\}/);
      const [child] = submission.children;
      assert.ok(child && (child.firstName ?? child.lastName ?? child.description) !== null);
      assert.ok(submission.whatHappened.length > 40);
      assert.ok(submission.worries.length > 0);
    }
  });

  test("reaches nobody: addresses of emails end in .example, phones are of the ranges kept for drama", () => {
    for (const { referrer } of all) {
      if (referrer.email !== null) assert.match(referrer.email, /^[a-z.]+@[a-z.-]+\.example$/);
      if (referrer.phone !== null) assert.match(referrer.phone, /^(07700 900|01632 960)\d{3}$/);
    }
  });

  test("keeps the sender out of what is said about the family", () => {
    for (const { referrer, snapshot } of all) {
      const words = JSON.stringify(snapshot.contact);
      if (referrer.email !== null) assert.ok(!words.includes(referrer.email));
      assert.ok(JSON.stringify(snapshot.referrer).includes(referrer.name ?? ""));
    }
  });

  test("has nobody who is born and has a birthday that is to come, whatever was mistyped", () => {
    const aYear = Array.from({ length: 20_000 }, (_, number) => sent(number, "information"));
    const born = aYear.flatMap(({ children }) =>
      children.flatMap(({ birth }) => (birth.kind === "born" ? [birth.date] : [])),
    );
    assert.ok(born.length > 10_000);
    assert.deepEqual(
      born.filter((date) => date > day.toString()),
      [],
    );
  });

  test("comes from people who know everything and from people who know little", () => {
    const known = (submission: Submission) => submission.children[0]?.birth.kind;
    assert.ok(all.some((one) => known(one) === "born" && one.children[0]?.nhsNumber !== null));
    assert.ok(all.some((one) => known(one) === "about"));
    assert.ok(all.some((one) => known(one) === "unborn"));
    assert.ok(all.some((one) => one.audience === "public" && one.children[0]?.lastName === null));
    assert.ok(all.some((one) => one.children.filter(({ standing }) => standing === "subject").length > 2));
  });

  test("puts a clock time on what is about to happen", () => {
    const soon = all.find(({ nextEvent }) => nextEvent?.time === "3:15pm");
    assert.equal(soon?.nextEvent?.at, "2026-11-24T15:15:00.000Z");
  });
});

describe("the form that a professional fills in to say it", () => {
  test("means the same when it is read", () => {
    const sentOnline = severities
      .flatMap((severity) => Array.from({ length: 120 }, (_, number) => sent(number, severity)))
      .filter(({ audience }) => audience === "professional");
    assert.ok(sentOnline.length > 300);
    for (const told of sentOnline) {
      const read = toSubmission(formAnswers(told, at), "professional", "en", { early: false, now: at });
      assert.ok(read, "nothing is missing");
      assert.equal(read.whatHappened, told.whatHappened);
      assert.deepEqual(
        read.worries,
        [...told.worries].sort((a, b) => worryNames.indexOf(a) - worryNames.indexOf(b)),
      );
      assert.deepEqual(read.nextEvent?.at, told.nextEvent?.at);
      assert.deepEqual(
        read.children
          .map(({ birth, standing }) => ({ birth, standing }))
          .filter(({ birth }) => birth.kind === "born"),
        told.children
          .map(({ birth, standing }) => ({ birth, standing }))
          .filter(({ birth }) => birth.kind === "born"),
      );
      assert.equal(read.referrer.sourceCode, told.referrer.sourceCode);
      assert.equal(read.address?.postcode, told.address?.postcode);
      assert.equal(read.partial, false);
    }
  });
});
