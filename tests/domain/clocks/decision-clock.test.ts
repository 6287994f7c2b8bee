import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decisionDeadline } from "#domain/clocks";
import { defaultSettings } from "#domain/settings";
import { dayAndTime } from "#domain/time-words";
import { calendarOf } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);

describe("decide within one working day", () => {
  const table: [received: string, wall: string, due: string, wallDue: string][] = [
    ["2026-11-23T15:40Z", "Mon 23 Nov, 3:40pm", "2026-11-24T15:40Z", "Tue 24 Nov, 3:40pm"],
    ["2026-11-27T16:50Z", "Fri 27 Nov, 4:50pm", "2026-11-30T16:50Z", "Mon 30 Nov, 4:50pm"],
    ["2026-11-27T18:20Z", "Fri 27 Nov, 6:20pm", "2026-11-30T17:00Z", "Mon 30 Nov, 5pm"],
    ["2026-11-30T06:00Z", "Mon 30 Nov, 6am", "2026-11-30T17:00Z", "Mon 30 Nov, 5pm"],
    ["2026-12-24T14:00Z", "Thu 24 Dec, 2pm", "2026-12-29T14:00Z", "Tue 29 Dec, 2pm"],
    // Opening and closing to the minute.
    ["2026-11-24T08:29Z", "Tue 24 Nov, 8:29am", "2026-11-24T17:00Z", "Tue 24 Nov, 5pm"],
    ["2026-11-24T08:30Z", "Tue 24 Nov, 8:30am", "2026-11-25T08:30Z", "Wed 25 Nov, 8:30am"],
    ["2026-11-24T16:59Z", "Tue 24 Nov, 4:59pm", "2026-11-25T16:59Z", "Wed 25 Nov, 4:59pm"],
    ["2026-11-24T17:00Z", "Tue 24 Nov, 5pm", "2026-11-25T17:00Z", "Wed 25 Nov, 5pm"],
    ["2026-11-24T23:59Z", "Tue 24 Nov, 11:59pm", "2026-11-25T17:00Z", "Wed 25 Nov, 5pm"],
    // A weekend, Christmas with a substitute day, New Year, Easter and a one-off holiday.
    ["2026-11-28T12:00Z", "Sat 28 Nov, midday", "2026-11-30T17:00Z", "Mon 30 Nov, 5pm"],
    ["2026-12-25T03:00Z", "Fri 25 Dec, 3am", "2026-12-29T17:00Z", "Tue 29 Dec, 5pm"],
    ["2026-12-31T16:00Z", "Thu 31 Dec, 4pm", "2027-01-04T16:00Z", "Mon 4 Jan, 4pm"],
    ["2027-03-25T10:00Z", "Thu 25 Mar, 10am", "2027-03-30T09:00Z", "Tue 30 Mar, 10am"],
    ["2022-09-18T23:30Z", "Mon 19 Sep, 12:30am", "2022-09-20T16:00Z", "Tue 20 Sep, 5pm"],
    // Clocks go back on 25 October 2026 and forward on 28 March 2027: the wall time stays.
    ["2026-10-23T14:40Z", "Fri 23 Oct, 3:40pm", "2026-10-26T15:40Z", "Mon 26 Oct, 3:40pm"],
    ["2026-10-25T00:30Z", "Sun 25 Oct, 1:30am", "2026-10-26T17:00Z", "Mon 26 Oct, 5pm"],
    ["2026-10-25T01:30Z", "Sun 25 Oct, 1:30am", "2026-10-26T17:00Z", "Mon 26 Oct, 5pm"],
    ["2025-03-28T15:40Z", "Fri 28 Mar, 3:40pm", "2025-03-31T14:40Z", "Mon 31 Mar, 3:40pm"],
    ["2025-03-30T01:30Z", "Sun 30 Mar, 2:30am", "2025-03-31T16:00Z", "Mon 31 Mar, 5pm"],
    // In summer the UTC day is not the local day.
    ["2026-06-30T23:30Z", "Wed 1 Jul, 12:30am", "2026-07-01T16:00Z", "Wed 1 Jul, 5pm"],
  ];
  for (const [received, wall, due, wallDue] of table) {
    test(`${wall} → ${wallDue}`, () => {
      const found = decisionDeadline(new Date(received), calendar);
      assert.equal(found.toISOString(), new Date(due).toISOString());
      assert.equal(dayAndTime(new Date(received)), wall);
      assert.equal(dayAndTime(found), wallDue);
    });
  }
});

test("seconds are kept, so that two contacts a second apart keep their order", () => {
  const found = decisionDeadline(new Date("2026-11-23T15:40:31.250Z"), calendar);
  assert.equal(found.toISOString(), "2026-11-24T15:40:31.250Z");
});

test("an authority's own hours, days and extra holidays are used", () => {
  const own = calendarOf({
    timeZone: "Europe/London",
    openingHours: { days: [1, 2, 3, 4], opens: "10:00", closes: "16:00" },
    extraBankHolidays: ["2026-11-23"],
  });
  assert.equal(dayAndTime(decisionDeadline(new Date("2026-11-19T12:00Z"), own)), "Tue 24 Nov, midday");
  assert.equal(dayAndTime(decisionDeadline(new Date("2026-11-23T12:00Z"), own)), "Tue 24 Nov, 4pm");
});

test("one deadline costs little enough for a page of two hundred rows", () => {
  const page = () => {
    for (let i = 0; i < 200; i++) {
      decisionDeadline(new Date(Date.UTC(2026, 0, 1) + i * 5_820_000), calendar);
    }
  };
  for (let round = 0; round < 10; round++) page();
  // Processor time of this process: a busy neighbour does not count.
  const costs = Array.from({ length: 20 }, () => {
    const before = process.cpuUsage();
    page();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 200;
  }).sort((a, b) => a - b);
  const typical = costs[10] ?? Infinity;
  console.log(`decisionDeadline: ${typical.toFixed(1)} µs typical`);
  // 100 µs is the aim; twice that is a real change and not a cold cache.
  assert.ok(typical < 200, `${typical} µs`);
});
