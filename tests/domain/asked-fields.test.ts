import assert from "node:assert/strict";
import { test } from "node:test";
import { askedFields, type AskingFacts } from "#domain/asked-fields";
import { recordSchemas } from "#domain/decision";
import { formOf } from "#domain/decision-form";
import { decisionProblems } from "#domain/decision-problems";
import { outcomes, type Outcome } from "#domain/outcome";
import { complete } from "./complete-drafts.ts";

const nothing: AskingFacts = {
  earlierContacts: 0,
  unansweredChecks: 0,
  onPlan: false,
  shortNotice: false,
};
const everything: AskingFacts = {
  earlierContacts: 2,
  unansweredChecks: 1,
  onPlan: true,
  shortNotice: false,
};

const asked = (outcome: Outcome, facts: AskingFacts, written: readonly string[] = []) =>
  askedFields(outcome, facts, (name) => written.includes(name)).flatMap(({ fields }) => fields);
/** Without what only the short record of a police notice asks. */
const longNames = (outcome: Outcome) =>
  names(formOf(outcome)).filter((name) => name in recordSchemas[outcome].shape);
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);

test("a form asks nothing that there is nothing to say about", () => {
  for (const outcome of outcomes) {
    const shown = names(asked(outcome, nothing));
    for (const name of ["historyChanges", "historyBecause", "goingAheadBecause", "formalTransfer"])
      assert.ok(!shown.includes(name), `${outcome}: ${name}`);
    assert.deepEqual(names(asked(outcome, everything)), longNames(outcome), outcome);
  }
});

test("what was written before is shown although nothing asks for it any more", () => {
  assert.ok(names(asked("advice", nothing, ["historyBecause"])).includes("historyBecause"));
});

test("what a complete record leaves empty is marked as optional, and nothing that it needs is", () => {
  const settled = {
    ...everything,
    harmAlleged: false,
    confirmedOpenCase: true,
    invitedCore: { police: true, health: true },
    unsettled: [],
  };
  const more = { historyChanges: "no", historyBecause: "x", goingAheadBecause: "x", formalTransfer: "x" };
  for (const outcome of outcomes) {
    const draft = { outcome, ...complete[outcome], ...more };
    assert.deepEqual(decisionProblems(draft, settled), [], outcome);
    for (const { name, optional, field } of asked(outcome, everything)) {
      if (field.shownWhen) assert.ok(!optional, `${outcome}: ${name} is needed where it is shown`);
      else if (optional) {
        const without = { ...draft, [name]: field.kind === "checkboxes" ? [] : "" };
        assert.deepEqual(decisionProblems(without, settled), [], `${outcome}: ${name} may be empty`);
      } else {
        const { [name]: _, ...without } = draft as Record<string, unknown>;
        assert.ok(
          decisionProblems({ outcome, ...without }, settled).some((one) => one.field === name),
          `${outcome}: ${name} is needed`,
        );
      }
    }
  }
});

test("a police notice that needs no manager asks for six things, and only when it ends as information", () => {
  const notice = { ...everything, shortNotice: true };
  const short = ["level", "reason", "line", "historyRead", "goingAheadBecause"];
  assert.deepEqual(names(asked("information_only", notice)), [...short, "feedback", "noFeedbackBecause"]);
  const needed = asked("information_only", { ...notice, unansweredChecks: 0 }).filter(
    ({ optional }) => !optional,
  );
  assert.deepEqual(names(needed), ["level", "reason", "line", "historyRead"]);
  for (const outcome of outcomes.filter((one) => one !== "information_only"))
    assert.deepEqual(names(asked(outcome, notice)), longNames(outcome), outcome);
});
