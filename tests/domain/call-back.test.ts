import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { callBackSlots, findingsAfter, nextTry, owedFrom } from "#domain/call-back";
import { defaultSettings } from "#domain/settings";
import { calendarOf } from "#domain/working-calendar";
import { callTime } from "#domain/wording/promise";

const hours = (opens: string, closes: string, extraBankHolidays: string[] = []) =>
  calendarOf({
    ...defaultSettings,
    openingHours: { days: [1, 2, 3, 4, 5], opens, closes },
    extraBankHolidays,
  });
const usual = hours("08:30", "17:00");

const offered: [what: string, now: string, calendar: typeof usual, words: string[]][] = [
  [
    "in the morning, what is left of today and the next day",
    "2026-11-23T09:10:00Z",
    usual,
    [
      "today, before midday",
      "today, between midday and 5pm",
      "on Tuesday 24 November, between 8:30am and midday",
      "on Tuesday 24 November, between midday and 5pm",
    ],
  ],
  [
    "less than an hour before midday, no morning",
    "2026-11-23T11:01:00Z",
    usual,
    [
      "today, between midday and 5pm",
      "on Tuesday 24 November, between 8:30am and midday",
      "on Tuesday 24 November, between midday and 5pm",
    ],
  ],
  [
    "on a Friday evening, Monday",
    "2026-11-27T19:00:00Z",
    usual,
    ["on Monday 30 November, between 8:30am and midday", "on Monday 30 November, between midday and 5pm"],
  ],
  [
    "before opening, the whole of today",
    "2026-11-23T06:00:00Z",
    usual,
    [
      "today, between 8:30am and midday",
      "today, between midday and 5pm",
      "on Tuesday 24 November, between 8:30am and midday",
      "on Tuesday 24 November, between midday and 5pm",
    ],
  ],
  [
    "at Christmas, the day after the bank holidays, and not a day of one's own",
    "2026-12-24T16:30:00Z",
    hours("08:30", "17:00", ["2026-12-29"]),
    [
      "on Wednesday 30 December, between 8:30am and midday",
      "on Wednesday 30 December, between midday and 5pm",
    ],
  ],
  [
    "of a hub that is open in the afternoon alone, afternoons",
    "2026-11-23T10:00:00Z",
    hours("13:00", "18:00"),
    ["today, between 1pm and 6pm", "on Tuesday 24 November, between 1pm and 6pm"],
  ],
  [
    "in summer time by the clock on the wall",
    "2026-07-06T10:30:00Z",
    hours("09:00", "12:00"),
    ["on Tuesday 7 July, between 9am and midday"],
  ],
];

describe("when somebody can be called", () => {
  for (const [what, at, calendar, words] of offered)
    test(what, () => {
      const now = new Date(at);
      assert.deepEqual(
        callBackSlots(now, calendar).map((slot) => callTime(slot, now)),
        words,
      );
    });

  test("is tried again in the next half day that has not begun", () => {
    const now = new Date("2026-11-23T15:00:00Z");
    assert.equal(callTime(nextTry(now, usual), now), "on Tuesday 24 November, between 8:30am and midday");
  });

  test("is now where a child may be in danger, and given up only after it was tried", () => {
    const now = new Date("2026-11-23T09:10:00Z");
    const [slot] = callBackSlots(now, usual);
    assert.ok(slot);
    assert.equal(owedFrom("no", slot, now), slot);
    for (const danger of ["yes", "not_sure"] as const)
      assert.deepEqual(owedFrom(danger, slot, now), { from: now, until: now });
    assert.deepEqual(
      [0, 1, 2].map((tries) => findingsAfter(tries).includes("not_reached")),
      [false, false, true],
    );
  });
});
