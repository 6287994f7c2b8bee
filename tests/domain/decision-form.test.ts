import assert from "node:assert/strict";
import { test } from "node:test";
import { recordSchemas } from "#domain/decision";
import { formFields, formOf, recordInWords } from "#domain/decision-form";
import { outcomes } from "#domain/outcome";

test("every field of every outcome can be asked for, and nothing is asked for that no outcome keeps", () => {
  const kept = new Set(outcomes.flatMap((outcome) => Object.keys(recordSchemas[outcome].shape)));
  assert.deepEqual(new Set(Object.keys(formFields)), kept);
  for (const outcome of outcomes) {
    assert.deepEqual(
      formOf(outcome).map(({ name }) => name),
      Object.keys(recordSchemas[outcome].shape),
    );
  }
});

test("every option of every choice is one that its schema takes, and every code has words", () => {
  for (const outcome of outcomes) {
    for (const { name, field } of formOf(outcome)) {
      const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> =
        recordSchemas[outcome].shape;
      for (const option of field.options ?? []) {
        const value = field.kind === "checkboxes" ? [option.value] : option.value;
        assert.ok(shape[name]?.safeParse(value).success, `${outcome} ${name} ${option.value}`);
        assert.ok(option.label.length > 1);
      }
      if (field.kind === "radios") assert.ok((field.options?.length ?? 0) >= 2, name);
    }
  }
});

test("a field that waits for another's answer waits for one that can be given, on the same form", () => {
  for (const outcome of outcomes) {
    const names = formOf(outcome).map(({ name }) => name);
    for (const { name, field } of formOf(outcome)) {
      if (!field.shownWhen) continue;
      const { field: other, value } = field.shownWhen;
      assert.ok(names.includes(other), `${outcome} ${name}`);
      assert.ok(
        formFields[other]?.options?.some((option) => option.value === value),
        `${name} ${value}`,
      );
    }
  }
});

test("a record is told in its labels, with words for codes and without what was left empty", () => {
  const words = recordInWords("strategy_discussion", {
    level: 4,
    reason: "A bruise.",
    parentsTold: "not_told",
    protection: ["hospital", "legal_advice"],
    invited: ["an-id"],
    equality: "",
  });
  assert.deepEqual(words, [
    { label: "Why, in one sentence", words: "A bruise." },
    { label: "Have the parents or carers been told?", words: "No" },
    { label: "What protects the child now?", words: "In hospital, Legal advice asked for" },
  ]);
});
