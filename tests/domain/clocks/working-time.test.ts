import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bankHolidays, bankHolidaysKnownUntil } from "#domain/bank-holidays";
import { addElapsed, addWorkingDays, addWorkingMinutes, workingMinutesBetween } from "#domain/clocks";
import { defaultSettings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import { calendarOf, isOpen, nextClosing, nextOpening } from "#domain/working-calendar";
import { hubIsOpen, slowHolidays, slowWorkingMinutes } from "./slow-loop.ts";

const calendar = calendarOf(defaultSettings);
const at = (text: string) => new Date(text);

test("the written holidays are those that the rule gives, weekdays only, with no year missing", () => {
  const byRule = [...slowHolidays].filter((date) => date <= bankHolidaysKnownUntil).sort();
  assert.deepEqual([...bankHolidays].sort(), byRule);
  assert.equal(bankHolidaysKnownUntil, "2027-12-31");
});

test("the hub is open exactly when the slow loop says so", () => {
  for (let ms = Date.UTC(2026, 9, 20); ms < Date.UTC(2027, 3, 10); ms += 13 * 60_000) {
    assert.equal(isOpen(new Date(ms), calendar), hubIsOpen(ms), new Date(ms).toISOString());
  }
});

describe("opening and closing", () => {
  const table: [now: string, opens: string, closes: string][] = [
    ["2026-11-24T06:00Z", "Tue 24 Nov, 8:30am", "Tue 24 Nov, 5pm"],
    ["2026-11-24T08:30Z", "Wed 25 Nov, 8:30am", "Tue 24 Nov, 5pm"],
    ["2026-11-24T12:00Z", "Wed 25 Nov, 8:30am", "Tue 24 Nov, 5pm"],
    ["2026-11-24T17:00Z", "Wed 25 Nov, 8:30am", "Wed 25 Nov, 5pm"],
    ["2026-11-27T18:00Z", "Mon 30 Nov, 8:30am", "Mon 30 Nov, 5pm"],
    ["2026-12-24T18:00Z", "Tue 29 Dec, 8:30am", "Tue 29 Dec, 5pm"],
    ["2026-10-24T12:00Z", "Mon 26 Oct, 8:30am", "Mon 26 Oct, 5pm"],
  ];
  for (const [now, opens, closes] of table) {
    test(`seen from ${dayAndTime(at(now))}`, () => {
      assert.equal(dayAndTime(nextOpening(at(now), calendar)), opens);
      assert.equal(dayAndTime(nextClosing(at(now), calendar)), closes);
    });
  }
});

test("working minutes agree with counting them one at a time", () => {
  let seed = 20_260_524;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let i = 0; i < 60; i++) {
    const from = Date.UTC(2026, 8, 1) + random(300 * 1440) * 60_000;
    const to = from + random(6 * 1440) * 60_000;
    const minutes = workingMinutesBetween(new Date(from), new Date(to), calendar);
    assert.equal(
      minutes,
      slowWorkingMinutes(from, to),
      `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`,
    );
  }
});

test("working minutes never count backwards", () => {
  assert.equal(workingMinutesBetween(at("2026-11-24T12:00Z"), at("2026-11-24T10:00Z"), calendar), 0);
  assert.equal(workingMinutesBetween(at("2026-11-24T12:00Z"), at("2026-11-24T12:00Z"), calendar), 0);
});

test("adding working minutes and counting them back agree", () => {
  for (let i = 0; i < 400; i++) {
    const from = new Date(Date.UTC(2026, 9, 20) + i * 397 * 60_000);
    const minutes = (i * 53) % 3000;
    const to = addWorkingMinutes(from, minutes, calendar);
    assert.equal(workingMinutesBetween(from, to, calendar), minutes, from.toISOString());
  }
});

describe("working days", () => {
  const table: [from: string, days: number, due: string][] = [
    ["2026-11-24T10:00Z", 1, "Wed 25 Nov, 5pm"],
    ["2026-11-27T10:00Z", 1, "Mon 30 Nov, 5pm"],
    ["2026-11-28T10:00Z", 1, "Mon 30 Nov, 5pm"],
    ["2026-12-23T10:00Z", 3, "Wed 30 Dec, 5pm"],
    ["2026-11-24T23:30Z", 15, "Tue 15 Dec, 5pm"],
    ["2026-07-01T23:30Z", 1, "Fri 3 Jul, 5pm"],
    ["2026-10-01T09:00Z", 45, "Thu 3 Dec, 5pm"],
  ];
  for (const [from, days, due] of table) {
    test(`${days} after ${dayAndTime(at(from))} is ${due}`, () => {
      assert.equal(dayAndTime(addWorkingDays(at(from), days, calendar)), due);
    });
  }
});

test("elapsed hours are hours on both nights when the clocks change", () => {
  assert.equal(dayAndTime(addElapsed(at("2026-10-24T11:00Z"), { hours: 24 })), "Sun 25 Oct, 11am");
  assert.equal(dayAndTime(addElapsed(at("2027-03-27T12:00Z"), { hours: 24 })), "Sun 28 Mar, 1pm");
});
