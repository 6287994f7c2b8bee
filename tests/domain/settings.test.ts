import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bragHoursPresets, defaultSettings, settingsSchema } from "#domain/settings";
import { settingSources, settingsToReview } from "#domain/setting-sources";

test("the defaults fit their own schema and are returned unchanged", () => {
  assert.deepEqual(settingsSchema.parse(defaultSettings), defaultSettings);
});

test("every setting has a label, a source and a date to review it, and nothing else has", () => {
  assert.deepEqual(Object.keys(settingSources).sort(), Object.keys(settingsSchema.shape).sort());
  for (const [key, source] of Object.entries(settingSources)) {
    assert.ok(source.label && source.source, key);
    assert.match(source.reviewBy, /^\d{4}-\d{2}-\d{2}$/);
  }
});

test("both published presets fit, and only Surrey counts opening time", () => {
  for (const preset of Object.values(bragHoursPresets)) {
    assert.ok(settingsSchema.shape.bragHours.safeParse(preset).success);
  }
  assert.deepEqual(
    Object.values(bragHoursPresets.merton).map((target) => [target.hours, target.counting]),
    [
      [2, "elapsed"],
      [6, "elapsed"],
      [24, "elapsed"],
    ],
  );
  assert.deepEqual(
    Object.values(bragHoursPresets.surrey).map((target) => [target.hours, target.counting]),
    [
      [4, "working"],
      [24, "working"],
      [72, "elapsed"],
    ],
  );
});

describe("a setting that makes no sense is refused", () => {
  const table: [what: string, change: object][] = [
    ["closing before opening", { openingHours: { days: [1], opens: "17:00", closes: "08:30" } }],
    ["no open day", { openingHours: { days: [], opens: "08:30", closes: "17:00" } }],
    ["a day twice", { openingHours: { days: [1, 1], opens: "08:30", closes: "17:00" } }],
    ["a day that is none", { openingHours: { days: [8], opens: "08:30", closes: "17:00" } }],
    ["a time that is none", { openingHours: { days: [1], opens: "8:30", closes: "17:00" } }],
    ["more than the law's 45 days", { assessmentWorkingDays: 46 }],
    ["more than the law's 15 days", { conferenceWorkingDays: 16 }],
    ["a level left out", { levels: defaultSettings.levels.filter((one) => one.level !== 2) }],
    ["another time zone", { timeZone: "Europe/Paris" }],
    ["a holiday that is no date", { extraBankHolidays: ["next Monday"] }],
    ["a holiday on the 31st of February", { extraBankHolidays: ["2027-02-31"] }],
    ["postcode areas in small letters", { postcodeAreas: ["ab1"] }],
    ["an empty name", { authorityName: "  " }],
    ["a name that a database cannot keep", { authorityName: "Any\u0000town" }],
    ["signed out before the screen locks", { lockMinutes: 30, signOutMinutes: 30 }],
  ];
  for (const [what, change] of table) {
    test(what, () =>
      assert.equal(settingsSchema.safeParse({ ...defaultSettings, ...change }).success, false),
    );
  }
  test("a place with three levels is fine", () => {
    const levels = defaultSettings.levels.slice(0, 3);
    assert.equal(settingsSchema.safeParse({ ...defaultSettings, levels }).success, true);
  });
});

test("what has passed its review date is listed, oldest first", () => {
  assert.deepEqual(settingsToReview("2026-01-01", defaultSettings), []);
  const later = settingsToReview("2030-01-01", defaultSettings);
  assert.equal(later.length, Object.keys(settingSources).length);
  const dates = later.map((key) => settingSources[key].reviewBy);
  assert.deepEqual(dates, [...dates].sort());
});
