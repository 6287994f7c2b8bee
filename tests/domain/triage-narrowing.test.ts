import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  isNarrowed,
  narrowingIn,
  narrowingInWords,
  narrowingQuery,
  sentByWords,
  takesAll,
} from "#domain/triage-narrowing";

describe("what a list of the queue is narrowed to", () => {
  test("comes from the address, and nothing but the choices does", () => {
    const table: [query: string, words: string][] = [
      ["", ""],
      ["source=police", "Sent by: a police notice"],
      ["source=police&age=baby", "Sent by: a police notice · Age: unborn, or under 1"],
      ["holder=nobody&openCase=yes", "Held by: nobody · A child has an open social work case"],
      ["source=everybody&age=7&holder=Sam%20King&openCase=maybe", ""],
      ["source=&age=&holder=&openCase=", ""],
      ["source=police&source=public", "Sent by: a police notice"],
    ];
    for (const [query, words] of table) {
      const narrowing = narrowingIn(new URLSearchParams(query));
      assert.equal(narrowingInWords(narrowing), words, query);
      assert.equal(isNarrowed(narrowing), words !== "", query);
      assert.deepEqual(narrowingIn(new URLSearchParams(narrowingQuery(narrowing))), narrowing, query);
    }
    assert.deepEqual(narrowingQuery(takesAll), {});
  });

  test("who sent it is said with the way it came", () => {
    assert.equal(sentByWords({ audience: "public", channel: "phone" }), "A member of the public, by phone");
    assert.equal(sentByWords({ audience: "professional", channel: "police" }), "A police notice");
  });
});
