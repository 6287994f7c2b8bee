import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { correctionReason, noticeSchema, recordSchemas, verdictSchema } from "#domain/decision";
import { matchSchema, noteSchema, ratingSchema, reasonSchema } from "#domain/hub-forms";
import { recordForms, returnableFor, returnSchema } from "#domain/pathway-records";
import { markControls } from "#domain/questions/typed-text";
import { actionSchema, informationSchema } from "#domain/strategy-record";
import { badStrings, kept } from "../support/bad-strings.ts";

/** What staff fill in, by form. */
const forms: Record<string, z.ZodObject> = {
  ...recordSchemas,
  ...recordForms,
  verdict: verdictSchema,
  correction: z.object({ ownReason: correctionReason }),
  police: noticeSchema,
  rating: ratingSchema,
  note: noteSchema,
  reason: reasonSchema,
  match: matchSchema,
  return: returnSchema(returnableFor.caf_redirect ?? ["refused"]),
  information: informationSchema,
  action: actionSchema,
};

const words = "Some words";
const isText = (field: z.ZodType) => {
  const read = field.safeParse(words);
  return read.success && read.data === words;
};
const textFields = Object.entries(forms).flatMap(([form, schema]) =>
  Object.entries(schema.shape as Record<string, z.ZodType>)
    .filter(([, field]) => isText(field))
    .map(([name, field]) => ({ name: `${form}.${name}`, field })),
);

test(`every bad string is kept exactly or refused in words, in each of ${textFields.length} text fields`, () => {
  assert.ok(textFields.length > 120, "the fields are found");
  for (const { name, field } of textFields) {
    for (const text of badStrings) {
      const read = field.safeParse(text);
      if (read.success) assert.equal(read.data, kept(text), name);
      else {
        const [issue] = read.error.issues;
        assert.ok(issue && issue.message !== "", name);
        const reasons = kept(text) === "" || markControls(text) !== text || [...text].length > 200;
        assert.ok(reasons, `${name} refused ${JSON.stringify(text)}: ${issue.message}`);
      }
    }
  }
});
