import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { roles, type Role } from "#domain/actor";
import { outcomes, type Outcome } from "#domain/outcome";
import { defaultSettings } from "#domain/settings";
import {
  contactsRepeat,
  mayCountersign,
  maySign,
  ownSentenceNeeded,
  type SentenceFacts,
  type SigningFacts,
} from "#domain/signing";
import { dayAndTime } from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);
const day = new Date("2026-11-24T11:00Z");
const night = new Date("2026-11-24T23:00Z");

const plain: SigningFacts = {
  outcome: "advice",
  recommendedById: "other",
  policeNotice: false,
  duplicate: false,
  harmAlleged: false,
  riskGradedHigh: false,
  childHurt: false,
  childUnderOne: false,
  repeats: false,
};
const sign = (role: Role | Role[], change: Partial<SigningFacts>, now = day) =>
  maySign({ id: "me", roles: Array.isArray(role) ? role : [role] }, { ...plain, ...change }, now, calendar);

/** y signs, c signs and has it countersigned, - is refused. */
const letter = (role: Role, change: Partial<SigningFacts>, now: Date) =>
  ({ allowed: "y", countersign: "c", refused: "-" })[sign(role, change, now).kind];

/**
 * Six letters an outcome and role: by day somebody else's recommendation, one's own, none; then the same by night.
 * A role or outcome that is left out is refused six times.
 */
const table: Partial<Record<Role, Partial<Record<Outcome, string>>>> = {
  manager: {
    information_only: "y-- y--",
    advice: "y-- y--",
    family_caf: "y-- y--",
    assessment: "y-- y--",
    strategy_discussion: "y-y ycy",
    transfer: "y-- y--",
    already_open: "y-y ycy",
  },
  on_call_manager: {
    information_only: "--- y--",
    advice: "--- y--",
    family_caf: "--- y--",
    assessment: "--- y--",
    strategy_discussion: "--- ycy",
    transfer: "--- y--",
    already_open: "--- ycy",
  },
  out_of_hours: {
    strategy_discussion: "--- ccc",
    already_open: "--- ccc",
  },
  screener: { already_open: "y-- y--" },
  advice: { advice: "y-- y--" },
};

describe("who signs what, every outcome against every role, by day and by night", () => {
  for (const role of roles) {
    for (const outcome of outcomes) {
      const expected = table[role]?.[outcome] ?? "--- ---";
      test(`${role}, ${outcome}: ${expected}`, () => {
        const half = (now: Date) =>
          ["other", "me", null]
            .map((recommendedById) => letter(role, { outcome, recommendedById }, now))
            .join("");
        assert.equal(`${half(day)} ${half(night)}`, expected);
      });
    }
  }
});

describe("information only", () => {
  const outcome = "information_only" as const;
  const cases: [what: string, facts: Partial<SigningFacts>, screener: string][] = [
    ["no concern found", {}, "-"],
    ["a duplicate", { duplicate: true }, "y"],
    ["a duplicate with harm alleged", { duplicate: true, harmAlleged: true }, "-"],
    ["a duplicate one recommended oneself", { duplicate: true, recommendedById: "me" }, "-"],
    ["a police notice", { policeNotice: true }, "y"],
    ["a police notice one recommended oneself", { policeNotice: true, recommendedById: "me" }, "-"],
    ["a police notice nobody recommended", { policeNotice: true, recommendedById: null }, "-"],
    ["a police notice graded high", { policeNotice: true, riskGradedHigh: true }, "-"],
    ["a police notice where a child was hurt", { policeNotice: true, childHurt: true }, "-"],
    ["a police notice about a child under one", { policeNotice: true, childUnderOne: true }, "-"],
    ["a police notice that repeats", { policeNotice: true, repeats: true }, "-"],
  ];
  for (const [what, facts, screener] of cases) {
    test(what, () => {
      for (const now of [day, night]) {
        assert.equal(letter("screener", { outcome, ...facts }, now), screener);
        const own = facts.recommendedById !== undefined;
        assert.equal(letter("manager", { outcome, ...facts }, now), own ? "-" : "y");
        assert.equal(letter("out_of_hours", { outcome, ...facts }, now), "-");
      }
    });
  }
  test("the refusal says which fact makes a manager necessary", () => {
    const words = sign("screener", { outcome, policeNotice: true, childUnderOne: true });
    assert.deepEqual(words, {
      kind: "refused",
      because: "A manager signs this, because a child is under one.",
    });
  });
});

