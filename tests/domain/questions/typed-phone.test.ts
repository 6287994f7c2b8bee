import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reachFamily } from "#domain/questions/reach-family";
import { reachYou } from "#domain/questions/reach-you";
import { schemaFor, type Question } from "#domain/questions/question";
import { holdsPhoneNumber } from "#domain/questions/typed-phone";
import { you } from "#domain/questions/you";
import { familyAnswers } from "../../support/family-answers.ts";
import { quickTeacher } from "../../support/quick-teacher.ts";

const at = { today: "2026-11-23" };

test("a number that reaches somebody, in whatever words", () => {
  for (const typed of ["01234 567 890", "+48 22 123 45 67", "01234 567890 ext 12", "ask for Jo: 567890"])
    assert.ok(holdsPhoneNumber(typed), typed);
  for (const typed of ["sarah@school.example", "jo1234567@school.example", "ext 204", "none", "999", ""])
    assert.ok(!holdsPhoneNumber(typed), typed);
});

describe("an email address or an extension in the box for a phone number is refused there", () => {
  const neighbour = { name: "Pat Lane", phone: "07700 900 123", email: "pat@example.org", seen: "no" };
  const asked: [Question, object][] = [
    [you, quickTeacher["you"] as object],
    [reachYou, neighbour],
    [reachFamily, familyAnswers["reach-family"] as object],
  ];
  for (const [question, answer] of asked)
    test(question.id, () => {
      const schema = schemaFor(question, at);
      assert.ok(schema.safeParse(answer).success, "a number is taken");
      for (const phone of ["sarah@school.example", "ext 204"]) {
        const issues = schema.safeParse({ ...answer, phone }).error?.issues ?? [];
        assert.deepEqual(
          issues.map(({ path, message }) => [path.join("."), message]),
          [["phone", "phone-form"]],
          phone,
        );
      }
    });
});
