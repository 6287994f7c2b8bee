import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { journeys, listAnswerId } from "#domain/journeys";
import { answerTo, itemsOf, type Answer, type Answers } from "#domain/questions/answers";
import { namesOf, type Field, type Question } from "#domain/questions/question";
import { professionalAnswers } from "../../support/answers.ts";
import {
  allInOne,
  executedIn,
  heldBy,
  inMarkup,
  kept,
  packed,
  shownAgain,
} from "../../support/bad-strings.ts";
import {
  bodyOf,
  fillForm,
  placeOf,
  sendingKey,
  startForm,
  type FormClient,
} from "../../support/form-client.ts";
import { ask } from "../../support/http-client.ts";
import { startSite, type Site } from "../../support/site.ts";
import { addStaff, signedIn } from "../../support/staff.ts";

let site: Site;
let screener: string;
before(async () => {
  site = await startSite();
  screener = await signedIn(site.context, await addStaff(site.context, ["screener"]));
});
after(async () => {
  assert.deepEqual(site.faults, []);
  await site.close();
});

const professional: readonly Question[] = journeys.professional;

type TextField = Extract<Field, { max: number }>;
const textFieldsIn = (fields: readonly Field[]): TextField[] =>
  fields.flatMap((field) => [
    ...("max" in field ? [field] : []),
    ...("reveals" in field ? textFieldsIn(Object.values(field.reveals ?? {}).flat()) : []),
  ]);

/** Every page, the optional ones too. */
const everything: Answers = {
  ...professionalAnswers,
  extras: { extras: ["helpers", "facts"] },
  helpers: [{ item: 1, answer: { name: "Dr Ali", agency: "Mill Road Surgery", contact: "01234 555 123" } }],
  "helpers-list": { another: "no" },
  facts: [{ item: 1, answer: {} }],
};

const placeFor = (question: Question) =>
  question.repeats === undefined ? placeOf(question.id) : placeOf(question.id, 1);
const usual = (question: Question): Answer =>
  question.repeats === undefined
    ? (answerTo(everything, question.id) ?? {})
    : (itemsOf(everything, question.id)[0]?.answer ?? {});

/**
 * How many forms are filled in and sent. Most fields take 200 characters, and a form has two dozen of them, so an
 * eighth of the texts of that length puts each into several fields. BAD_INPUT_ROUNDS=109 puts each into every field.
 */
const rounds = Number(process.env["BAD_INPUT_ROUNDS"] ?? Math.max(2, Math.ceil(packed(200).length / 8)));

describe("bad strings in the public form", () => {
  test("too long or not to be kept, each stands in its field again exactly, beside a message", async () => {
    const form = await startForm(site);
    await fillForm(form, everything);
    let tried = 0;
    for (const question of professional) {
      for (const { name } of textFieldsIn(question.fields)) {
        const answer = { ...usual(question), ...opening(question.fields, name), [name]: allInOne };
        const page = await form.post(placeFor(question), bodyOf(answer));
        assert.equal(page.status, 400, `${question.id}.${name} answered ${page.status}`);
        assert.deepEqual(heldBy(page.text, name), [shownAgain(allInOne)], `${question.id}.${name}`);
        assert.match(page.text, new RegExp(`id="${name}-error"`), `${question.id}.${name} says why`);
        assert.deepEqual(executedIn(page.text), []);
        tried += 1;
      }
    }
    assert.ok(tried >= 35, `${tried} fields`);
  });

  test("what can be kept is read back exactly before it is sent, and to the screener after", async () => {
    for (let round = 0; round < rounds; round += 1) {
      const form = await startForm(site);
      const answers = withTexts(round);
      await fillForm(form, answers);
      const check = await form.get("check");
      assert.equal(check.status, 200);
      await form.post("check", { key: await sendingKey(form) });
      const reference = await referenceOf(form);
      const referral = await ask(site, `/hub/contacts/${reference}/referral`, { cookie: screener });
      assert.equal(referral.status, 200);
      const summary = await ask(site, `/hub/contacts/${reference}`, { cookie: screener });
      assert.equal(summary.status, 200);
      for (const page of [check, referral, summary]) assert.deepEqual(executedIn(page.text), []);
      const texts = textsIn(answers);
      const inContactRoom = new Set(
        texts.filter(({ question }) => question.room === "contact").map(({ text }) => text),
      );
      for (const { question, name, text } of texts) {
        const at = `${question.id}.${name}: ${text}`;
        assert.ok(check.text.includes(inMarkup(text)), `not read back: ${at}`);
        if (inContactRoom.has(text)) assert.ok(referral.text.includes(inMarkup(text)), `not kept: ${at}`);
        else assert.ok(!referral.text.includes(inMarkup(text)), `not in the referrer's room alone: ${at}`);
      }
    }
  });
});

