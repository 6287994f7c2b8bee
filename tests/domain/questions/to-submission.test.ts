import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withAnswer, type Answer, type Answers } from "#domain/questions/answers";
import type { Submission } from "#domain/questions/submission";
import { toSubmission } from "#domain/questions/to-submission";
import { professionalAnswers } from "../../support/answers.ts";

const now = new Date("2026-11-23T14:00:00Z");
const sent = (answers: Answers, early = false, at = now): Submission => {
  const submission = toSubmission(answers, "professional", "en", { early, now: at });
  assert.ok(submission, "it can be sent");
  return submission;
};
const person = (answer: Answer) => sent(withAnswer(professionalAnswers, "family", answer, 2));
const somebody = { name: "Sam Ashdown", lives: "yes", responsibility: "no" };
const without = (answers: Answers, ...ids: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

describe("what a sent form means", () => {
  test("a whole form", () => {
    const submission = sent(professionalAnswers);
    assert.equal(submission.partial, false);
    assert.equal(submission.danger, "no");
    assert.equal(submission.called999, null);
    assert.deepEqual(submission.nextEvent, {
      at: "2026-11-23T15:15:00.000Z",
      kind: "going_home",
      time: "3:15pm",
      detail: "With an uncle",
    });
    assert.deepEqual(submission.children, [
      {
        firstName: "Robin",
        lastName: "Ashdown",
        knownAs: null,
        description: null,
        birth: { kind: "born", date: "2018-03-04" },
        sex: "M",
        nhsNumber: null,
        upn: null,
        school: "Hilltop Primary School",
        standing: "subject",
        relationship: null,
        livesWithChild: null,
        mayBeRisk: false,
        facts: null,
      },
    ]);
    assert.deepEqual(submission.adults, [
      {
        name: "Jo Ashdown",
        relationship: "Mother",
        birth: { kind: "not_known" },
        livesWithChild: "yes",
        parentalResponsibility: "yes",
        mayBeRisk: false,
      },
    ]);
    assert.deepEqual(submission.address, { lines: ["12 Mill Lane", "Anytown"], postcode: "AB1 2CD" });
    assert.equal(submission.childNow, "At school or nursery");
    assert.deepEqual(submission.worries, ["hurt", "home_violence"]);
    assert.equal(submission.householdKnown, true);
    assert.equal(submission.referrer.sourceCode, "2A");
    assert.deepEqual(submission.safeContact?.risks, []);
  });

  test("not enough is null, early or not", () => {
    const little = without(professionalAnswers, "worries");
    assert.equal(toSubmission(little, "professional", "en", { early: true, now }), null);
    const most = without(professionalAnswers, "safety");
    assert.equal(toSubmission(most, "professional", "en", { early: false, now }), null);
    assert.equal(toSubmission(professionalAnswers, "public", "en", { early: false, now }), null);
  });

  test("sent early, what was not reached is empty and it is marked", () => {
    const reached = without(
      professionalAnswers,
      ...["what-happened", "effect", "family", "family-list", "parents", "safety", "extras", "soon"],
    );
    const submission = sent(reached, true);
    assert.equal(submission.partial, true);
    assert.equal(submission.whatHappened, "");
    assert.equal(submission.parents, null);
    assert.equal(submission.nextEvent, null);
    assert.equal(submission.householdKnown, false);
    assert.equal(sent(professionalAnswers, true).partial, false, "a whole form is whole however it is sent");
  });

  test("a time is counted from the day on which it was answered, across midnight and clock changes", () => {
    const soon = (answer: Answer) =>
      withAnswer(professionalAnswers, "soon", { soon: "yes", event: "contact", ...answer });
    const at = (answer: Answer, when = now) => sent(soon(answer), false, when).nextEvent?.at;
    const after = new Date("2026-11-24T00:05:00Z");
    assert.equal(
      at({ time: "9am", day: "tomorrow", askedOn: "2026-11-23" }, after),
      "2026-11-24T09:00:00.000Z",
    );
    assert.equal(at({ time: "9am", day: "today", askedOn: "2026-07-01" }), "2026-07-01T08:00:00.000Z");
    assert.equal(at({ time: "after tea", day: "today" }), null);
    assert.equal(sent(soon({ time: "after tea", day: "today" })).nextEvent?.time, "after tea");
    for (const time of ["3.25", "3:25", "3"])
      assert.equal(
        toSubmission(soon({ time, day: "today" }), "professional", "en", { early: false, now }),
        null,
        `${time}: morning or afternoon?`,
      );
    const readBack = (time: string) =>
      sent(soon({ time, day: "today" }))
        .snapshot.contact.find(({ questionId }) => questionId === "soon")
        ?.entries.find(({ label }) => label === "At what time?")?.value;
    assert.equal(readBack("15.25"), "3:25pm", "it is read back as it was understood");
    assert.equal(readBack("after tea"), "after tea");
    assert.equal(
      sent(withAnswer(professionalAnswers, "soon", { soon: "no", event: "contact" })).nextEvent,
      null,
    );
  });

  test("somebody under 18 in the family is a child of the household, everybody else an adult", () => {
    const under: Answer[] = [
      { age: "child" },
      { age: "about", about: "17" },
      { age: "about", about: "8 months" },
      { age: "date", "born-day": "24", "born-month": "11", "born-year": "2008" },
    ];
    for (const age of under) {
      const { children, adults } = person({ ...somebody, ...age, relationship: "Brother" });
      const [, brother] = children;
      assert.equal(brother?.standing, "household", JSON.stringify(age));
      assert.equal(brother.firstName, "Sam");
      assert.equal(brother.lastName, "Ashdown");
      assert.equal(brother.relationship, "Brother");
      assert.equal(brother.livesWithChild, "yes");
      assert.equal(adults.length, 1);
    }
    const over: Answer[] = [
      { age: "adult" },
      { age: "not_known" },
      { age: "about", about: "18" },
      { age: "date", "born-day": "23", "born-month": "11", "born-year": "2008" },
    ];
    for (const age of over) {
      const { children, adults } = person({ ...somebody, ...age, risk: ["yes"] });
      assert.equal(children.length, 1, JSON.stringify(age));
      assert.equal(adults[1]?.name, "Sam Ashdown");
      assert.equal(adults[1].mayBeRisk, true);
    }
    const [, unnamed] = person({ ...somebody, name: "the little sister of Robin", age: "child" }).children;
    assert.equal(unnamed?.description, "the little sister of Robin");
    assert.equal(unnamed.firstName, null);
  });

  test("an unborn child has a due date or none, and no sex", () => {
    const baby = { age: "unborn", "due-day": "1", "due-month": "3", "due-year": "2027", sex: "F" };
    const [, unborn] = sent(withAnswer(professionalAnswers, "children", baby, 2)).children;
    assert.deepEqual(unborn?.birth, { kind: "unborn", dueDate: "2027-03-01" });
    assert.equal(unborn.sex, "U");
    const [, undated] = sent(withAnswer(professionalAnswers, "children", { age: "unborn" }, 2)).children;
    assert.deepEqual(undated?.birth, { kind: "unborn", dueDate: null });
  });

  test("what stood under an option that was not chosen does not count", () => {
    const where = {
      lives: "not_known",
      line1: "12 Mill Lane",
      seenAt: "At the bus stop",
      now: "elsewhere",
      nowDetail: "Park",
    };
    const submission = sent(withAnswer(professionalAnswers, "where", where));
    assert.equal(submission.address, null);
    assert.equal(submission.seenAt, "At the bus stop");
    assert.equal(submission.childNow, "Park");
    assert.ok(!JSON.stringify(submission.snapshot).includes("12 Mill Lane"));
  });

  test("a postcode that is none stays a line of the address", () => {
    const where = { lives: "address", postcode: "near the church", now: "not_known" };
    const { address, childNow } = sent(withAnswer(professionalAnswers, "where", where));
    assert.deepEqual(address, { lines: ["near the church"], postcode: null });
    assert.equal(childNow, null);
  });

  test("words about another worry count without their tick, and work with children is marked", () => {
    const other = sent(
      withAnswer(professionalAnswers, "worries", { worries: ["hurt"], other: "Fire setting" }),
    );
    assert.deepEqual(other.worries, ["hurt", "something_else"]);
    assert.equal(other.otherWorry, "Fire setting");
    assert.equal(other.positionOfTrust, false);
    const trust = sent(withAnswer(professionalAnswers, "worries", { worries: "position_of_trust" }));
    assert.equal(trust.positionOfTrust, true);
  });

  test("facts belong to their own child", () => {
    const answers = [
      ["extras", { extras: ["facts"] }],
      [
        "facts",
        { ethnicity: "MWBC", language: "Welsh", disabilities: ["AUT", "LD"], specialNeeds: "plan" },
        1,
      ],
    ] as const;
    const filledIn = answers.reduce<Answers>(
      (kept, [id, answer, item]) => withAnswer(kept, id, answer, item),
      professionalAnswers,
    );
    const two = withAnswer(
      withAnswer(filledIn, "children", { firstName: "Ash", age: "not_known" }, 9),
      "facts",
      {},
      9,
    );
    const [first, second] = sent(two).children;
    assert.deepEqual(first?.facts, {
      ethnicity: "MWBC",
      disabilities: ["LD", "AUT"],
      firstLanguage: "Welsh",
      specialNeeds: "plan",
    });
    assert.deepEqual(second?.facts, {
      ethnicity: null,
      disabilities: null,
      firstLanguage: null,
      specialNeeds: null,
    });
  });
});

describe("the snapshot", () => {
  const { snapshot } = sent(professionalAnswers);

  test("keeps who sent it apart from everything else", () => {
    assert.deepEqual(
      snapshot.referrer.map(({ questionId }) => questionId),
      ["you"],
    );
    const rest = JSON.stringify(snapshot.contact);
    for (const word of ["O’Neil", "Class teacher", "t.oneil@hilltop.example", "01234 555 010"]) {
      assert.ok(!rest.includes(word), word);
    }
  });

  test("holds every page as it was asked, with its version and its words", () => {
    const soon = snapshot.contact.find(({ questionId }) => questionId === "soon");
    assert.deepEqual(soon, {
      questionId: "soon",
      wordingVersion: 2,
      title: "Will something happen to the child in the next few hours?",
      item: null,
      entries: [
        { label: "Will something happen to the child in the next few hours?", value: "Yes" },
        { label: "What will happen?", value: "The child goes home" },
        { label: "At what time?", value: "3:15pm" },
        { label: "On which day?", value: "Today" },
        { label: "Who will the child be with then?", value: "With an uncle" },
      ],
    });
    const child = snapshot.contact.find(({ questionId }) => questionId === "children");
    assert.equal(child?.item, 1);
    assert.ok(
      child.entries.some(({ label, value }) => label === "Date of birth" && value === "4 March 2018"),
    );
    assert.ok(child.entries.some(({ label, value }) => label === "NHS number" && value === "Not provided"));
  });

  test("says so when the sender does not know who lives there", () => {
    const unknown = withAnswer({ ...professionalAnswers, family: [] }, "family-list", {
      another: "not_known",
    });
    const submission = sent(unknown);
    assert.equal(submission.householdKnown, false);
    assert.ok(JSON.stringify(submission.snapshot.contact).includes("I do not know who lives there"));
  });

  test("holds the parents page the way it was put", () => {
    const worried = withAnswer(professionalAnswers, "worries", { worries: ["fgm"] });
    const told = withAnswer(worried, "parents", { told: "no", asked: "tell-nobody" });
    const page = sent(told).snapshot.contact.find(({ questionId }) => questionId === "parents");
    assert.equal(page?.title, "Do not tell the family yet");
  });
});
