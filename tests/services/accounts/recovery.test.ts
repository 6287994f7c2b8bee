import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invitationHours } from "#domain/sign-in";
import { askForCode } from "#services/accounts/ask-for-code";
import { enterCode } from "#services/accounts/enter-code";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { offerAuthenticator } from "#services/accounts/offer-factors";
import { readSession } from "#services/accounts/read-session";
import { setPassword } from "#services/accounts/set-password";
import { signInWithApp } from "#services/accounts/sign-in-app";
import { startRecovery } from "#services/accounts/start-recovery";
import { startSession } from "#services/accounts/start-session";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { appCode, enrolling, goodPassword, lastCode, localAccount } from "../../support/accounts.ts";
import { accountKit, type AccountKit } from "../../support/account-kit.ts";
import { sendContact } from "../../support/contacts.ts";
import { addStaff } from "../../support/staff.ts";

let kit: AccountKit;
before(async () => {
  kit = await accountKit();
});
after(() => kit.close());

describe("a recovery", () => {
  test("ends what was there only when the person has set up anew, and an administrator alone gets nowhere", async () => {
    const email = kit.newEmail();
    const { staffId, secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    const session = await startSession(kit.context, staffId);
    await startRecovery(kit.context, kit.admin, staffId);
    assert.equal(await readSession(kit.context, session.secret), null, "signed out at once");
    assert.ok((await kit.messages(staffId)).includes("account-recovery"));

    kit.later(60);
    const flow = await enrolling(kit.context, kit.owner, {
      staffId,
      email,
      password: "another fine orchard",
    });
    await assert.rejects(kit.signIn(email, goodPassword), Invalid, "the old password");
    const { secret: newSecret } = await offerAuthenticator(kit.context, flow);
    assert.notEqual(newSecret, secret);
    const prove = (code: string) =>
      finishEnrolment(kit.context, { flow, proof: { factor: "app", code }, device: null });
    await assert.rejects(
      appCode(secret, kit.context.now()).then(prove),
      Invalid,
      "the old app proves nothing",
    );
    await prove(await appCode(newSecret, kit.context.now()));

    kit.later(60);
    const next = await kit.signIn(email, "another fine orchard");
    const old = await appCode(secret, kit.context.now());
    await assert.rejects(signInWithApp(kit.context, { flow: next, code: old, device: null }), Invalid);
    const code = await appCode(newSecret, kit.context.now());
    await signInWithApp(kit.context, { flow: next, code, device: null });
    assert.ok((await kit.kinds(staffId)).includes("account.factors-ended"));
  });

  test("started again leaves nothing to whoever was in that inbox before: not their page, nor the app they saw", async () => {
    const email = kit.newEmail();
    const { staffId } = await localAccount(kit.context, kit.owner, kit.admin, email);
    await startRecovery(kit.context, kit.admin, staffId);
    const thief = await enrolling(kit.context, kit.owner, { staffId, email, password: "the thief's own 1" });
    const { secret: seen } = await offerAuthenticator(kit.context, thief);

    kit.later(60);
    await startRecovery(kit.context, kit.admin, staffId);
    await assert.rejects(setPassword(kit.context, { flow: thief, password: "the thief's own 2" }), NotFound);
    const proof = { factor: "app", code: await appCode(seen, kit.context.now()) } as const;
    await assert.rejects(finishEnrolment(kit.context, { flow: thief, proof, device: null }), NotFound);

    const flow = await enrolling(kit.context, kit.owner, { staffId, email });
    const { secret } = await offerAuthenticator(kit.context, flow);
    assert.notEqual(secret, seen);
    const second = await enrolling(kit.context, kit.owner, { staffId, email });
    await assert.rejects(offerAuthenticator(kit.context, flow), NotFound, "one browser at a time");
    const { secret: other } = await offerAuthenticator(kit.context, second);
    assert.notEqual(other, secret);
    assert.equal((await offerAuthenticator(kit.context, second)).secret, other, "a page loaded twice");
  });

  test("is started by another administrator, and for accounts of ours only", async () => {
    const { staffId } = await localAccount(kit.context, kit.owner, kit.admin, kit.newEmail());
    const screener = await addStaff(kit.context, ["screener"]);
    await assert.rejects(startRecovery(kit.context, screener, staffId), Forbidden);
    const themselves = { ...kit.admin, id: staffId };
    await assert.rejects(startRecovery(kit.context, themselves, staffId), Invalid, "one's own");
    await assert.rejects(startRecovery(kit.context, kit.admin, screener.id), Invalid, "no password here");
    await assert.rejects(startRecovery(kit.context, kit.admin, kit.context.newId()), NotFound);
    await assert.rejects(startRecovery(kit.context, kit.admin, "x"), NotFound);
  });

  test("gives back what they held, also with no session open and of what the administrator may not know", async () => {
    const { staffId } = await localAccount(kit.context, kit.owner, kit.admin, kit.newEmail());
    const held = [await sendContact(kit.context), await sendContact(kit.context)];
    for (const { id } of held)
      await kit.owner`update hold set holder_id = ${staffId}, taken_at = now(), lease_until = now() + interval '1 hour'
        where contact_id = ${id}`;
    await kit.owner`update contact set cleared_only_since = now() where id = ${held[1]?.id ?? ""}`;
    await kit.owner`update session set ended_at = now() where staff_id = ${staffId}`;
    await startRecovery(kit.context, kit.admin, staffId);
    assert.equal((await kit.owner`select from hold where holder_id = ${staffId}`).length, 0);
  });

  test(`ends after ${invitationHours.recovery} hours`, async () => {
    const email = kit.newEmail();
    const { staffId } = await localAccount(kit.context, kit.owner, kit.admin, email);
    await startRecovery(kit.context, kit.admin, staffId);
    const flow = await enrolling(kit.context, kit.owner, { staffId, email });
    kit.later(invitationHours.recovery * 3_600 + 1);
    await assert.rejects(offerAuthenticator(kit.context, flow), NotFound);
    const asked = await askForCode(kit.context, { email, network: "203.0.113.13" });
    const code = await lastCode(kit.context, kit.owner, staffId);
    await assert.rejects(enterCode(kit.context, { flow: asked, code }), Invalid);
  });
});

describe("a browser that nobody signed in from before", () => {
  test("is told to the person by email, once, and not the one in which they set up", async () => {
    const email = kit.newEmail();
    const { staffId, secret } = await localAccount(kit.context, kit.owner, kit.admin, email);
    const enter = async (device: string | null) => {
      const code = await appCode(secret, kit.later(60));
      return signInWithApp(kit.context, { flow: await kit.signIn(email, goodPassword), code, device });
    };
    const told = async () =>
      (await kit.messages(staffId)).filter((message) => message === "new-device").length;
    assert.equal(await told(), 0);
    const { device } = await enter(null);
    assert.equal(await told(), 1);
    assert.equal((await enter(device)).device, device);
    assert.equal(await told(), 1);
    await enter("another browser's");
    assert.equal(await told(), 2);
  });
});
