import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  bragDeadline,
  countersignDeadline,
  dangerFacts,
  isUrgentOutOfHours,
  outOfHoursAckDeadline,
  ratingDeadline,
  type UrgencyFacts,
} from "#domain/clocks";
import {
  acceptReferralDeadline,
  assessmentDeadline,
  cafFirstContactDeadline,
  caseNoticeDeadline,
  childSeenDeadline,
  conferenceDeadline,
  policeProtectionEnds,
  strategyDeadline,
  transferReceiptDeadline,
} from "#domain/onward-clocks";
import type { Rating } from "#domain/rating";
import { bragHoursPresets, defaultSettings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";

const settings = defaultSettings;
const calendar = calendarOf(settings);
const at = (text: string) => new Date(text);
const say = (moment: Date | null) => (moment === null ? null : dayAndTime(moment));

describe("what is needed is gathered by", () => {
  const friday = at("2026-11-27T16:00Z");
  const table: [preset: "merton" | "surrey", rating: Rating, due: string | null][] = [
    ["merton", "R", "Fri 27 Nov, 6pm"],
    ["merton", "A", "Fri 27 Nov, 10pm"],
    ["merton", "G", "Sat 28 Nov, 4pm"],
    ["merton", "B", null],
    ["surrey", "R", "Mon 30 Nov, 11:30am"],
    ["surrey", "A", "Wed 2 Dec, 2:30pm"],
    ["surrey", "G", "Mon 30 Nov, 4pm"],
    ["surrey", "B", null],
  ];
  for (const [preset, rating, due] of table) {
    test(`${preset} ${rating}, rated on Friday at 4pm: ${due ?? "no target"}`, () => {
      const found = bragDeadline(rating, friday, { bragHours: bragHoursPresets[preset] }, calendar);
      assert.equal(say(found), due);
    });
  }
});

describe("rate within an hour", () => {
  test("an urgent contact: on the wall clock, at night too", () => {
    assert.equal(
      say(ratingDeadline(at("2026-11-28T23:10Z"), true, settings, calendar)),
      "Sun 29 Nov, 12:10am",
    );
  });
  test("an ordinary one: in opening time", () => {
    assert.equal(say(ratingDeadline(at("2026-11-24T10:00Z"), false, settings, calendar)), "Tue 24 Nov, 11am");
    assert.equal(say(ratingDeadline(at("2026-11-27T16:30Z"), false, settings, calendar)), "Mon 30 Nov, 9am");
    assert.equal(
      say(ratingDeadline(at("2026-11-28T23:10Z"), false, settings, calendar)),
      "Mon 30 Nov, 9:30am",
    );
  });
});

describe("told to the out-of-hours worker at once", () => {
  const quiet: UrgencyFacts = { rating: null, danger: "no", senderUnder18: false, nextEventAt: null };
  const night = at("2026-11-27T22:00Z");
  const table: [what: string, facts: Partial<UrgencyFacts>, urgent: boolean][] = [
    ["nothing pressing", {}, false],
    ["Red", { rating: "R" }, true],
    ["Amber", { rating: "A" }, false],
    ["Green", { rating: "G" }, false],
    ["danger: yes", { danger: "yes" }, true],
    ["danger: not sure", { danger: "not_sure" }, true],
    ["sender under 18", { senderUnder18: true }, true],
    ["something on Sunday, before we open", { nextEventAt: at("2026-11-29T10:00Z") }, true],
    ["something that has happened already", { nextEventAt: at("2026-11-27T15:15Z") }, true],
    ["something on Monday, a minute before we open", { nextEventAt: at("2026-11-30T08:29Z") }, true],
    ["something on Monday, as we open", { nextEventAt: at("2026-11-30T08:30Z") }, false],
    ["Blue, but danger not sure", { rating: "B", danger: "not_sure" }, true],
  ];
  for (const [what, facts, urgent] of table) {
    test(`${what}: ${urgent ? "yes" : "no"}`, () => {
      assert.equal(isUrgentOutOfHours({ ...quiet, ...facts }, night, calendar), urgent);
      const open = at("2026-11-27T12:00Z");
      assert.equal(
        isUrgentOutOfHours({ ...quiet, ...facts }, open, calendar),
        false,
        "while the hub is open",
      );
    });
  }
  test("each danger fact has its code", () => {
    assert.deepEqual(dangerFacts({ danger: "yes", senderUnder18: true }), ["danger_yes", "sender_under_18"]);
    assert.deepEqual(dangerFacts({ danger: "not_sure", senderUnder18: false }), ["danger_not_sure"]);
    assert.deepEqual(dangerFacts({ danger: "no", senderUnder18: false }), []);
  });
  test("acknowledged within fifteen minutes", () => {
    assert.equal(say(outOfHoursAckDeadline(night, settings)), "Fri 27 Nov, 10:15pm");
  });
});

describe("countersigned by noon of the first day somebody is there", () => {
  const table: [decided: string, by: string][] = [
    ["2026-11-27T20:00Z", "Mon 30 Nov, midday"],
    ["2026-11-28T03:00Z", "Mon 30 Nov, midday"],
    ["2026-11-30T03:00Z", "Mon 30 Nov, midday"],
    ["2026-11-30T20:00Z", "Tue 1 Dec, midday"],
    ["2026-12-24T20:00Z", "Tue 29 Dec, midday"],
    ["2026-10-24T20:00Z", "Mon 26 Oct, midday"],
  ];
  for (const [decided, by] of table) {
    test(`${say(at(decided))} → ${by}`, () =>
      assert.equal(say(countersignDeadline(at(decided), calendar)), by));
  }
});

describe("clocks that start with a decision or later", () => {
  const decided = at("2026-12-23T15:00Z");
  const table: [what: string, found: Date | null, due: string][] = [
    [
      "strategy discussion, within 24 hours",
      strategyDeadline(decided, "within_24_hours", settings),
      "Thu 24 Dec, 3pm",
    ],
    ["strategy discussion, today", strategyDeadline(decided, "today", settings), "Wed 23 Dec, 11:59pm"],
    ["strategy discussion, now", strategyDeadline(decided, "now", settings), "Wed 23 Dec, 4pm"],
    [
      "strategy discussion, now, which a late evening does not hurry further than now",
      strategyDeadline(at("2026-12-23T23:30Z"), "today", settings),
      "Thu 24 Dec, 12:30am",
    ],
    [
      "strategy discussion, today in the summer, when the day ends an hour earlier in UTC",
      strategyDeadline(at("2026-07-01T22:00Z"), "today", settings),
      "Thu 2 Jul, midnight",
    ],
    ["assessment, 45 working days", assessmentDeadline(decided, settings, calendar), "Mon 1 Mar, 5pm"],
    [
      "child seen, section 47",
      childSeenDeadline(decided, "section_47", settings, calendar),
      "Thu 24 Dec, 3pm",
    ],
    [
      "child seen, section 17",
      childSeenDeadline(decided, "section_17", settings, calendar),
      "Mon 4 Jan, 5pm",
    ],
    ["police protection", policeProtectionEnds(decided), "Sat 26 Dec, 3pm"],
    [
      "police protection when the clocks go back",
      policeProtectionEnds(at("2026-10-24T11:00Z")),
      "Tue 27 Oct, 11am",
    ],
    ["Family CAF first contact", cafFirstContactDeadline(decided, settings, calendar), "Wed 30 Dec, 5pm"],
    ["accepted by a team", acceptReferralDeadline(decided, settings, calendar), "Thu 24 Dec, 10:30am"],
    ["transfer confirmed", transferReceiptDeadline(decided, settings, calendar), "Thu 24 Dec, 10:30am"],
    [
      "worker, Red",
      caseNoticeDeadline(at("2026-12-24T20:00Z"), "R", settings, calendar),
      "Thu 24 Dec, 8:30pm",
    ],
    [
      "worker, Green",
      caseNoticeDeadline(at("2026-12-24T20:00Z"), "G", settings, calendar),
      "Tue 29 Dec, 9am",
    ],
  ];
  for (const [what, found, due] of table) {
    test(`${what}: ${due}`, () => assert.equal(say(found), due));
  }
});

describe("the conference counts from the discussion that started section 47", () => {
  const first = { heldAt: at("2026-11-02T10:00Z"), startedSection47: false };
  const second = { heldAt: at("2026-11-05T10:00Z"), startedSection47: true };
  const third = { heldAt: at("2026-11-19T10:00Z"), startedSection47: true };
  const due = (all: (typeof first)[]) => say(conferenceDeadline(all, settings, calendar));
  test("none yet", () => {
    assert.equal(due([]), null);
    assert.equal(due([first]), null);
  });
  test("an earlier discussion that did not start it does not count", () => {
    assert.equal(due([first, second]), "Thu 26 Nov, 5pm");
  });
  test("a later one does not move it, in whatever order they are read", () => {
    assert.equal(due([third, second, first]), "Thu 26 Nov, 5pm");
  });
});
