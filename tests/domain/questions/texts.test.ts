import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { journeys } from "#domain/journeys";
import { writtenLanguages } from "#domain/intake";
import { readdirSync } from "node:fs";
import { textMessages } from "#domain/questions/typed-text";
import {
  datePartsOf,
  schemaFor,
  textsOf,
  type Field,
  type Question,
  type QuestionTexts,
} from "#domain/questions/question";

const at = { today: "2026-11-23" };
const asked = writtenLanguages.flatMap((language) =>
  Object.entries(journeys).flatMap(([audience, questions]) =>
    (questions as readonly Question[]).map((question) => ({
      question,
      texts: textsOf(question, audience as "professional", language),
    })),
  ),
);

const below = (field: Field): readonly Field[] =>
  "reveals" in field && field.reveals !== undefined ? Object.values(field.reveals).flat().flatMap(all) : [];
const all = (field: Field): readonly Field[] => [field, ...below(field)];

describe("the words of every question", () => {
  test("every field and every option has its words, and no words are left over", () => {
    for (const { question, texts } of asked) {
      const fields = question.fields.flatMap(all);
      assert.deepEqual(
        Object.keys(texts.fields).sort(),
        fields.map(({ name }) => name).sort(),
        `${question.id}: fields`,
      );
      for (const field of fields) {
        const words = texts.fields[field.name] ?? {};
        const alone = question.fields.length === 1 && question.fields[0] === field;
        assert.equal(words.label === undefined, alone, `${question.id}.${field.name}: label`);
        const options = "options" in field ? field.options : [];
        assert.deepEqual(
          Object.keys(words.options ?? {}).sort(),
          [...options].sort(),
          `${question.id}.${field.name}: options`,
        );
      }
    }
  });

  test("no two fields of a journey's page share a name", () => {
    for (const { question } of asked) {
      const names = question.fields
        .flatMap(all)
        .flatMap(({ kind, name }) => (kind === "date" ? datePartsOf(name) : [name]));
      assert.equal(new Set(names).size, names.length, question.id);
    }
  });

  test("every message of a schema has words, whatever is sent", () => {
    const shared: readonly string[] = Object.values(textMessages);
    for (const { question, texts } of asked) {
      const schema = schemaFor(question, at);
      for (const answer of triesFor(question)) {
        const read = schema.safeParse(answer);
        for (const issue of read.error?.issues ?? []) {
          const known = Object.hasOwn(texts.errors, issue.message) || shared.includes(issue.message);
          assert.ok(known, `${question.id}: “${issue.message}” for ${JSON.stringify(answer).slice(0, 200)}`);
        }
      }
    }
  });

  test("what can be asked about a list is worded, and notices and variants are", () => {
    for (const { question, texts } of asked) {
      const { repeats } = question;
      if (repeats !== undefined && "asks" in repeats) {
        assert.deepEqual(
          Object.keys(texts.list?.options ?? {}).sort(),
          [...repeats.asks].sort(),
          question.id,
        );
        assert.match(texts.list?.entry ?? "", /\{n\}/);
      }
      const worried = { worries: { worries: ["fgm"] }, soon: { soon: "yes" }, scared: { scared: "yes" } };
      for (const answers of [{}, worried]) {
        for (const key of question.notices(answers))
          assert.ok(texts.notices?.[key], `${question.id}: ${key}`);
        const variant = question.variant(answers);
        if (variant !== null) assert.ok(texts.variants?.[variant], `${question.id}: ${variant}`);
      }
    }
  });

  test("no sentence is longer than 26 words", () => {
    for (const { question, texts } of asked) {
      for (const sentence of sentencesIn(texts)) {
        const words = sentence.split(/\s+/).length;
        assert.ok(words <= 26, `${question.id}: ${String(words)} words: ${sentence}`);
      }
    }
  });

  test("every question file is part of a journey", () => {
    const folder = new URL("../../../domain/questions/", import.meta.url);
    const defined = readdirSync(folder).filter((file) => file.endsWith(".ts"));
    const used = new Set(asked.map(({ question }) => `${question.id}.ts`));
    for (const file of used) assert.ok(defined.includes(file), `${file} is named after its question`);
  });
});

function sentencesIn(texts: QuestionTexts): string[] {
  const found: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === "string") found.push(...value.split(/(?<=[.?!])\s+/));
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(texts);
  return found;
}

/** Answers that are wrong in as many ways as there are: nothing, every single option, rubbish in every field. */
function* triesFor(question: Question) {
  yield {};
  const fields = question.fields.flatMap(all);
  const names = fields.flatMap(({ kind, name }) => (kind === "date" ? [...datePartsOf(name)] : [name]));
  const rubbish = ["", " ", "x", "99", "\u0000", "a".repeat(9_000), "31"];
  for (const value of rubbish) yield Object.fromEntries(names.map((name) => [name, value]));
  for (const field of fields) {
    if (!("options" in field)) continue;
    for (const option of [...field.options, "not-offered"]) {
      const chosen = field.kind === "checkboxes" ? [option] : option;
      yield { [field.name]: chosen };
      for (const value of rubbish) {
        yield { ...Object.fromEntries(names.map((name) => [name, value])), [field.name]: chosen };
      }
    }
    if (field.kind === "checkboxes") yield { [field.name]: [...field.options] };
  }
}
