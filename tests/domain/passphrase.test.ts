import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parsePassphrase, passphraseLength, wordsFrom } from "#domain/passphrase";
import { passphraseWords } from "#domain/passphrase-words";

describe("the words of a passphrase", () => {
  test("are 1,024, each once and in order, of four to ten plain letters: forty bits in four", () => {
    assert.equal(passphraseWords.length, 1024);
    assert.deepEqual([...new Set(passphraseWords)].sort(), [...passphraseWords]);
    assert.deepEqual(
      passphraseWords.filter((word) => !/^[a-z]{4,10}$/.test(word)),
      [],
    );
    assert.equal(Math.log2(passphraseWords.length) * passphraseLength, 40);
  });

  test("no word is another with an s, which nobody hears on the phone", () => {
    const all = new Set(passphraseWords);
    assert.deepEqual(
      passphraseWords.filter((word) => all.has(`${word}s`)),
      [],
    );
  });

  test("each stands for ten bits of what they are drawn from", () => {
    const at = (place: number) => passphraseWords[place];
    assert.equal(wordsFrom(new Uint8Array(5)), Array(4).fill(at(0)).join(" "));
    assert.equal(wordsFrom(new Uint8Array(5).fill(255)), Array(4).fill(at(1023)).join(" "));
    assert.equal(wordsFrom(Uint8Array.of(0, 64, 0, 0, 1)), [at(1), at(0), at(0), at(1)].join(" "));
  });

  test("are read however they are typed, and are four", () => {
    for (const typed of ["apple river stone door", " Apple,  RIVER - stone\ndoor. "])
      assert.equal(parsePassphrase(typed), "apple river stone door");
    for (const typed of ["", "apple river stone", "apple river stone door door", "1 2 3 4"])
      assert.equal(parsePassphrase(typed), null);
  });
});
