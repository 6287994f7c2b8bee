import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { journeys } from "#domain/journeys";
import { namesOf, schemaFor, type Question } from "#domain/questions/question";
import { cleanTyped, markControls, optionalText } from "#domain/questions/typed-text";
import { professionalAnswers } from "../../support/answers.ts";
import { badStrings as strings } from "../../support/bad-strings.ts";

const at = { today: "2026-11-23" };
const questions: readonly Question[] = journeys.professional;

const answered = (question: Question): Record<string, string | readonly string[]> => {
  const kept = professionalAnswers[question.id];
  if (kept === undefined) return {};
  return Array.isArray(kept) ? { ...(kept[0] as { answer: object }).answer } : { ...(kept as object) };
};

describe("any text in any field", () => {
  test("is kept as it is, or refused with a message; nothing throws", () => {
    for (const question of questions) {
      const schema = schemaFor(question, at);
      const { one, many } = namesOf(question.fields);
      for (const name of [...one, ...many]) {
        for (const string of strings) {
          const read = schema.safeParse({ ...answered(question), [name]: string });
          if (!read.success) assert.ok(read.error.issues.every(({ message }) => message !== ""));
        }
      }
    }
  });

  test("is kept exactly but for line ends, half characters and spaces at the ends", () => {
    const schema = optionalText(4000);
    for (const string of strings) {
      const read = schema.safeParse(string);
      if (read.success) assert.equal(read.data ?? "", cleanTyped(string).trim());
      else assert.notEqual(markControls(string), string, `only control characters are refused: ${string}`);
      assert.ok(schema.safeParse(cleanTyped(markControls(string))).success, "marked, it is taken");
    }
  });

  test("nothing kept holds a half character or a carriage return", () => {
    for (const string of strings) {
      assert.ok(!/\p{Surrogate}/u.test(cleanTyped(string)));
      assert.ok(!cleanTyped(string).includes("\r"));
    }
  });

  test("a length counts what a reader counts", () => {
    const schema = optionalText(5);
    assert.ok(schema.safeParse("😀😀😀😀😀").success);
    assert.ok(!schema.safeParse("😀😀😀😀😀😀").success);
  });

  test("a hundred thousand of the worst characters are answered at once", () => {
    const worst = ["a", " ", "1", "\u0301", "@", "a@", "-", "1 1", "A1", ".", "a.", "\uD800", "\u0000"];
    for (const question of questions) {
      const schema = schemaFor(question, at);
      const { one } = namesOf(question.fields);
      for (const piece of worst) {
        const long = piece.repeat(Math.ceil(100_000 / piece.length));
        for (const name of one) {
          const answer = { ...answered(question), [name]: long };
          schema.safeParse(answer);
          const start = process.cpuUsage();
          schema.safeParse(answer);
          const { user, system } = process.cpuUsage(start);
          const took = (user + system) / 1_000;
          // Processor time, ten times what it costs: a pattern that runs away costs seconds.
          assert.ok(
            took < 200,
            `${question.id}.${name} took ${took.toFixed(0)} ms for ${JSON.stringify(piece)}`,
          );
        }
      }
    }
  });
});
