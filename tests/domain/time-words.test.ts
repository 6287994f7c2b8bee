import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defaultSettings } from "#domain/settings";
import {
  dayAndTime,
  duration,
  localDate,
  longDate,
  nearDayAndTime,
  openingHoursInWords,
  lacksHalfOfDay,
  parseClockTime,
  timeLeft,
  timeOfDay,
  type TimeBand,
} from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);
const at = (text: string) => new Date(text);

describe("moments", () => {
  test("day and time, with the year only when it is another one", () => {
    assert.equal(dayAndTime(at("2026-11-24T15:40Z")), "Tue 24 Nov, 3:40pm");
    assert.equal(dayAndTime(at("2026-11-24T15:40Z"), at("2026-01-01T00:00Z")), "Tue 24 Nov, 3:40pm");
    assert.equal(dayAndTime(at("2026-11-24T15:40Z"), at("2027-01-01T00:00Z")), "Tue 24 Nov 2026, 3:40pm");
  });
  test("summer time is used in summer, and midnight belongs to the local day", () => {
    assert.equal(dayAndTime(at("2026-06-30T23:00Z")), "Wed 1 Jul, midnight");
    assert.equal(localDate(at("2026-06-30T23:00Z")), "2026-07-01");
  });
  test("times of day", () => {
    const table: [string, string][] = [
      ["00:00", "midnight"],
      ["00:01", "12:01am"],
      ["09:05", "9:05am"],
      ["12:00", "midday"],
      ["12:30", "12:30pm"],
      ["17:00", "5pm"],
      ["23:59", "11:59pm"],
    ];
    for (const [time, words] of table) assert.equal(timeOfDay(at(`2026-11-24T${time}Z`)), words);
  });
  test("near days have names", () => {
    const now = at("2026-11-24T10:00Z");
    assert.equal(nearDayAndTime(at("2026-11-24T15:40Z"), now), "today 3:40pm");
    assert.equal(nearDayAndTime(at("2026-11-25T09:05Z"), now), "tomorrow 9:05am");
    assert.equal(nearDayAndTime(at("2026-11-23T17:00Z"), now), "yesterday 5pm");
    assert.equal(nearDayAndTime(at("2026-11-26T17:00Z"), now), "Thu 26 Nov, 5pm");
    assert.equal(nearDayAndTime(at("2026-07-01T22:30Z"), at("2026-06-30T23:30Z")), "today 11:30pm");
  });
  test("calendar dates", () => {
    assert.equal(longDate("2022-03-12"), "12 March 2022");
    for (const odd of ["", "12 March", "2022-13-01", "2022-3-1"]) assert.equal(longDate(odd), odd);
  });
});

test("durations", () => {
  const table: [number, string][] = [
    [-5, "0m"],
    [0, "0m"],
    [40.9, "40m"],
    [60, "1h"],
    [130, "2h 10m"],
    [1500, "25h"],
    [2880, "2 days"],
    [3000, "2 days 2h"],
  ];
  for (const [minutes, words] of table) assert.equal(duration(minutes), words);
});

describe("time left, in bands", () => {
  const due = at("2026-11-24T15:40Z");
  const table: [now: string, band: TimeBand, words: string, tag: string | null][] = [
    ["2026-11-23T15:40Z", "plain", "8h 30m of opening time left", null],
    ["2026-11-23T20:00Z", "plain", "7h 10m of opening time left", null],
    ["2026-11-24T11:39Z", "plain", "4h 1m left", null],
    ["2026-11-24T11:40Z", "bold", "4h left", null],
    ["2026-11-24T13:30Z", "bold", "2h 10m left", null],
    ["2026-11-24T14:39Z", "bold", "1h 1m left", null],
    ["2026-11-24T14:40Z", "soon", "1h left", "Soon"],
    ["2026-11-24T15:40Z", "soon", "0m left", "Soon"],
    ["2026-11-24T15:40:20Z", "late", "Late by 1m", "Late"],
    ["2026-11-24T16:20Z", "late", "Late by 40m", "Late"],
    ["2026-11-25T08:30Z", "late", "Late by 16h 50m", "Late"],
  ];
  for (const [now, band, words, tag] of table) {
    test(`seen ${dayAndTime(at(now))}: ${words}`, () => {
      const left = timeLeft(due, at(now), calendar);
      assert.deepEqual([left.band, left.words, left.tag], [band, words, tag]);
    });
  }
  test("over a weekend the words count opening time, and an elapsed clock counts every hour", () => {
    const monday = at("2026-11-30T12:00Z");
    const friday = at("2026-11-27T16:00Z");
    assert.equal(timeLeft(monday, friday, calendar).words, "4h 30m of opening time left");
    assert.equal(timeLeft(monday, friday, null).words, "2 days 20h left");
  });
  test("long clocks are told in working days", () => {
    const today = at("2026-11-24T10:00Z");
    assert.equal(timeLeft(at("2026-11-26T17:00Z"), today, calendar).words, "2 working days left");
    assert.equal(timeLeft(at("2026-12-31T17:00Z"), today, calendar).words, "25 working days left");
    assert.equal(timeLeft(at("2026-11-25T17:00Z"), today, calendar).words, "15h 30m of opening time left");
  });
});

test("opening hours in words", () => {
  const say = (days: number[], opens = "08:30", closes = "17:00") =>
    openingHoursInWords({ days, opens, closes });
  assert.equal(say([1, 2, 3, 4, 5]), "Monday to Friday, 8:30am to 5pm");
  assert.equal(say([5, 1, 2, 3, 4, 6], "08:00", "20:00"), "Monday to Saturday, 8am to 8pm");
  assert.equal(say([1, 2, 4]), "Monday, Tuesday and Thursday, 8:30am to 5pm");
  assert.equal(say([3]), "Wednesday, 8:30am to 5pm");
});

test("times that people type", () => {
  const table: [string, string | null][] = [
    ["3:40pm", "15:40:00"],
    ["3.40 pm", "15:40:00"],
    [" 3 PM ", "15:00:00"],
    ["3pm.", "15:00:00"],
    ["3 p.m.", "15:00:00"],
    ["12am", "00:00:00"],
    ["12pm", "12:00:00"],
    ["15:40", "15:40:00"],
    ["00:05", "00:05:00"],
    ["midday", "12:00:00"],
    ["Midnight", "00:00:00"],
    ["3", null],
    ["3:25", null],
    ["3.25", null],
    ["11:05", "11:05:00"],
    ["10:30", "10:30:00"],
    ["11", null],
    ["3:25m", null],
    ["3.25.", null],
    ["03:25", "03:25:00"],
    ["12:30", "12:30:00"],
    ["3.25pm", "15:25:00"],
    ["13pm", null],
    ["0pm", null],
    ["24:00", null],
    ["3:75pm", null],
    ["after school", null],
    ["", null],
  ];
  for (const [typed, time] of table) assert.equal(parseClockTime(typed)?.toString() ?? null, time, typed);
});

test("a time is taken again as it is kept", () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const kept = `${String(hour).padStart(2, "0")}:05`;
    assert.equal(parseClockTime(kept)?.toString().slice(0, 5), kept);
  }
});

test("a time of which half of the day is not said", () => {
  for (const typed of ["3", "3:25", "3.25", " 11 ", "3:25m"]) assert.ok(lacksHalfOfDay(typed), typed);
  for (const typed of [
    "3pm",
    "3:25pm",
    "03:25",
    "11:05",
    "12:30",
    "15:25",
    "3:75",
    "about 3",
    "after tea",
    "",
  ])
    assert.ok(!lacksHalfOfDay(typed), typed);
});
