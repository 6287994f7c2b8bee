import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { noticeSchema, recordSchemas } from "#domain/decision";
import { formOf } from "#domain/decision-form";
import { decisionProblems, readRecord, type Draft, type RecordFacts } from "#domain/decision-problems";
import { outcomes, type Outcome } from "#domain/outcome";
import { complete } from "./complete-drafts.ts";

const facts: RecordFacts = {
  harmAlleged: false,
  shortNotice: false,
  earlierContacts: 0,
  unansweredChecks: 0,
  onPlan: false,
  confirmedOpenCase: true,
  invitedCore: { police: true, health: true },
  unsettled: [],
};

const fieldsAsked = (draft: Draft, change: Partial<RecordFacts> = {}) =>
  decisionProblems(draft, { ...facts, ...change }).map((problem) => problem.field);

describe("nothing has a default", () => {
  test("an empty form is asked for an outcome first", () => {
    assert.deepEqual(decisionProblems({}, facts), [{ field: "outcome", message: "Choose an outcome" }]);
    assert.deepEqual(decisionProblems({ outcome: "nfa" }, facts), [
      { field: "outcome", message: "Choose an outcome" },
    ]);
  });
  for (const outcome of outcomes) {
    test(`${outcome}: an otherwise empty form is asked for every piece that must be there, and no choice is made for it`, () => {
      const asked = fieldsAsked({ outcome });
      const needed = Object.keys(complete[outcome]).filter(
        (field) => !["agreedBy", "agreedOn", "agreedHow", "agreedTo"].includes(field),
      );
      assert.deepEqual(new Set(asked), new Set(needed));
    });
    test(`${outcome}: empty strings say the same as nothing`, () => {
      const empty = Object.fromEntries(Object.keys(recordSchemas[outcome].shape).map((field) => [field, ""]));
      assert.deepEqual(fieldsAsked({ outcome, ...empty }), fieldsAsked({ outcome }));
    });
    test(`${outcome}: the least that is complete is accepted, and keeps what was typed`, () => {
      const read = readRecord({ outcome, ...complete[outcome] }, facts);
      assert.ok(read.ok, JSON.stringify(read));
      assert.equal(read.value.outcome, outcome);
      assert.equal(read.value.record.reason, "School is worried about weight loss.");
      assert.equal(read.value.record.level, 2);
    });
    test(`${outcome}: what was kept is read again unchanged`, () => {
      const read = readRecord({ outcome, ...complete[outcome] }, facts);
      assert.ok(read.ok);
      const again = readRecord({ outcome, ...structuredClone(read.value.record) }, facts);
      assert.deepEqual(again, read);
    });
    test(`${outcome}: every message is a plain instruction`, () => {
      for (const { message } of decisionProblems({ outcome }, facts)) {
        assert.match(message, /^[A-Z][^<>]{8,110}$/);
        assert.doesNotMatch(message, /invalid|required|expected|undefined|input/i);
      }
    });
  }
});

test("an information-only recommendation takes at most four boxes and five choices", () => {
  const asked = fieldsAsked({ outcome: "information_only" });
  const choices = ["level", "informationKind", "parentsTold"];
  const boxes = asked.filter((field) => !choices.includes(field));
  assert.deepEqual(boxes, ["reason", "whyNotHigher", "childsLife", "lookAgain"]);
});

