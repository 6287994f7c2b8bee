import assert from "node:assert/strict";
import { test } from "node:test";
import { pino } from "pino";
import { countRefused } from "../../../app/http/count-refused.ts";

test("a flood of refusals is told of once a second for each reason, with how many there were", () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: "warn" },
    { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  let clock = 0;
  const refused = countRefused({ log }, () => clock);
  for (; clock < 3_000; clock += 1) refused.atTheGate(403);
  refused.atTheGate(421);
  refused.inTheCrowd();
  assert.deepEqual(
    lines.map(({ refused: why, times }) => [why, times]),
    [
      ["other-site", 1],
      ["other-site", 1_000],
      ["other-site", 1_000],
      ["other-host", 1],
      ["crowd", 1],
    ],
  );
});
