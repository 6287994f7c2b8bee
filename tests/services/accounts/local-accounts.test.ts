import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { attemptLimits, codeMinutes, codeTries, flowMinutes, invitationHours } from "#domain/sign-in";
import { askForCode } from "#services/accounts/ask-for-code";
import { enterCode } from "#services/accounts/enter-code";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { readSession } from "#services/accounts/read-session";
import { setPassword } from "#services/accounts/set-password";
import { signInWithApp } from "#services/accounts/sign-in-app";
import { startRecovery } from "#services/accounts/start-recovery";
import { Invalid, NotFound, TooManyAttempts } from "#services/errors";
import {
  appCode,
  enrolling,
  goodPassword,
  invitePartner,
  lastCode,
  localAccount,
} from "../../support/accounts.ts";
import { accountKit, type AccountKit } from "../../support/account-kit.ts";

let kit: AccountKit;
before(async () => {
  kit = await accountKit();
});
after(() => kit.close());

describe("an invited partner", () => {
  test("proves the inbox, sets a password and an app, and is signed in; each step is recorded", async () => {
    const email = kit.newEmail();
    const { staffId, secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    assert.deepEqual(await kit.kinds(staffId), [
      "role.granted",
      "directory.changed",
      "account.invited",
      "account.code-sent",
      "account.password-set",
      "account.factor-added",
      "account.set-up",
    ]);
    assert.deepEqual(await kit.messages(staffId), ["account-invited", "account-code", "account-set-up"]);

    kit.later(30);
    const flow = await kit.signIn(email.toUpperCase(), goodPassword, { network: "203.0.113.8" });
    const code = await appCode(secret, kit.context.now());
    const signedIn = await signInWithApp(kit.context, {
      flow,
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
      device: null,
    });
    assert.ok(await readSession(kit.context, signedIn.secret));
  });

  test("cannot sign in before the account is set up, nor with a password alone", async () => {
    const email = kit.newEmail();
    const staffId = await invitePartner(kit.context, kit.admin, email);
    await assert.rejects(kit.signIn(email, goodPassword), Invalid);
    await enrolling(kit.context, kit.owner, { staffId, email });
    const flow = await kit.signIn(email, goodPassword);
    for (const code of ["000000", "", "12345678"])
      await assert.rejects(signInWithApp(kit.context, { flow, code, device: null }), Invalid);
    await assert.rejects(startAlone(flow), NotFound);
  });

  test("is asked again for a password that others would guess", async () => {
    const email = kit.newEmail();
    const staffId = await invitePartner(kit.context, kit.admin, email);
    const asked = await askForCode(kit.context, { email, network: "203.0.113.9" });
    const flow = await enterCode(kit.context, {
      flow: asked,
      code: await lastCode(kit.context, kit.owner, staffId),
    });
    for (const password of ["short", "Password", "iloveyou", "nia.partner", "Nia Partner!", "x".repeat(201)])
      await assert.rejects(setPassword(kit.context, { flow, password }), Invalid, password);
    await setPassword(kit.context, { flow, password: "x".repeat(200) });
    await setPassword(kit.context, { flow, password: "correct horse battery" });
  });
});

/** A session from a flow that proved only half: there is no such function, so whatever takes flows has to refuse it. */
const startAlone = (flow: string) =>
  finishEnrolment(kit.context, { flow, proof: { factor: "app", code: "1" }, device: null });

describe("an emailed code", () => {
  test(`works once, for ${codeMinutes} minutes, for ${codeTries} tries, and only in the browser that asked`, async () => {
    const email = kit.newEmail();
    const staffId = await invitePartner(kit.context, kit.admin, email);
    const ask = () => askForCode(kit.context, { email, network: "203.0.113.10" });
    const enter = (flow: string | null, code: string) => enterCode(kit.context, { flow, code });

    const first = await ask();
    const firstCode = await lastCode(kit.context, kit.owner, staffId);
    assert.match(firstCode, /^\d{6}$/);
    await assert.rejects(enter("made-up", firstCode), NotFound);
    await assert.rejects(enter(null, firstCode), NotFound);
    kit.later(codeMinutes * 60);
    await assert.rejects(enter(first, firstCode), Invalid, "too old");

    const second = await ask();
    await assert.rejects(enter(second, firstCode), Invalid, "the one before");
    const secondCode = await lastCode(kit.context, kit.owner, staffId);
    const elsewhere = await ask();
    await assert.rejects(enter(elsewhere, secondCode), Invalid, "another browser's, for the same address");
    await assert.rejects(
      enter(second, await lastCode(kit.context, kit.owner, staffId)),
      Invalid,
      "and the other way round",
    );
    for (let tries = 2; tries < codeTries; tries += 1) await assert.rejects(enter(second, "999999"), Invalid);
    await assert.rejects(
      enter(second, secondCode),
      Invalid,
      "after five wrong tries the right one is wrong too",
    );

    const third = await ask();
    const thirdCode = await lastCode(kit.context, kit.owner, staffId);
    const both = await Promise.allSettled([enter(third, thirdCode), enter(third, thirdCode)]);
    assert.equal(
      both.filter(({ status }) => status === "fulfilled").length,
      1,
      "of two at once one is taken",
    );
    await assert.rejects(enter(third, thirdCode), NotFound, "used");

    const refusals = async () =>
      (await kit.owner`select from audit_event where kind = 'sign-in.refused'`).length;
    const page = await askForCode(kit.context, { email: "nobody@else.example", network: "203.0.113.11" });
    const before = await refusals();
    const { limit } = attemptLimits["code-page"];
    for (let tries = 0; tries < limit + 3; tries += 1) await assert.rejects(enter(page, "999999"), Invalid);
    assert.equal(await refusals(), before + limit, "one page fills no table");
  });

  test("is asked for a few times an hour, whether anybody was invited or not", async () => {
    for (const email of [kit.newEmail(), "nobody@nowhere.example"]) {
      if (!email.startsWith("nobody")) await invitePartner(kit.context, kit.admin, email);
      const ask = () => askForCode(kit.context, { email, network: `net ${email}` });
      for (let times = 0; times < attemptLimits["code-account"].limit; times += 1) await ask();
      await assert.rejects(ask(), TooManyAttempts, email);
    }
  });

  test("is not in the database, nor a hash of it", async () => {
    const email = kit.newEmail();
    const staffId = await invitePartner(kit.context, kit.admin, email);
    await askForCode(kit.context, { email, network: "203.0.113.11" });
    const code = await lastCode(kit.context, kit.owner, staffId);
    const rows = await kit.owner<{ row: string }[]>`
      select to_jsonb(c)::text as row from email_code c union all select to_jsonb(o)::text from outbox o`;
    for (const { row } of rows) assert.ok(!row.includes(`"${code}"`));
  });

  test("of an invitation ends with it", async () => {
    const email = kit.newEmail();
    const staffId = await invitePartner(kit.context, kit.admin, email);
    const asked = await askForCode(kit.context, { email, network: "203.0.113.12" });
    const code = await lastCode(kit.context, kit.owner, staffId);
    await startRecovery(kit.context, kit.admin, staffId);
    await assert.rejects(enterCode(kit.context, { flow: asked, code }), Invalid, "a newer invitation stands");
    kit.later(invitationHours.invitation * 3_600 + 1);
    const late = await askForCode(kit.context, { email, network: "203.0.113.12" });
    await assert.rejects(
      enterCode(kit.context, { flow: late, code: await lastCode(kit.context, kit.owner, staffId) }),
      Invalid,
    );
  });
});

describe("the code of an app", () => {
  test("works once, also when it comes twice at the same moment", async () => {
    const email = kit.newEmail();
    const { secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    const now = kit.later(60);
    const code = await appCode(secret, now);
    const flows = await Promise.all([kit.signIn(email, goodPassword), kit.signIn(email, goodPassword)]);
    const tries = await Promise.allSettled(
      flows.map((flow) => signInWithApp(kit.context, { flow, code, device: null })),
    );
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    kit.later(10);
    const again = await kit.signIn(email, goodPassword);
    await assert.rejects(signInWithApp(kit.context, { flow: again, code, device: null }), Invalid, "used");
    const before = await appCode(secret, new Date(kit.context.now().getTime() - 60_000));
    await assert.rejects(signInWithApp(kit.context, { flow: again, code: before, device: null }), Invalid);
    const next = await appCode(secret, kit.later(30));
    await signInWithApp(kit.context, { flow: again, code: next, device: null });
    await assert.rejects(signInWithApp(kit.context, { flow: again, code: next, device: null }), NotFound);
  });

  test("can be tried five times, then a quarter of an hour passes", async () => {
    const email = kit.newEmail();
    const { secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    kit.later(60);
    const flow = await kit.signIn(email, goodPassword);
    const enter = (code: string) => signInWithApp(kit.context, { flow, code, device: null });
    for (let times = 0; times < attemptLimits["second-factor"].limit; times += 1)
      await assert.rejects(enter("000000"), Invalid);
    await assert.rejects(appCode(secret, kit.context.now()).then(enter), TooManyAttempts);
  });

  test("comes too late when the password was typed long before", async () => {
    const email = kit.newEmail();
    const { secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    const flow = await kit.signIn(email, goodPassword);
    const code = await appCode(secret, kit.later(flowMinutes["sign-in"] * 60 + 1));
    await assert.rejects(signInWithApp(kit.context, { flow, code, device: null }), NotFound);
  });
});

describe("wrong passwords", () => {
  test("stop for an account after ten, wherever they come from; its own browser goes on", async () => {
    const email = kit.newEmail();
    const { secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    kit.later(60);
    const home = await signInWithApp(kit.context, {
      flow: await kit.signIn(email, goodPassword),
      code: await appCode(secret, kit.context.now()),
      device: null,
    });
    for (let times = 0; times < attemptLimits["sign-in-account"].limit; times += 1)
      await assert.rejects(kit.signIn(email, "wrong", { network: `198.51.100.${String(times)}` }), Invalid);
    await assert.rejects(kit.signIn(email, goodPassword, { network: "198.51.100.99" }), TooManyAttempts);
    await kit.signIn(email, goodPassword, { network: "198.51.100.99", device: home.device });
    kit.later(attemptLimits["sign-in-account"].seconds + 1);
    await kit.signIn(email, goodPassword, { network: "198.51.100.99" });
  });

  test("stop for a network, whoever they are for, and side by side no more than the limit is tried", async () => {
    const { limit } = attemptLimits["sign-in-network"];
    const tries = await Promise.allSettled(
      Array.from({ length: limit + 15 }, (_, i) =>
        kit.signIn(`nobody.${String(i)}@nowhere.example`, "wrong", { network: "2001:db8:0:1::/64" }),
      ),
    );
    const why = tries.map((one) => (one.status === "rejected" ? (one.reason as Error).name : "in"));
    assert.equal(why.filter((name) => name === "Invalid").length, limit);
    assert.equal(why.filter((name) => name === "TooManyAttempts").length, 15);
    const recorded = await kit.owner`
      select subject_id from audit_event where kind = 'attempts.limited' and facts->>'of' = 'sign-in-network'`;
    assert.deepEqual([...recorded], [{ subject_id: null }], "the first that was too many, and no others");
  });
});
