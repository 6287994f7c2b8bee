import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { attemptLimits } from "#domain/sign-in";
import { changePassword, hasPassword } from "#services/accounts/change-password";
import { readFlow } from "#services/accounts/flows";
import { readSession } from "#services/accounts/read-session";
import { signInWithPassword } from "#services/accounts/sign-in-password";
import { startSession } from "#services/accounts/start-session";
import { Invalid, NotFound, TooManyAttempts } from "#services/errors";
import { unitOfWork } from "#services/unit-of-work";
import { goodPassword, localAccount } from "../../support/accounts.ts";
import { accountKit, type AccountKit } from "../../support/account-kit.ts";

const another = "lantern-biscuit-82";

describe("somebody who changes their own password", () => {
  let kit: AccountKit;
  before(async () => {
    kit = await accountKit();
  });
  after(() => kit.close());

  async function signedIn(staffId: string): Promise<StaffActor> {
    const session = await readSession(kit.context, (await startSession(kit.context, staffId)).secret);
    assert.ok(session);
    return session.actor;
  }
  async function partner(email: string) {
    const { staffId } = await localAccount(kit.context, kit.owner, kit.admin, email);
    return { staffId, email, actor: await signedIn(staffId) };
  }
  const change = (actor: StaffActor, typed: { current: string; password: string }) =>
    changePassword(kit.context, actor, typed);
  const signIn = (email: string, password: string) =>
    signInWithPassword(kit.context, { email, password, network: "203.0.113.9", device: null, next: null });
  const openSessions = async (staffId: string) => {
    const rows = await kit.owner<{ id: string }[]>`
      select id from session where staff_id = ${staffId} and ended_at is null`;
    return rows.map(({ id }) => id);
  };

  test("has the new one from then on, is signed out everywhere else, and hears of it by email", async () => {
    const { staffId, email, actor } = await partner("one@health.example");
    await signedIn(staffId);
    const begun = await signIn(email, goodPassword);
    await change(actor, { current: goodPassword, password: another });

    await assert.rejects(signIn(email, goodPassword), Invalid);
    assert.ok(await signIn(email, another));
    assert.deepEqual(await openSessions(staffId), [actor.sessionId]);
    const flow = await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) =>
      readFlow(unit, begun, "second-factor"),
    );
    assert.equal(flow, null, "what was begun with the old one does not go on");
    assert.equal((await kit.messages(staffId)).at(-1), "password-changed");
    const audited = await kit.owner`
      select actor_id from audit_event where kind = 'account.password-changed' and subject_id = ${staffId}`;
    assert.deepEqual([...audited], [{ actor_id: staffId }]);
  });

  test("keeps the old one when anything is wrong, and is told all of it at once", async () => {
    const { staffId, email, actor } = await partner("two@health.example");
    const cases: [string, string, string[]][] = [
      ["wrong", another, ["current"]],
      ["wrong", "password1", ["current", "password"]],
      [goodPassword, "password1", ["password"]],
      [goodPassword, "short", ["password"]],
      [goodPassword, "niapartner", ["password"]],
      [goodPassword, goodPassword, ["password"]],
      ["", another, ["current"]],
    ];
    for (const [current, password, fields] of cases)
      await assert.rejects(
        change(actor, { current, password }),
        (error) => error instanceof Invalid && Object.keys(error.problems).sort().join() === fields.join(),
        `${current} ${password}`,
      );
    assert.ok(await signIn(email, goodPassword));
    const refusals = await kit.owner`
      select from audit_event where kind = 'sign-in.refused' and subject_id = ${staffId} and actor_id = ${staffId}`;
    assert.equal(refusals.length, 3, "each wrong one is on record");
  });

  test("can try five times, also five at once, and not find the old one out", async () => {
    const { email, actor } = await partner("three@health.example");
    const { limit, seconds } = attemptLimits["second-factor"];
    const tries = await Promise.allSettled(
      Array.from({ length: limit * 2 }, () => change(actor, { current: "wrong", password: another })),
    );
    const late = tries.filter((one) => one.status === "rejected" && one.reason instanceof TooManyAttempts);
    assert.equal(late.length, limit);
    await assert.rejects(change(actor, { current: goodPassword, password: another }), TooManyAttempts);
    kit.later(seconds + 1);
    await change(actor, { current: goodPassword, password: another });
    assert.ok(await signIn(email, another));
  });

  test("changes it once of two at once", async () => {
    const { email, actor } = await partner("four@health.example");
    const both = [another, "window-teapot-19"];
    const done = await Promise.allSettled(
      both.map((password) => change(actor, { current: goodPassword, password })),
    );
    const won = both.filter((_, at) => done[at]?.status === "fulfilled");
    assert.equal(won.length, 1);
    assert.ok(await signIn(email, won[0] ?? ""));
  });

  test("has to have one here", async () => {
    assert.equal(await hasPassword(kit.context, kit.admin), false);
    await assert.rejects(change(kit.admin, { current: "", password: another }), NotFound);
  });
});
