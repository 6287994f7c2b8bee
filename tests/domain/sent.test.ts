import assert from "node:assert/strict";
import { test } from "node:test";
import type { DangerAnswer } from "#domain/intake";
import { cannotWait, type CannotWait } from "#domain/sent";

const receivedAt = new Date("2026-11-24T10:00:00Z");
const home = new Date("2026-11-24T15:15:00Z");

// prettier-ignore
const cases: [danger: DangerAnswer, nextEventAt: Date | null, told: CannotWait | null][] = [
  ["no", null, null],
  ["yes", null, { danger: true, event: null }],
  ["not_sure", null, { danger: true, event: null }],
  ["no", home, { danger: false, event: home }],
  ["no", new Date(receivedAt), { danger: false, event: "soon" }],
  ["yes", home, { danger: true, event: home }],
];

test("when whoever sent it must call as well", () => {
  for (const [danger, nextEventAt, told] of cases)
    assert.deepEqual(
      cannotWait({ danger, nextEventAt, receivedAt }),
      told,
      `${danger} ${String(nextEventAt)}`,
    );
});
