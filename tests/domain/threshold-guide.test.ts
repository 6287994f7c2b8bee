import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "#domain/settings";
import { guideHeadings, thresholdGuide } from "#domain/threshold-guide";

test("each level says something under each heading, and with three levels nothing is lost", () => {
  const four = thresholdGuide(defaultSettings.levels);
  const three = thresholdGuide(defaultSettings.levels.slice(0, 3));
  const all = (guide: typeof four) =>
    guide.flatMap(({ says }) => guideHeadings.flatMap((heading) => says[heading]));
  for (const { name, says } of [...four, ...three])
    for (const heading of guideHeadings) assert.ok(says[heading].length > 0, `${name}: ${heading}`);
  assert.deepEqual(new Set(all(three)), new Set(all(four)));
  assert.equal(new Set(all(four)).size, all(four).length, "nothing is said at two levels");
});