test("advice with harm alleged is signed by a manager", () => {
  assert.equal(letter("advice", { outcome: "advice", harmAlleged: true }, day), "-");
  assert.equal(letter("manager", { outcome: "advice", harmAlleged: true }, day), "y");
});

test("what a lone worker decides at night is countersigned by noon of the next day with people in it", () => {
  const friday = new Date("2026-11-27T22:00Z");
  const signed = sign("out_of_hours", { outcome: "strategy_discussion", recommendedById: "me" }, friday);
  assert.equal(signed.kind === "countersign" && dayAndTime(signed.by), "Mon 30 Nov, midday");
});

test("at night nothing that can wait is decided alone, and the words say so", () => {
  for (const outcome of ["information_only", "advice", "family_caf", "assessment", "transfer"] as const) {
    for (const role of ["out_of_hours", "manager", "on_call_manager"] as const) {
      const words = sign(role, { outcome, recommendedById: "me" }, night);
      assert.match(words.kind === "refused" ? words.because : "", /only what protects a child now/);
    }
  }
});

test("a second role never lifts the rule about one's own recommendation by day", () => {
  for (const outcome of outcomes) {
    assert.equal(sign([...roles], { outcome, recommendedById: "me" }, day).kind, "refused", outcome);
  }
});

test("every refusal is a sentence", () => {
  for (const role of roles) {
    for (const outcome of outcomes) {
      for (const recommendedById of ["other", "me", null]) {
        for (const now of [day, night]) {
          const words = sign(role, { outcome, recommendedById }, now);
          if (words.kind === "refused") assert.match(words.because, /^[A-Z].+\.$/);
        }
      }
    }
  }
});

describe("countersigning", () => {
  test("a manager, but not the one who decided, and nobody else", () => {
    for (const role of roles) {
      const kind = mayCountersign({ id: "me", roles: [role] }, "other").kind;
      assert.equal(kind, role === "manager" ? "allowed" : "refused", role);
    }
    assert.equal(mayCountersign({ id: "me", roles: ["manager"] }, "me").kind, "refused");
  });
});

describe("when agreeing takes a sentence of the manager's own", () => {
  const quiet: SentenceFacts = {
    outcome: "advice",
    harmAlleged: false,
    repeats: false,
    childUnderOne: false,
    missingChecks: false,
  };
  const cases: [what: string, facts: Partial<SentenceFacts>, reasons: number][] = [
    ["nothing special", {}, 0],
    ["information only", { outcome: "information_only" }, 0],
    ["information only with harm alleged", { outcome: "information_only", harmAlleged: true }, 1],
    ["advice with harm alleged", { harmAlleged: true }, 0],
    ["a strategy discussion", { outcome: "strategy_discussion" }, 1],
    ["a third contact", { repeats: true }, 1],
    ["a child under one", { childUnderOne: true }, 1],
    ["a missing check", { missingChecks: true }, 1],
    [
      "all of it",
      { outcome: "strategy_discussion", repeats: true, childUnderOne: true, missingChecks: true },
      4,
    ],
  ];
  for (const [what, facts, reasons] of cases) {
    test(`${what}: ${reasons}`, () =>
      assert.equal(ownSentenceNeeded({ ...quiet, ...facts }).length, reasons));
  }
});

test("contacts repeat at the third in 90 days or in a year, this one counted", () => {
  const now = new Date("2026-11-24T11:00Z");
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const rule = defaultSettings.repeatRule;
  assert.equal(contactsRepeat([now], now, rule), false);
  assert.equal(contactsRepeat([now, ago(10)], now, rule), false);
  assert.equal(contactsRepeat([now, ago(10), ago(89)], now, rule), true);
  assert.equal(contactsRepeat([now, ago(200), ago(364)], now, rule), true);
  assert.equal(contactsRepeat([now, ago(200), ago(366)], now, rule), false);
  assert.equal(contactsRepeat([now, ago(-1), ago(10)], now, rule), false, "a later contact does not count");
  assert.equal(contactsRepeat([now, ago(200), ago(300)], now, [{ contacts: 3, days: 90 }]), false);
});
