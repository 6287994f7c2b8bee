import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decisionDeadline } from "#domain/clocks";
import { stagesNow, tellsManagers } from "#domain/decision-alarms";
import { defaultSettings } from "#domain/settings";
import { calendarOf } from "#domain/working-calendar";

const calendar = calendarOf(defaultSettings);

/** The stage that a contact is at, which was received and is looked at then. */
const stageAt = (received: string, now: string) => {
  const due = decisionDeadline(new Date(received), calendar);
  return stagesNow(new Date(now), calendar).find(({ dueBy }) => due <= dueBy)?.stage ?? null;
};

describe("the stage of a decision, in opening time", () => {
  // Received on Tuesday at 10am, due on Wednesday at 10am: half of 510 minutes are left at 2:15pm on Tuesday.
  const tuesday = "2026-11-24T10:00:00Z";
  for (const [now, stage] of [
    ["2026-11-24T10:00:00Z", null],
    ["2026-11-24T14:14:00Z", null],
    ["2026-11-24T14:15:00Z", "half"],
    ["2026-11-24T16:29:00Z", "half"],
    ["2026-11-24T16:30:00Z", "two_hours"],
    ["2026-11-24T23:00:00Z", "two_hours"],
    ["2026-11-25T09:29:00Z", "two_hours"],
    ["2026-11-25T09:30:00Z", "thirty_minutes"],
    ["2026-11-25T10:00:00Z", "late"],
  ] as const)
    test(`of Tuesday 10am at ${now} is ${stage ?? "none"}`, () => assert.equal(stageAt(tuesday, now), stage));

  for (const [received, now, stage] of [
    ["2026-11-27T18:20:00Z", "2026-11-29T12:00:00Z", null],
    ["2026-11-27T18:20:00Z", "2026-11-30T12:44:00Z", null],
    ["2026-11-27T18:20:00Z", "2026-11-30T12:45:00Z", "half"],
    ["2026-11-27T16:50:00Z", "2026-11-27T16:55:00Z", null],
    ["2026-12-24T14:00:00Z", "2026-12-28T12:00:00Z", null],
    ["2026-12-24T14:00:00Z", "2026-12-29T09:45:00Z", "half"],
    ["2026-12-24T14:00:00Z", "2026-12-29T12:00:00Z", "two_hours"],
  ] as const)
    test(`of ${received} at ${now} is ${stage ?? "none"}`, () => assert.equal(stageAt(received, now), stage));

  test("managers hear of the last thirty minutes and of what is late", () => {
    const all = ["half", "two_hours", "thirty_minutes", "late"] as const;
    assert.deepEqual(all.filter(tellsManagers), ["thirty_minutes", "late"]);
  });
});
