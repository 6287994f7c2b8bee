import assert from "node:assert/strict";
import { test } from "node:test";
import { decisionDeadline } from "#domain/clocks";
import { defaultSettings } from "#domain/settings";
import { calendarOf } from "#domain/working-calendar";
import { hubIsOpen, onTheWall, slowDecisionDeadline, workingDate } from "./slow-loop.ts";

/** A prime-ish step, so that over sixteen years every minute of the day and every kind of day is met. */
const stepMinutes = 97;

test("2012 to 2027: equal to the slow loop, never earlier for a later arrival, always on a working day", () => {
  const calendar = calendarOf(defaultSettings);
  const last = Date.UTC(2027, 11, 24);
  let previous = 0;
  let count = 0;
  for (let at = Date.UTC(2012, 0, 1); at < last; at += stepMinutes * 60_000) {
    const due = decisionDeadline(new Date(at), calendar).getTime();
    const wall = onTheWall(due);
    const say = () => `received ${new Date(at).toISOString()}, due ${new Date(due).toISOString()}`;
    assert.equal(due, slowDecisionDeadline(at), say());
    assert.ok(due >= previous, `earlier than the one before: ${say()}`);
    assert.ok(due > at, say());
    assert.ok(workingDate(wall.date), `not a working day: ${say()}`);
    assert.ok(wall.minute >= 510 && wall.minute <= 1020, `outside opening hours: ${say()}`);
    previous = due;
    count++;
  }
  console.log(`${count} arrivals, every ${stepMinutes} minutes`);
  assert.ok(count > 80_000);
});

test("minute by minute across both clock changes, Christmas and Easter, still equal to the slow loop", () => {
  const calendar = calendarOf(defaultSettings);
  const days = ["2026-10-24", "2026-10-25", "2026-12-24", "2027-03-27", "2027-03-28", "2027-03-29"];
  for (const day of days) {
    for (let minute = 0; minute < 1440; minute++) {
      const at = Date.parse(`${day}T00:00Z`) + minute * 60_000;
      assert.equal(
        decisionDeadline(new Date(at), calendar).getTime(),
        slowDecisionDeadline(at),
        `${day} +${minute}`,
      );
    }
  }
});

test("the slow loop itself is open on a Tuesday morning and shut on Christmas Day", () => {
  assert.equal(hubIsOpen(Date.parse("2026-11-24T10:00Z")), true);
  assert.equal(hubIsOpen(Date.parse("2026-12-25T10:00Z")), false);
  assert.equal(hubIsOpen(Date.parse("2026-07-01T07:29Z")), false);
  assert.equal(hubIsOpen(Date.parse("2026-07-01T07:30Z")), true);
});
