import assert from "node:assert/strict";
import { test } from "node:test";
import type { z } from "zod";
import { recordSchemas, verdictSchema } from "#domain/decision";
import { parseEmailAddress } from "#domain/email-address";
import { matchSchema, noteSchema, ratingSchema, reasonSchema } from "#domain/hub-forms";
import { invitationSchema, joinSchema } from "#domain/invitation";
import { journeys } from "#domain/journeys";
import { recordForms } from "#domain/pathway-records";
import { namesOf, schemaFor, type Question } from "#domain/questions/question";
import { parseReference } from "#domain/reference";
import { actionSchema, informationSchema } from "#domain/strategy-record";

/*
 * A pattern that tries every way to read a text takes minutes over one that it does not match. A form may be a megabyte
 * long, and a schema looks at all of a text before it says that it is too long.
 */

const length = 50_000;
const of = (part: string) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const texts = ["a", "a@", "a.", "1", " ", "\n\t ", "SW1A 1AA ", "0-", "é\u0301", "((", "a-a'"]
  .map(of)
  // What a pattern has read to its end and then cannot be: it goes back.
  .flatMap((text) => [text, `${text}!@\u0001`]);

const filled = (names: readonly string[], text: string) =>
  Object.fromEntries(names.map((name) => [name, text]));
const staff: Record<string, z.ZodObject> = {
  ...{ ...recordSchemas, ...recordForms, verdict: verdictSchema, rating: ratingSchema, note: noteSchema },
  ...{ reason: reasonSchema, match: matchSchema, information: informationSchema, action: actionSchema },
  ...{ invitation: invitationSchema, join: joinSchema },
};

/** What a text is given to, with how many fields read it. */
const readers: [name: string, fields: number, read: (text: string) => unknown][] = [
  ["an email address", 1, parseEmailAddress],
  ["a reference", 1, parseReference],
  ...Object.entries(staff).map(([name, schema]): [string, number, (text: string) => unknown] => {
    const names = Object.keys(schema.shape);
    return [name, names.length, (text) => schema.safeParse(filled(names, text))];
  }),
  ...(Object.values(journeys).flat() as Question[]).map(
    (question): [string, number, (text: string) => unknown] => {
      const { one } = namesOf(question.fields);
      const schema = schemaFor(question, { today: "2026-11-23" });
      return [question.id, one.length, (text) => schema.safeParse(filled(one, text))];
    },
  ),
];

test(`a text of ${length} characters costs each field little, whatever it is made of`, () => {
  let most = { name: "", ms: 0 };
  for (const [name, fields, read] of readers)
    for (const text of texts) {
      // Of this process alone: others may be at work.
      const before = process.cpuUsage();
      read(text);
      const { user } = process.cpuUsage(before);
      const ms = user / 1_000 / Math.max(1, fields);
      if (ms > most.ms) most = { name, ms };
    }
  console.log(
    `long text: ${readers.length} forms × ${texts.length} texts, at most ${most.ms.toFixed(1)} ms a field`,
  );
  assert.ok(most.ms < 100, `${most.name} took ${most.ms} ms a field`);
});
