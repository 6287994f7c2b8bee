import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { factChips } from "#domain/fact-chips";
import { askedUnder, canSend, journeys } from "#domain/journeys";
import { itemsAtMost, type Answers } from "#domain/questions/answers";
import type { Submission } from "#domain/questions/submission";
import { toSubmission } from "#domain/questions/to-submission";
import { yourChildren } from "#domain/questions/your-children";
import { shownFacts, withoutPlaces } from "#domain/secret-address";
import { defaultSettings } from "#domain/settings";
import { callBackWindow } from "#domain/wording/promise";
import { calendarOf } from "#domain/working-calendar";
import { decisionDeadline } from "#domain/clocks";
import { familyAnswers } from "../../support/family-answers.ts";

const now = new Date("2026-11-23T14:00:00Z");
const at = { today: "2026-11-23" };
const sent = (answers: Answers): Submission => {
  const submission = toSubmission(answers, "family", "en", { early: false, now });
  assert.ok(submission, "it can be sent");
  return submission;
};
const with_ = (id: string, answer: Record<string, string | string[]>): Answers => ({
  ...familyAnswers,
  [id]: { ...(familyAnswers[id] as object), ...answer },
});

describe("what a family asks for", () => {
  test("is a contact about their children, with the sender as one of the adults", () => {
    const submission = sent(familyAnswers);
    const [child] = submission.children;
    assert.deepEqual(
      { first: child?.firstName, last: child?.lastName, birth: child?.birth, standing: child?.standing },
      {
        ...{ first: "Mila", last: "Petrova", standing: "subject" },
        birth: { kind: "born", date: "2019-05-03" },
      },
    );
    const [mother] = submission.adults;
    assert.deepEqual(
      { name: mother?.name, is: mother?.relationship, lives: mother?.livesWithChild },
      { name: "Ana Petrova", is: "Mother", lives: "yes" },
    );
    assert.deepEqual(submission.address, { lines: ["Flat 4, Mill Road"], postcode: "AB1 2CD" });
    assert.deepEqual(submission.worries, ["home_violence", "money_housing", "adult_mental_health"]);
    assert.match(submission.whatHappened, /Money or housing\nMy own mind and mood\n\nI cannot pay the rent/);
    assert.equal(submission.parents?.agreeToSupport, "yes");
    assert.equal(submission.referrer.sourceCode, "1A");
    assert.deepEqual(
      submission.helpers.map(({ name, maySpeak }) => [name, maySpeak]),
      [
        ["Doctor (GP)", "no"],
        ["School or nursery", "yes"],
        ["Mrs Shah at the school", undefined],
      ],
    );
  });

  test("says how they can be reached in safety, and what was not answered counts as a no", () => {
    const { safeContact } = sent(familyAnswers);
    assert.deepEqual(safeContact, {
      risks: ["phone_is_read"],
      onlyAsSaid: true,
      detail:
        "Call me. 07700 900123. Safe times: Weekdays from 10am to 2pm. Do not say who you are. Leave no message. Safe word: Sunflower",
      interpreter: "Bulgarian",
      communication: "Someone to read things to me",
    });
    const open = sent(
      with_("reach-family", {
        ways: ["call", "email"],
        email: "ana@example.org",
        seen: "no",
        message: "yes",
      }),
    );
    assert.match(open.safeContact?.detail ?? "", /You may leave a message/);
    assert.equal(open.referrer.email, null, "where somebody is feared nothing is written");
    const calm = sent({
      ...with_("reach-family", { ways: ["email"], email: "ana@example.org", seen: "no" }),
      scared: { scared: "no" },
    });
    assert.equal(calm.referrer.email, "ana@example.org");
    assert.deepEqual(calm.safeContact?.risks, ["do_not_phone_home"]);
    assert.equal(calm.safeContact?.onlyAsSaid, undefined);
    const unsure = sent(with_("reach-family", { ways: ["email"], email: "ana@example.org", seen: "" }));
    assert.equal(unsure.referrer.email, null);
    assert.match(unsure.safeContact?.detail ?? "", /did not say whether others see/);
  });

  test("is told apart in the queue, and that it is not safe comes before why", () => {
    const facts = sent(familyAnswers);
    const chips = (danger: "yes" | "no") =>
      factChips({ audience: "family", channel: "online", danger }, facts).map(({ text }) => text);
    assert.deepEqual(chips("no"), ["Safe contact only", "A family asks for help"]);
    assert.deepEqual(chips("yes"), ["In danger now", "Safe contact only"]);
    for (const [scared, only] of [
      ["talk", true],
      ["no", undefined],
      ["", undefined],
    ] as const)
      assert.equal(sent({ ...familyAnswers, scared: { scared } }).safeContact?.onlyAsSaid, only, scared);
  });

  test("an address that is secret, or is not theirs, stands nowhere that it must not", () => {
    const secret = sent(with_("home", { secret: ["yes"], together: "no" }));
    assert.equal(secret.address, null);
    assert.match(secret.otherPlaces ?? "", /do not live with the sender, who lives at Flat 4/);
    assert.ok(!JSON.stringify(shownFacts(secret).otherPlaces).includes("Flat 4"));
    assert.ok(!JSON.stringify(withoutPlaces(secret.snapshot.contact)).includes("Flat 4"));
    const none = sent({ ...familyAnswers, home: { gives: "not_yet" } });
    assert.equal(none.address, null);
    assert.equal(canSend(journeys.family, { ...familyAnswers, home: { gives: "address" } }, at), false);
  });

  test("somebody who has no say over the children agrees to nothing for them", () => {
    const gran = sent(with_("about-you", { link: "grandparent", responsibility: "no" }));
    assert.equal(gran.parents, null);
    assert.equal(gran.adults[0]?.relationship, "Grandparent");
  });

  test("another child is asked about under the last one, until the form is full", () => {
    const many = (count: number): Answers => ({
      "your-children": Array.from({ length: count }, (_, n) => ({ item: n + 1, answer: { firstName: "A" } })),
    });
    assert.deepEqual(askedUnder(yourChildren, {}, 7), ["yes", "no"]);
    assert.deepEqual(askedUnder(yourChildren, many(2), 2), ["yes", "no"]);
    assert.deepEqual(askedUnder(yourChildren, many(2), 1), []);
    assert.deepEqual(askedUnder(yourChildren, many(itemsAtMost - 1), 99), ["no"]);
    assert.deepEqual(askedUnder(yourChildren, many(1), null), []);
  });

  test("they hear from us on the day by which we decide, while we are open", () => {
    const calendar = calendarOf(defaultSettings);
    const told = (received: string) =>
      callBackWindow(decisionDeadline(new Date(received), calendar), calendar);
    assert.equal(told("2026-11-23T15:40:00Z"), "on Tuesday 24 November, between 8:30am and 5pm");
    assert.equal(told("2026-11-27T18:20:00Z"), "on Monday 30 November, between 8:30am and 5pm");
    assert.equal(told("2026-11-30T06:00:00Z"), "on Monday 30 November, between 8:30am and 5pm");
  });
});
