import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import {
  formatReference,
  newReference,
  parseReference,
  referenceAlphabet,
  referenceLength,
} from "#domain/reference";

test("the alphabet holds thirty characters and no look-alikes", () => {
  assert.equal(new Set(referenceAlphabet).size, 30);
  for (const lookAlike of "01ILOU") assert.ok(!referenceAlphabet.includes(lookAlike), lookAlike);
});

test("fresh references use the alphabet evenly, spell nothing and come back through format and parse", () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const reference = newReference(randomBytes);
    assert.equal(reference.length, referenceLength);
    assert.doesNotMatch(reference, /(?=[A-Z]{3})[A-Z]{0,2}[AE]/);
    assert.equal(parseReference(formatReference(reference)), reference);
    for (const character of reference) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  assert.equal(counts.size, 30);
  const share = 160_000 / 30;
  for (const [character, count] of counts) {
    // A and E are rarer on purpose: runs of letters with a vowel are drawn again.
    const least = "AE".includes(character) ? 0.3 : 0.85;
    assert.ok(count > share * least && count < share * 1.2, `${character}: ${count}`);
  }
});

test("bytes above the last multiple of thirty are thrown away, not folded", () => {
  const batches = [Uint8Array.from([255, 240, 0, 1, 2, 3, 254]), Uint8Array.from([4, 5, 6, 7])];
  assert.equal(
    newReference(() => batches.shift() ?? new Uint8Array()),
    "23456789",
  );
});

test("what people type is understood, and what cannot be a reference is refused", () => {
  for (const typed of [
    "7KQ4 M2XD",
    "7kq4m2xd",
    " 7kq4-m2xd ",
    "7KQ4\u00a0M2XD",
    "7K Q4 M2 XD",
    "７ＫＱ４Ｍ２ＸＤ",
    "7KQ4–M2XD",
  ]) {
    assert.equal(parseReference(typed), "7KQ4M2XD", typed);
  }
  for (const typed of [
    "",
    "7KQ4",
    "7KQ4 M2XD2",
    "7KQ4 M2XO",
    "0KQ4M2XD",
    "'; drop table",
    "🙂🙂🙂🙂🙂🙂🙂🙂",
  ]) {
    assert.equal(parseReference(typed), null, typed);
  }
});
