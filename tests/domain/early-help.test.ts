import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adviceStage, boardFacts, type AdviceStage, type StageFacts } from "#domain/advice-stage";
import { attemptsOf, partOfDay, type MadeCall } from "#domain/call-attempts";
import { isSafeTime, toExplain, type SafeCalling } from "#domain/safe-calling";

const at = (time: string, day = "24") => new Date(`2026-11-${day}T${time}:00Z`);

describe("the columns of the advice team's board", () => {
  const caf = { kind: "caf_redirect" } as const;
  const rows: [Partial<StageFacts>, AdviceStage][] = [
    [{ state: "waiting" }, "new"],
    [{ state: "waiting", ...caf, agreed: true, leadAccepted: true }, "new"],
    [{ state: "accepted" }, "calling"],
    [{ state: "active" }, "calling"],
    [{ state: "active", agreed: true, leadAccepted: true }, "calling"],
    [{ state: "accepted", ...caf }, "calling"],
    [{ state: "accepted", ...caf, agreed: true }, "agreed"],
    [{ state: "active", ...caf, agreed: true, leadAccepted: true }, "with_lead"],
    [{ state: "active", ...caf, leadAccepted: true }, "calling"],
    [{ state: "returned", ...caf, agreed: true, leadAccepted: true }, "returned"],
    [{ state: "closed", ...caf, agreed: true }, "closed"],
  ];
  for (const [facts, stage] of rows)
    test(`${JSON.stringify(facts)} is ${stage}`, () => {
      const whole = { kind: "advice_episode", state: "waiting", agreed: false, leadAccepted: false } as const;
      assert.equal(adviceStage({ ...whole, ...facts }), stage);
    });

  test("families are counted once, however many brothers and sisters wait", () => {
    const row = (contactId: string, stage: AdviceStage, time: string, agreementMissing = false) => ({
      ...{ contactId, stage, since: at(time), agreementMissing },
    });
    const rows = [
      row("a", "new", "10:00", true),
      row("a", "new", "09:00", true),
      row("b", "new", "11:00"),
      row("c", "calling", "08:00", true),
      row("d", "closed", "07:00", true),
      row("e", "returned", "07:00", true),
    ];
    assert.deepEqual(boardFacts(rows), { families: 2, longest: at("09:00"), agreementsMissing: 2 });
    assert.deepEqual(boardFacts([]), { families: 0, longest: null, agreementsMissing: 0 });
  });
});

describe("calls that nobody answers", () => {
  const rule = { callTries: 3, callTimesOfDay: 2 };
  const call = (time: string, result: MadeCall["result"] = "no_answer", day = "24"): MadeCall => ({
    ...{ at: at(time, day), result },
  });
  const rows: [string, MadeCall[], boolean, string | null][] = [
    ["none", [], false, "3 more tries"],
    ["two", [call("09:00"), call("14:00")], false, "1 more try"],
    [
      "three in one morning",
      [call("09:00"), call("10:00"), call("11:00")],
      false,
      "1 more try at another time of day than the morning",
    ],
    ["three at two times of day", [call("09:00"), call("14:00"), call("14:05", "left_message")], true, null],
    [
      "an answer in between begins again",
      [call("09:00"), call("14:00"), call("15:00", "reached"), call("16:00")],
      false,
      "2 more tries at another time of day than the afternoon",
    ],
    [
      "the order in which they were written down does not count",
      [call("18:00"), call("14:00"), call("09:00", "asked_to_call_later"), call("09:30")],
      true,
      null,
    ],
  ];
  for (const [name, calls, unreachable, stillTo] of rows)
    test(name, () => {
      const attempts = attemptsOf(calls, rule);
      assert.deepEqual([attempts.unreachable, attempts.stillTo], [unreachable, stillTo]);
    });

  test("the part of the day is the family's: 16:30 UTC in summer is evening here", () => {
    assert.equal(partOfDay(new Date("2026-07-01T16:30:00Z")), "evening");
    assert.equal(partOfDay(new Date("2026-12-01T16:30:00Z")), "afternoon");
    assert.equal(partOfDay(new Date("2026-12-01T11:59:00Z")), "morning");
  });
});

describe("calling safely", () => {
  const safe: SafeCalling = { number: "1", from: "10:00", until: "14:00", message: "no" };
  const rows: [string, string, SafeCalling | null, boolean, MadeCall["result"], boolean][] = [
    ["in time", "10:00", safe, true, "no_answer", false],
    ["too early", "09:59", safe, false, "no_answer", true],
    ["too late", "14:01", safe, false, "reached", true],
    ["a message where none may be left", "11:00", safe, false, "left_message", true],
    ["a message where one may", "11:00", { ...safe, message: "yes" }, false, "left_message", false],
    ["any time", "03:00", { ...safe, from: "", until: "" }, true, "no_answer", false],
    ["over midnight", "23:00", { ...safe, from: "22:00", until: "01:00" }, false, "no_answer", false],
    ["not over midnight", "12:00", { ...safe, from: "22:00", until: "01:00" }, false, "no_answer", true],
    ["warned, and nobody found out", "11:00", null, true, "reached", true],
    ["nothing known", "11:00", null, false, "left_message", false],
  ];
  for (const [name, time, known, warned, result, asks] of rows)
    test(name, () => {
      assert.equal(toExplain({ at: at(time), result, because: "" }, known, warned) !== null, asks);
      assert.equal(toExplain({ at: at(time), result, because: "She rang us" }, known, warned), null);
    });

  test("safe times are times on the family's wall", () =>
    assert.ok(isSafeTime(new Date("2026-07-01T09:30:00Z"), safe)));
});
