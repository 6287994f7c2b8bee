import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isProofFresh, sessionState, type SessionTimes } from "#domain/session";
import { defaultSettings } from "#domain/settings";

const start = new Date("2027-03-01T09:00:00Z");
const after = (minutes: number, seconds = 0) =>
  new Date(start.getTime() + minutes * 60_000 + seconds * 1_000);
const fresh: SessionTimes = {
  seenAt: start,
  expiresAt: after(8 * 60),
  provedAt: start,
  lockedAt: null,
  rolesChangedAt: null,
};

describe("what a session is worth", () => {
  for (const [what, times, now, wanted] of [
    ["just used", {}, after(0), "open"],
    ["just before the lock", {}, after(14, 59), "open"],
    ["at the lock", {}, after(15), "locked"],
    ["just before it is signed out", {}, after(29, 59), "locked"],
    ["at sign-out", {}, after(30), "over"],
    ["in use for eight hours", { seenAt: after(479) }, after(480), "over"],
    ["in use until then", { seenAt: after(479) }, after(479, 59), "open"],
    ["locked by hand", { lockedAt: start }, after(0), "locked"],
    ["locked by hand and left", { lockedAt: start }, after(30), "over"],
    ["a role changed since the proof", { seenAt: after(5), rolesChangedAt: after(4) }, after(5), "locked"],
    ["a role changed before the proof", { provedAt: after(5), rolesChangedAt: after(4) }, after(5), "open"],
    ["a role given in the same moment", { rolesChangedAt: start }, after(0), "open"],
  ] as const) {
    test(`${what}: ${wanted}`, () => {
      assert.equal(sessionState({ ...fresh, ...times }, defaultSettings, now), wanted);
    });
  }

  test("the authority's own minutes count", () => {
    const strict = { lockMinutes: 5, signOutMinutes: 10 };
    assert.equal(sessionState(fresh, strict, after(5)), "locked");
    assert.equal(sessionState(fresh, strict, after(10)), "over");
  });

  test("a proof is fresh for five minutes", () => {
    assert.equal(isProofFresh(start, after(4, 59)), true);
    assert.equal(isProofFresh(start, after(5)), false);
  });
});
