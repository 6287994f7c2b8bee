import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import type { Sealed } from "#db/columns";
import { agreedHash, lookupHash, lookupHashes } from "#services/sealing/key-ring";
import { newDataKey, unwrap } from "#services/sealing/data-keys";
import { open, seal } from "#services/sealing/seal";

const key = randomBytes(32);
const place = { table: "note", row: "one", column: "body" };

describe("a sealed value", () => {
  test("opens to exactly what was sealed", () => {
    const value = { text: "Zoë 👶 \u202eabc", list: [1, null] };
    assert.deepEqual(open(key, place, seal(key, place, value)), value);
  });

  test("is never the same bytes twice, and shows nothing of what it holds", () => {
    const [one, two] = [seal(key, place, "canary"), seal(key, place, "canary")];
    assert.ok(!one.equals(two));
    assert.ok(!one.includes("canary"));
  });

  for (const [what, elsewhere] of [
    ["row", { ...place, row: "two" }],
    ["column", { ...place, column: "reason" }],
    ["table", { ...place, table: "rating" }],
  ] as const) {
    test(`does not open in another ${what}`, () => {
      const value = seal(key, place, "x");
      assert.throws(() => open(key, elsewhere, value));
    });
  }

  test("does not open under another key, or with a bit changed", () => {
    const value = seal(key, place, "x");
    assert.throws(() => open(randomBytes(32), place, value));
    for (let at = 0; at < value.length; at++) {
      const bent = Buffer.from(value) as Sealed;
      bent.writeUInt8((bent[at] ?? 0) ^ 1, at);
      assert.throws(() => open(key, place, bent), `byte ${at}`);
    }
  });
});

describe("a data key", () => {
  const keys = (version: number, wrapping: Buffer) => ({
    wrapping: new Map([[version, wrapping]]),
    lookup: { current: 1, keys: new Map([[1, randomBytes(32)]]) },
  });

  test("is wrapped by the newest key and opened by the key that wrapped it", () => {
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const old = newDataKey(keys(1, first), "contact", "a");
    const both = {
      ...keys(1, first),
      wrapping: new Map([
        [1, first],
        [2, second],
      ]),
    };
    assert.equal(newDataKey(both, "contact", "a").row.wrapVersion, 2);
    assert.ok(unwrap(both, old.row).equals(old.key));
  });

  test("does not open for another subject, and is gone once destroyed", () => {
    const ring = keys(1, randomBytes(32));
    const { row } = newDataKey(ring, "contact", "a");
    assert.throws(() => unwrap(ring, { ...row, subjectId: "b" }));
    assert.throws(() => unwrap(ring, { ...row, wrapped: null }), /destroyed/);
  });
});

test("the same value hashes apart for another purpose and another key", () => {
  const ring = (current: number, key: Buffer, ...older: Buffer[]) => {
    const keys = new Map([key, ...older].map((one, at) => [current - at, one] as const));
    return { wrapping: new Map<number, Buffer>(), lookup: { current, keys } };
  };
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const old = ring(1, first);
  const both = ring(2, second, first);
  const hash = lookupHash(old, "phone", "1");
  assert.deepEqual(lookupHash(old, "phone", "1"), hash);
  assert.notDeepEqual(lookupHash(old, "email", "1"), hash);
  assert.notDeepEqual(lookupHash(both, "phone", "1"), hash);
  // Both are looked for, and what two processes have to agree on is made with the key that each of them holds.
  assert.deepEqual(lookupHashes(both, "phone", "1").get(1), hash);
  assert.deepEqual(lookupHashes(both, "phone", "1").get(2), lookupHash(both, "phone", "1"));
  assert.deepEqual(agreedHash(both, "phone", "1"), hash);
});
