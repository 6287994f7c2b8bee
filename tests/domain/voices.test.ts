import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sourceOf, voicesInWords, type Source } from "#domain/voices";

const from = (change: Partial<Parameters<typeof sourceOf>[0]> = {}) =>
  sourceOf({
    ...{ audience: "professional", keepSecret: false, organisation: "Mill Road Primary" },
    ...{ roomId: "1", senderId: null },
    ...change,
  });

describe("whose voice a contact is", () => {
  const school = from();
  const table: [what: string, other: Source, same: boolean][] = [
    ["a colleague at the same organisation", from({ roomId: "2", senderId: "9" }), true],
    ["the same name typed otherwise", from({ roomId: "2", organisation: " the MILL-ROAD  primary." }), true],
    ["another organisation", from({ roomId: "2", organisation: "Mill Road Surgery" }), false],
    ["a professional who names none", from({ roomId: "2", organisation: " - " }), false],
    ["a member of the public who types the name", from({ audience: "public", roomId: "2" }), false],
    ["a colleague who is not to be named", from({ roomId: "2", keepSecret: true }), false],
  ];
  for (const [what, other, same] of table)
    test(`${what} is ${same ? "the same" : "another"}`, () =>
      assert.equal(JSON.stringify(other) === JSON.stringify(school), same));

  test("a person is one by themselves, a proven one each time, and a family is the family", () => {
    const person = (roomId: string, senderId: string | null = null) =>
      from({ audience: "public", organisation: null, roomId, senderId });
    assert.notDeepEqual(person("1"), person("2"));
    assert.deepEqual(person("1", "9"), person("2", "9"));
    assert.deepEqual(from({ audience: "family" }), { of: "family" });
    assert.deepEqual(from({ audience: "young_person" }), { of: "family" });
    assert.notDeepEqual(from({ audience: "family", keepSecret: true }), { of: "family" });
  });
});

describe("independent voices in words", () => {
  const now = new Date("2026-11-24T10:00Z");
  const told = (days: number, key: string | null) => ({
    receivedAt: new Date(now.getTime() - days * 86_400_000),
    source: key === null ? ({ of: "family" } as const) : ({ of: "other", key } as const),
  });
  const table: [voices: ReturnType<typeof told>[], words: string[]][] = [
    [[told(0, "a")], []],
    [
      [told(0, "a"), told(10, "a"), told(89, "b")],
      ["3 contacts in 90 days, this one among them, from 2 independent sources."],
    ],
    [
      [told(0, "a"), told(90, "b")],
      ["2 contacts in 12 months, this one among them, from 2 independent sources."],
    ],
    [
      [told(0, "a"), told(10, "a"), told(200, "b"), told(365, "c")],
      [
        "2 contacts in 90 days, this one among them, all from 1 source.",
        "3 contacts in 12 months, this one among them, from 2 independent sources.",
      ],
    ],
    [
      [told(0, null), told(1, "a"), told(2, null)],
      ["3 contacts in 90 days, this one among them, from 1 source and the family itself."],
    ],
    [
      [told(0, null), told(1, null)],
      ["2 contacts in 90 days, this one among them, all from the family itself."],
    ],
    [[told(0, "a"), told(-1, "b")], []],
  ];
  for (const [voices, words] of table)
    test(words.join(" ") || `nothing of ${voices.length}`, () =>
      assert.deepEqual(voicesInWords(voices, now, [365, 90, 90]), words),
    );
});
