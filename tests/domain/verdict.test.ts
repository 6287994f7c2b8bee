import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { verdicts, type Verdict } from "#domain/decision";
import { readVerdict, type Draft, type VerdictFacts } from "#domain/decision-problems";

describe("what the manager adds", () => {
  const quiet: VerdictFacts = {
    ownSentenceBecause: [],
    repeats: false,
    redUnanswered: [],
    recommendedOutcome: "advice",
  };
  const read = (draft: Draft, change: Partial<VerdictFacts> = {}) => {
    const result = readVerdict(draft, { ...quiet, ...change });
    return result.ok ? [] : result.problems.map((problem) => problem.field);
  };
  const table: [what: string, draft: Draft, change: Partial<VerdictFacts>, asked: string[]][] = [
    ["nothing chosen", {}, {}, ["verdict"]],
    ["agree: two clicks", { verdict: "agree" }, {}, []],
    [
      "agree where a sentence is needed",
      { verdict: "agree" },
      { ownSentenceBecause: ["a child is under one"] },
      ["ownReason"],
    ],
    [
      "agree with that sentence",
      { verdict: "agree", ownReason: "Seen by GP" },
      { ownSentenceBecause: ["x"] },
      [],
    ],
    ["changes need a reason", { verdict: "agree_with_changes" }, {}, ["ownReason"]],
    ["another decision needs a reason", { verdict: "decide_something_else" }, {}, ["ownReason"]],
    ["sending back needs a question", { verdict: "send_back" }, {}, ["question"]],
    [
      "sending back needs no sentence",
      { verdict: "send_back", question: "Seen by whom?" },
      { ownSentenceBecause: ["x"] },
      [],
    ],
    [
      "information only on a pattern",
      { verdict: "agree" },
      { repeats: true, recommendedOutcome: "information_only" },
      ["pattern"],
    ],
    [
      "information only instead, on a pattern",
      { verdict: "decide_something_else", ownReason: "x", outcome: "information_only" },
      { repeats: true },
      ["pattern"],
    ],
    [
      "information only while somebody has not answered about a Red",
      { verdict: "agree" },
      { redUnanswered: ["Anyshire Police"], recommendedOutcome: "information_only" },
      ["withoutAnswer"],
    ],
    [
      "the same, and it is said",
      { verdict: "agree", withoutAnswer: "yes" },
      { redUnanswered: ["Anyshire Police"], recommendedOutcome: "information_only" },
      [],
    ],
    ["advice without that answer", { verdict: "agree" }, { redUnanswered: ["Anyshire Police"] }, []],
    ["advice on a pattern", { verdict: "agree" }, { repeats: true }, []],
    ["spaces are no sentence", { verdict: "agree_with_changes", ownReason: "  \n" }, {}, ["ownReason"]],
  ];
  for (const [what, draft, change, asked] of table)
    test(what, () => assert.deepEqual(read(draft, change), asked));
  test("the message says why a sentence is needed", () => {
    const result = readVerdict(
      { verdict: "agree" },
      { ...quiet, ownSentenceBecause: ["a child is under one", "a check is missing"] },
    );
    assert.equal(
      !result.ok && result.problems[0]?.message,
      "Add one sentence of your own, because a child is under one, and a check is missing",
    );
  });
  test("no verdict is taken from a form that sends none", () => {
    for (const verdict of ["", "Agree", undefined, null, ...(["approve"] as const)]) {
      assert.deepEqual(read({ verdict }), ["verdict"]);
    }
    const known: readonly Verdict[] = verdicts;
    assert.equal(known.length, 4);
  });
});
