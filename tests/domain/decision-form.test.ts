import assert from "node:assert/strict";
import { test } from "node:test";
import { noticeSchema, recordSchemas } from "#domain/decision";
import { formFields, formOf, formSections, recordInWords } from "#domain/decision-form";
import { outcomes, type Outcome } from "#domain/outcome";

/** What a record of this outcome can hold, the short one of a police notice included. */
const shapeOf = (outcome: Outcome) => ({
  ...(outcome === "information_only" ? noticeSchema.shape : {}),
  ...recordSchemas[outcome].shape,
});

test("every field of every outcome can be asked for, and nothing is asked for that no outcome keeps", () => {
  const kept = new Set(outcomes.flatMap((outcome) => Object.keys(shapeOf(outcome))));
  assert.deepEqual(new Set(Object.keys(formFields)), kept);
  for (const outcome of outcomes) {
    const names = formOf(outcome).map(({ name }) => name);
    assert.deepEqual([...names].sort(), Object.keys(shapeOf(outcome)).sort(), "each once");
  }
});

test("every option of every choice is one that its schema takes, and every code has words", () => {
  for (const outcome of outcomes) {
    for (const { name, field } of formOf(outcome)) {
      const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = shapeOf(outcome);
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

test("what is read together is asked together: the reasons, the child, the parents, and the referrer last", () => {
  for (const outcome of outcomes) {
    const sections = formSections(outcome);
    assert.equal(new Set(sections.map(({ title }) => title)).size, sections.length, outcome);
    assert.deepEqual(sections.map(({ title }) => title).slice(0, 2), ["Level and reason", "The child"]);
    assert.equal(sections.at(-1)?.title, "Telling the referrer");
    // What opens under an answer stands in the section of that answer, or it would open out of sight.
    for (const { title, fields } of sections) {
      const names = fields.map(({ name }) => name);
      for (const { name, field } of fields)
        if (field.shownWhen) assert.ok(names.includes(field.shownWhen.field), `${title}: ${name}`);
    }
  }
});

test("dates are told as dates, and those invited by what they are called", () => {
  assert.deepEqual(recordInWords("family_caf", { agreedOn: "2026-11-23", reason: "2026-11-23" }), [
    { label: "Why, in one sentence", words: "2026-11-23" },
    { label: "When did they agree?", words: "23 November 2026" },
  ]);
  const organisations = [
    { id: "p", name: "Anyshire Police" },
    { id: "h", name: "Anytown Health" },
  ];
  assert.deepEqual(recordInWords("strategy_discussion", { invited: ["h", "gone", "p"] }, organisations), [
    { label: "Who is invited?", words: "Anytown Health, Anyshire Police" },
  ]);
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
