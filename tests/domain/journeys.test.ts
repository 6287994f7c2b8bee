import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  canSend,
  canSendEarly,
  canVisit,
  completed,
  firstToDo,
  itemsToDo,
  journeys,
  nextPlace,
  pageOf,
  previousPlace,
  questionAt,
  type Place,
} from "#domain/journeys";
import { withAnswer, withoutItem, freshItem, type Answers } from "#domain/questions/answers";
import type { Question } from "#domain/questions/question";
import { professionalAnswers } from "../support/answers.ts";

const at = { today: "2026-11-23" };
const journey: readonly Question[] = journeys.professional;
const page = (id: string): Place => ({ at: "page", page: pageOf(journey, id) });

/** The answers up to and without one question. */
const before = (id: string): Answers => {
  const ids = journey.slice(0, pageOf(journey, id) - 1).map((question) => question.id);
  return Object.fromEntries(
    Object.entries(professionalAnswers).filter(([key]) => ids.includes(key.replace(/-list$/, ""))),
  );
};
const without = (answers: Answers, ...ids: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

describe("the professional journey", () => {
  test("asks in the order of the form", () => {
    assert.deepEqual(
      journey.map(({ id }) => id),
      [
        "danger",
        "soon",
        "you",
        "children",
        "where",
        "worries",
        "what-happened",
        "effect",
        "family",
        "parents",
        "safety",
        "extras",
        "helpers",
        "files",
        "facts",
      ],
    );
    assert.equal(questionAt(journey, 0), null);
    assert.equal(questionAt(journey, 16), null);
    assert.equal(questionAt(journey, 4)?.id, "children");
  });

  test("every question leads to the next, and the last to the check page", () => {
    for (const question of journey.slice(0, 11)) {
      const open = before(question.id);
      assert.deepEqual(firstToDo(journey, open, at), page(question.id));
      const next = journey[pageOf(journey, question.id)]?.id ?? "";
      const answers = Object.fromEntries(
        Object.entries(professionalAnswers).filter(
          ([key]) => key in open || key === question.id || key === `${question.id}-list`,
        ),
      );
      assert.deepEqual(nextPlace(journey, answers, question.id, at), page(next), question.id);
    }
    assert.deepEqual(nextPlace(journey, professionalAnswers, "extras", at), { at: "check" });
  });

  test("nobody skips ahead, everybody can go back", () => {
    const answers = before("worries");
    for (const question of journey) {
      const open = pageOf(journey, question.id) <= pageOf(journey, "worries");
      assert.equal(canVisit(journey, answers, page(question.id), at), open, question.id);
    }
    assert.equal(canVisit(journey, answers, { at: "check" }, at), false);
    assert.deepEqual(previousPlace(journey, answers, page("worries")), page("where"));
    assert.equal(previousPlace(journey, answers, page("danger")), null);
    assert.deepEqual(previousPlace(journey, professionalAnswers, { at: "check" }), page("extras"));
  });

  test("a change from the check page leads back to it", () => {
    for (const { id } of journey.slice(0, 12)) {
      assert.deepEqual(nextPlace(journey, professionalAnswers, id, at), { at: "check" }, id);
    }
  });

  test("danger and doubt lead to the 999 page first, and whatever is chosen there leads on", () => {
    for (const said of ["yes", "not_sure"]) {
      const answers: Answers = { danger: { danger: said } };
      assert.deepEqual(nextPlace(journey, answers, "danger", at), { at: "stop" });
      assert.equal(canVisit(journey, answers, page("soon"), at), false);
      assert.equal(canVisit(journey, answers, { at: "stop" }, at), true);
      for (const called999 of ["called", "cannot_call", "not_needed"]) {
        const chosen: Answers = { danger: { danger: said, called999 } };
        assert.deepEqual(nextPlace(journey, chosen, "danger", at), page("soon"));
      }
    }
    assert.equal(canVisit(journey, { danger: { danger: "no" } }, { at: "stop" }, at), false);
  });

  test("a question may stay empty once its page was sent, and not before", () => {
    const answers = without(professionalAnswers, "effect", "extras");
    assert.deepEqual(firstToDo(journey, answers, at), page("effect"));
    const seen = withAnswer(withAnswer(answers, "effect", {}), "extras", {});
    assert.ok(canSend(journey, seen, at));
  });

  test("extras open their pages, facts once for every child", () => {
    const extra = withAnswer(professionalAnswers, "extras", { extras: ["helpers", "facts"] });
    assert.deepEqual(firstToDo(journey, extra, at), page("helpers"));
    const helped = withAnswer(extra, "helpers-list", { another: "no" });
    assert.deepEqual(firstToDo(journey, helped, at), page("facts"));
    const two = withAnswer(helped, "children", { firstName: "Ash", age: "not_known" }, 77);
    const facts = journey.at(-1);
    assert.ok(facts);
    assert.deepEqual(itemsToDo(facts, two, at), [1, 77]);
    const one = withAnswer(two, "facts", { ethnicity: "NOBT" }, 1);
    assert.deepEqual(itemsToDo(facts, one, at), [77]);
    assert.ok(canSend(journey, withAnswer(one, "facts", {}, 77), at));
    assert.ok(canSend(journey, withoutItem(one, "children", 77), at), "a child who is gone needs no facts");
  });

  test("a list is done when enough entries are whole and it was ended", () => {
    const children = journey[3];
    assert.ok(children);
    assert.ok(completed(children, professionalAnswers, at));
    const open = withAnswer(professionalAnswers, "children-list", { another: "yes" });
    assert.equal(completed(children, open, at), false);
    const half = withAnswer(professionalAnswers, "children", { firstName: "Ash" }, 2);
    assert.equal(completed(children, half, at), false);
    assert.equal(completed(children, withoutItem(professionalAnswers, "children", 1), at), false);
  });

  test("a worry that turns the parents page round asks it again", () => {
    for (const worry of ["sexual_harm", "fgm", "forced_marriage", "honour", "fabricated_illness"]) {
      const worried = withAnswer(professionalAnswers, "worries", { worries: ["hurt", worry] });
      assert.deepEqual(firstToDo(journey, worried, at), page("parents"), worry);
      assert.equal(canSend(journey, worried, at), false);
      const parents = journey[9];
      assert.ok(parents);
      const again = withAnswer(worried, "parents", { told: "no", ...parents.stamp(worried, at) });
      assert.ok(canSend(journey, again, at), worry);
      assert.equal(parents.variant(worried), "tell-nobody");
      assert.equal(parents.notices(worried).includes("fgm"), worry === "fgm");
    }
    assert.equal(journey[9]?.variant(professionalAnswers), null);
  });

  test("it can be sent early as soon as danger, sender, child, place and worry are there, and not before", () => {
    const enough = before("what-happened");
    assert.ok(canSendEarly(journey, enough, at));
    assert.equal(canSend(journey, enough, at), false);
    for (const id of ["danger", "you", "children", "where", "worries"]) {
      assert.equal(canSendEarly(journey, without(enough, id), at), false, id);
    }
    assert.ok(canSendEarly(journey, without(enough, "soon", "children-list"), at));
  });

  test("the form needs fifteen answers and no more", () => {
    /** Fields that are needed only because of what another answer was. */
    const dependent = ["soon.event", "soon.day", "you.workplace", "children.born-day", "children.born-month"];
    const alsoDependent = ["children.born-year", "where.line1", "family.name", "family.age", "family.lives"];
    const never = [...dependent, ...alsoDependent, "family.responsibility", "children-list.another"];
    const fields = Object.entries(professionalAnswers).flatMap(([id, kept]) => {
      const answer = (Array.isArray(kept) ? kept[0]?.answer : kept) as Record<string, string>;
      return Object.keys(answer).map((name) => ({
        id,
        name,
        answer,
        item: Array.isArray(kept) ? 1 : undefined,
      }));
    });
    const needed = fields.filter(({ id, name, answer, item }) => {
      const rest = Object.fromEntries(Object.entries(answer).filter(([key]) => key !== name));
      return !canSend(journey, withAnswer(professionalAnswers, id, rest, item), at);
    });
    const found = needed.map(({ id, name }) => `${id}.${name}`).filter((name) => !never.includes(name));
    // A name is needed too, but either of the two does.
    const nameless = withAnswer(professionalAnswers, "children", { age: "not_known" }, 1);
    assert.equal(canSend(journey, nameless, at), false);
    assert.deepEqual(
      found.sort(),
      [
        "children.age",
        "danger.danger",
        "family-list.another",
        "parents.told",
        "safety.risks",
        "soon.soon",
        "what-happened.account",
        "where.lives",
        "where.now",
        "worries.worries",
        "you.email",
        "you.job",
        "you.name",
        "you.organisation",
        "you.phone",
      ].sort(),
    );
  });
});

describe("entries", () => {
  test("a new entry never takes the number of another", () => {
    const items = [{ item: 0x12346, answer: {} }];
    assert.equal(freshItem(items, "01a20246-4277-7fcb-9051-7a05ddd12345"), 0x12347);
    assert.equal(freshItem([], "01a20246-4277-7fcb-9051-7a05ddd12345"), 0x12346);
  });
});
