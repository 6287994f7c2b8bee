import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Audience } from "#domain/intake";
import {
  askedUnder,
  canSend,
  canSendEarly,
  firstToDo,
  itemsToDo,
  journeyOf,
  listAnswerId,
  questionAt,
} from "#domain/journeys";
import {
  answerTo,
  fieldOf,
  itemsOf,
  ticksOf,
  withAnswer,
  type Answer,
  type Answers,
} from "#domain/questions/answers";
import { askedFields, type Question } from "#domain/questions/question";
import { quickTeacher } from "../support/quick-teacher.ts";
import { familyAnswers } from "../support/family-answers.ts";
import { publicAnswers } from "../support/public-answers.ts";
import { youngAnswers } from "../support/young-answers.ts";

const at = { today: "2026-11-23" };

/** What somebody sees and does from the page that starts a form to the button that sends it. */
type Walk = { pages: string[]; fields: number; keystrokes: number };

/** A text is typed; a choice, a tick and a button are one press each. */
function pressesFor(question: Question, answer: Answer): { fields: number; keystrokes: number } {
  const fields = askedFields(question.fields, answer);
  const presses = fields.map((field) => {
    if (field.kind === "checkboxes") return ticksOf(answer, field.name).length;
    if (field.kind === "date")
      return ["day", "month", "year"].reduce(
        (sum, part) => sum + fieldOf(answer, `${field.name}-${part}`).length,
        0,
      );
    const value = fieldOf(answer, field.name);
    return field.kind === "radios" || field.kind === "select" ? Number(value !== "") : value.length;
  });
  return { fields: fields.length, keystrokes: presses.reduce((sum, one) => sum + one, 0) };
}

/**
 * Walks a form page by page as its own rules lead, with these answers. At home the page that starts it is the one to read
 * first, and counts; at work it is the landing, and the page that proves an address counts instead.
 */
function walk(audience: Audience, given: Answers): Walk {
  const journey = journeyOf(audience);
  const seen: Walk =
    audience === "professional"
      ? { pages: ["email code"], fields: 1, keystrokes: 7 }
      : { pages: ["start"], fields: 0, keystrokes: 1 };
  let answers: Answers = {};
  const visit = (page: string, { fields, keystrokes }: { fields: number; keystrokes: number }) => {
    seen.pages.push(page);
    seen.fields += fields;
    seen.keystrokes += keystrokes + 1;
  };
  for (;;) {
    assert.ok(seen.pages.length < 40, seen.pages.join(" > "));
    const place = firstToDo(journey, answers, at);
    if (place.at === "check") break;
    assert.equal(place.at, "page");
    const question = questionAt(journey, place.at === "page" ? place.page : 0);
    assert.ok(question);
    const { id, repeats } = question;
    const [entry] = itemsOf(given, id).filter(
      ({ item }) => !itemsOf(answers, id).some((one) => one.item === item),
    );
    const another = answerTo(given, listAnswerId(id));
    if (repeats === undefined) {
      const answer = answerTo(given, id) ?? {};
      visit(id, pressesFor(question, answer));
      answers = withAnswer(answers, id, { ...answer, ...question.stamp(answers, at) });
    } else if (entry !== undefined && "least" in repeats && itemsOf(answers, id).length < repeats.least) {
      const under = askedUnder(question, answers, entry.item).length > 0 && another !== null;
      const { fields, keystrokes } = pressesFor(question, entry.answer);
      visit(id, under ? { fields: fields + 1, keystrokes: keystrokes + 1 } : { fields, keystrokes });
      answers = withAnswer(answers, id, entry.answer, entry.item);
      if (under) answers = withAnswer(answers, listAnswerId(id), another);
    } else {
      assert.deepEqual(itemsToDo(question, answers, at), []);
      visit(`${id} list`, { fields: 1, keystrokes: 1 });
      answers = withAnswer(answers, listAnswerId(id), another ?? {});
    }
  }
  visit("check", { fields: 0, keystrokes: 0 });
  return seen;
}

/** Parts of another answer: what kind of organisation it is, and the number that a way of calling needs. */
const partOfAnother = ["you.workplace", "reach-family.phone"];

/** As many answers as the form cannot be sent without: what is left when each other one was taken away. */
function required(audience: Audience, given: Answers): string[] {
  const journey = journeyOf(audience);
  let least = given;
  const without = (answer: Answer, field: string) =>
    Object.fromEntries(
      Object.entries(answer).filter(([name]) => name !== field && !name.startsWith(`${field}-`)),
    );
  const found: string[] = [];
  for (const question of journey) {
    const [entry] = itemsOf(given, question.id);
    const item = entry?.item;
    for (const { name } of question.fields) {
      const answer = itemsOf(least, question.id)[0]?.answer ?? answerTo(least, question.id);
      if (answer === null) continue;
      const shorter = withAnswer(least, question.id, without(answer, name), item);
      if (canSend(journey, shorter, at)) least = shorter;
      else if (partOfAnother.includes(`${question.id}.${name}`)) continue;
      else if (fieldOf(answer, name) !== "" || ticksOf(answer, name).length > 0)
        found.push(`${question.id}.${name}`);
    }
  }
  return found;
}

type Row = {
  who: string;
  audience: Audience;
  answers: Answers;
  pages: number;
  required: number;
  fields: number;
  keystrokes: number;
};

/**
 * Pages and answers as they were set for each form, with one child and nothing repeated; fields and keystrokes as they are,
 * so that nobody adds one without seeing it here. What is about to happen is asked on page 2 and not on page 10, and where
 * the child is now on the page about where they live; there is no page that asks what a professional came for.
 */
const table: readonly Row[] = [
  {
    ...{ who: "a teacher", audience: "professional", answers: quickTeacher },
    ...{ pages: 15, required: 15, fields: 47, keystrokes: 253 },
  },
  {
    ...{ who: "a neighbour without a name", audience: "public", answers: publicAnswers },
    ...{ pages: 8, required: 4, fields: 14, keystrokes: 101 },
  },
  {
    ...{ who: "a parent", audience: "family", answers: familyAnswers },
    ...{ pages: 11, required: 6, fields: 36, keystrokes: 194 },
  },
  {
    ...{ who: "a young person", audience: "young_person", answers: youngAnswers },
    ...{ pages: 10, required: 5, fields: 15, keystrokes: 84 },
  },
];

describe("what each form takes", () => {
  for (const { who, audience, answers, ...counts } of table)
    test(`${who}: ${counts.pages} pages, ${counts.required} answers`, () => {
      const { pages, fields, keystrokes } = walk(audience, answers);
      const needed = required(audience, answers);
      assert.deepEqual(
        { pages: pages.length, required: needed.length, fields, keystrokes },
        counts,
        `${pages.join(" > ")}; ${needed.join(", ")}`,
      );
    });

  test("a young person can send after page 3, and nobody else of the public before the end", () => {
    const three: Answers = { danger: { danger: "no" }, "going-on": { about: ["hard"] } };
    assert.equal(canSendEarly(journeyOf("young_person"), three, at), true);
    for (const [audience, answers] of [
      ["public", publicAnswers],
      ["family", familyAnswers],
    ] as const)
      assert.equal(canSendEarly(journeyOf(audience), answers, at), false, audience);
  });
});