/** Fields of a form that say what form their text has; a bad string there is refused, which the first test proves. */
const formed = new Set(["email", "phone", "postcode", "nhsNumber", "upn"]);

/** The usual answers, with another text of the list in each field that takes any. */
function withTexts(round: number): Answers {
  let shift = 0;
  const filled = (question: Question): Answer => {
    const answer = usual(question);
    const texts = textFieldsIn(question.fields)
      .filter(({ name, kind }) => !formed.has(name) && kind !== "email" && kind !== "tel")
      .filter(({ name }) => isAsked(question, answer, name))
      .map(({ name, max }) => {
        const list = packed(max);
        shift += 1;
        return [name, kept(list[(round + shift) % list.length] ?? "")] as const;
      });
    return { ...answer, ...Object.fromEntries(texts) };
  };
  return Object.fromEntries(
    professional.flatMap((question): [string, Answers[string]][] => {
      const list = everything[listAnswerId(question.id)];
      if (question.repeats === undefined) return [[question.id, filled(question)]];
      return [
        [question.id, [{ item: 1, answer: filled(question) }]],
        ...(list === undefined ? [] : [[listAnswerId(question.id), list] as [string, Answers[string]]]),
      ];
    }),
  );
}

/** The answer under which a field opens, if it does under one. */
const opening = (fields: readonly Field[], name: string): Answer =>
  Object.assign(
    {},
    ...fields.flatMap((field) =>
      Object.entries(("reveals" in field && field.reveals) || {})
        .filter(([, under]) => textFieldsIn(under).some((one) => one.name === name))
        .map(([option, under]) => ({ [field.name]: option, ...opening(under, name) })),
    ),
  ) as Answer;

/** Not under an answer that was not given: what stands there is not kept. */
const isAsked = (question: Question, answer: Answer, name: string): boolean =>
  textFieldsIn(askedOf(question.fields, answer)).some((field) => field.name === name);

const askedOf = (fields: readonly Field[], answer: Answer): Field[] =>
  fields.flatMap((field) => {
    if (!("reveals" in field)) return [field];
    const { reveals, ...own } = field;
    return [own, ...askedOf(reveals?.[String(answer[field.name])] ?? [], answer)];
  });

function textsIn(answers: Answers): { question: Question; name: string; text: string }[] {
  return professional.flatMap((question) => {
    const answer =
      question.repeats === undefined
        ? (answerTo(answers, question.id) ?? {})
        : (itemsOf(answers, question.id)[0]?.answer ?? {});
    const { one } = namesOf(question.fields);
    return one.flatMap((name) => {
      const text = answer[name];
      return typeof text === "string" && text.startsWith("¦") ? [{ question, name, text }] : [];
    });
  });
}

async function referenceOf(form: FormClient): Promise<string> {
  const sent = await form.get("sent");
  const [, reference = ""] = /app-reference">([^<]+)</.exec(sent.text) ?? [];
  assert.notEqual(reference, "", sent.text);
  return reference.replace(" ", "");
}
