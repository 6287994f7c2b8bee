import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { attemptLimits } from "#domain/sign-in";
import { proofStepFor, proveAgain } from "#services/accounts/prove-again";
import { readSession } from "#services/accounts/read-session";
import { startSession } from "#services/accounts/start-session";
import { TooManyAttempts } from "#services/errors";
import { appCode, goodPassword, localAccount } from "../../support/accounts.ts";
import { accountKit, type AccountKit } from "../../support/account-kit.ts";

let kit: AccountKit;
before(async () => {
  kit = await accountKit();
});
after(() => kit.close());

async function partner(email: string): Promise<{ actor: StaffActor; secret: string }> {
  const { staffId, secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
  const session = await readSession(kit.context, (await startSession(kit.context, staffId)).secret);
  assert.ok(session);
  return { actor: session.actor, secret };
}
const prove = (actor: StaffActor, typed: Record<string, string>) =>
  proveAgain(kit.context, actor, new URLSearchParams(typed));

describe("showing once more who one is", () => {
  test("takes the password and a fresh code together, and neither alone", async () => {
    const { actor, secret } = await partner("one@health.example");
    assert.deepEqual(await proofStepFor(kit.context, actor), { by: "ways", ways: ["password"] });
    const code = await appCode(secret, kit.later(60));
    for (const typed of [
      {},
      { password: goodPassword },
      { code },
      { password: goodPassword, code: "000000" },
      { password: "wrong", code },
    ])
      assert.equal(await prove(actor, typed as Record<string, string>), false);
    kit.later(attemptLimits["second-factor"].seconds + 1);
    const fresh = await appCode(secret, kit.context.now());
    assert.equal(await prove(actor, { password: goodPassword, code: fresh }), true);
    assert.equal(await prove(actor, { password: goodPassword, code: fresh }), false, "each code works once");
  });

  test("does not take what belongs to somebody else", async () => {
    const [one, two] = [await partner("three@health.example"), await partner("four@health.example")];
    const code = await appCode(two.secret, kit.later(60));
    assert.equal(await prove(one.actor, { password: goodPassword, code }), false);
    assert.equal(await prove(two.actor, { password: goodPassword, code }), true, "and was not used up by it");
  });

  test("can be tried five times, also five at once", async () => {
    const { actor, secret } = await partner("five@health.example");
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => prove(actor, { password: "wrong", code: "000000" })),
    );
    const { limit } = attemptLimits["second-factor"];
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, limit);
    const code = await appCode(secret, kit.later(60));
    await assert.rejects(prove(actor, { password: goodPassword, code }), TooManyAttempts);
  });

  test("is not to be had by somebody who has no way to: they sign in again", async () => {
    assert.deepEqual(await proofStepFor(kit.context, kit.admin), { by: "signing-in" });
    assert.equal(await prove(kit.admin, { password: goodPassword, code: "000000" }), false);
    assert.equal(await prove(kit.admin, { credential: "{}", flow: "x" }), false);
  });
});