describe("pieces that facts make necessary", () => {
  const table: [
    what: string,
    outcome: Outcome,
    draft: Draft,
    change: Partial<RecordFacts>,
    asked: string[],
  ][] = [
    ["earlier contacts", "advice", {}, { earlierContacts: 2 }, ["historyChanges", "historyBecause"]],
    [
      "earlier contacts, weighed",
      "advice",
      { historyChanges: "no", historyBecause: "Old" },
      { earlierContacts: 2 },
      [],
    ],
    ["a check without an answer", "advice", {}, { unansweredChecks: 1 }, ["goingAheadBecause"]],
    ["parents not told", "advice", { parentsTold: "not_told" }, {}, ["notToldBecause"]],
    ["agreement not asked for", "advice", { agreement: "not_asked" }, {}, ["notAskedBecause"]],
    [
      "a child nobody settled",
      "advice",
      {},
      { unsettled: [{ id: "sol", because: "Say whether Sol is part" }] },
      ["children"],
    ],
    [
      "nobody could be identified",
      "information_only",
      { informationKind: "cannot_identify" },
      {},
      ["whatWasTried"],
    ],
    [
      "Family CAF, to be asked first",
      "family_caf",
      { agreement: "not_asked", notAskedBecause: "Was at work" },
      {},
      ["askFirstBy"],
    ],
    ["Family CAF refused", "family_caf", { agreement: "no" }, {}, ["agreement"]],
    [
      "Family CAF refused with signs of harm",
      "family_caf",
      { agreement: "no" },
      { harmAlleged: true },
      ["agreement"],
    ],
    ["Family CAF without need of agreement", "family_caf", { agreement: "not_needed" }, {}, ["agreement"]],
    [
      "strategy without health",
      "strategy_discussion",
      {},
      { invitedCore: { police: true, health: false } },
      ["coreMissingBecause"],
    ],
    [
      "strategy without health, explained",
      "strategy_discussion",
      { coreMissingBecause: "Nobody on duty" },
      { invitedCore: { police: true, health: false } },
      [],
    ],
    ["strategy with nobody invited", "strategy_discussion", { invited: [] }, {}, ["invited"]],
    ["strategy with nothing protecting", "strategy_discussion", { protection: [] }, {}, ["protection"]],
    ["transfer of a child on a plan", "transfer", {}, { onPlan: true }, ["formalTransfer"]],
    ["an open case nobody confirmed", "already_open", {}, { confirmedOpenCase: false }, ["outcome"]],
    [
      "an open case that needs a strategy discussion",
      "already_open",
      { strategyNow: "yes" },
      {},
      ["strategyNow"],
    ],
  ];
  for (const [what, outcome, draft, change, asked] of table) {
    test(what, () =>
      assert.deepEqual(fieldsAsked({ outcome, ...complete[outcome], ...draft }, change), asked),
    );
  }
  test("a refusal with signs of harm says what to do", () => {
    const [problem] = decisionProblems(
      { outcome: "family_caf", ...complete.family_caf, agreement: "no" },
      { ...facts, harmAlleged: true },
    );
    assert.equal(
      problem?.message,
      "The family has refused and there are signs of harm. Choose another outcome",
    );
  });
  test("everything is said at once, in the order of the form, one message a field", () => {
    const asked = fieldsAsked(
      { outcome: "family_caf", parentsTold: "not_told", agreement: "yes" },
      { earlierContacts: 1 },
    );
    const order = formOf("family_caf").map(({ name }) => name);
    assert.ok(asked.includes("notToldBecause") && asked.includes("agreedOn") && asked.includes("level"));
    assert.deepEqual(
      asked,
      [...asked].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
    assert.equal(new Set(asked).size, asked.length);
  });
});

describe("what cannot be kept is refused in words", () => {
  const table: [field: string, value: unknown, asked: boolean][] = [
    ["reason", "a".repeat(200), false],
    ["reason", "a".repeat(201), true],
    ["reason", "🙂".repeat(200), false],
    ["childsLife", "a".repeat(3000), false],
    ["childsLife", "a".repeat(3001), true],
    ["childsLife", "nul \u0000", true],
    ["childsLife", "\ud800 half a character", false],
    ["level", "5", true],
    ["level", "0", true],
    ["level", "", true],
    ["level", 3, false],
    ["agreement", "maybe", true],
    ["firstVisitBy", "2026-02-30", true],
    ["firstVisitBy", "27/11/2026", true],
    ["primaryNeed", "N0", true],
  ];
  for (const [field, value, asked] of table) {
    test(`${field} = ${JSON.stringify(value).slice(0, 30)}: ${asked ? "refused" : "kept"}`, () => {
      const found = fieldsAsked({ outcome: "assessment", ...complete.assessment, [field]: value });
      assert.deepEqual(found, asked ? [field] : []);
    });
  }
  test("a clock time is kept in one form", () => {
    const read = readRecord({ outcome: "transfer", ...complete.transfer, acceptedAt: "3.40 PM" }, facts);
    assert.equal(read.ok && read.value.outcome === "transfer" && read.value.record.acceptedAt, "15:40");
  });
  test("one tick arrives as a string and is read as a list", () => {
    const read = readRecord(
      { outcome: "strategy_discussion", ...complete.strategy_discussion, protection: "hospital" },
      facts,
    );
    assert.deepEqual(
      read.ok && read.value.outcome === "strategy_discussion" && read.value.record.protection,
      ["hospital"],
    );
  });
  test("an unknown tick is refused", () => {
    const draft = { outcome: "strategy_discussion", ...complete.strategy_discussion, protection: ["magic"] };
    assert.deepEqual(fieldsAsked(draft), ["protection"]);
  });
});

test("the short form of a police notice: a level, a reason, a line and the history ticked", () => {
  const full = { level: "1", reason: "Noise.", line: "Asleep upstairs.", historyRead: ["yes"] };
  assert.ok(noticeSchema.safeParse(full).success);
  for (const field of Object.keys(full)) {
    const parsed = noticeSchema.safeParse({ ...full, [field]: field === "historyRead" ? [] : "" });
    assert.deepEqual(
      parsed.error?.issues.map((issue) => issue.path[0]),
      [field],
    );
  }
});
