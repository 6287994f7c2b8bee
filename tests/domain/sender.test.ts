import assert from "node:assert/strict";
import { test } from "node:test";
import { reminderDue } from "#domain/sender";

const began = new Date("2026-11-23T10:00:00Z").getTime();
const after = (hours: number) => new Date(began + hours * 3_600_000);
const week = 7 * 24;

// prettier-ignore
const cases: [hours: number, reminded: number, inDanger: boolean, due: number | null][] = [
  [0, 0, false, null],
  [1.9, 0, false, null],
  [2, 0, false, 1],
  [2, 1, false, null],
  [24, 0, false, 2],
  [24, 1, false, 2],
  [25, 2, false, null],
  [week - 24.1, 2, false, null],
  [week - 24, 2, false, 3],
  [week - 1, 0, false, 3],
  [week - 1, 3, false, null],
  [week, 0, false, null],
  [0.1, 0, true, null],
  [10 / 60, 0, true, 1],
  [1, 1, true, null],
  [24, 1, true, 2],
];

test("when a form that is not sent is called to mind", () => {
  for (const [hours, reminded, inDanger, due] of cases) {
    const form = { updatedAt: after(0), expiresAt: after(week), reminded, inDanger };
    assert.equal(
      reminderDue(form, after(hours)),
      due,
      `${hours} hours, ${reminded} sent, danger ${inDanger}`,
    );
  }
});
