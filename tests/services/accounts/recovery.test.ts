import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { invitationHours } from "#domain/sign-in";
import { askForCode } from "#services/accounts/ask-for-code";
import { enterCode } from "#services/accounts/enter-code";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { offerAuthenticator } from "#services/accounts/offer-factors";
import { readSession } from "#services/accounts/read-session";
import { signInWithApp } from "#services/accounts/sign-in-app";
import { signInWithPassword } from "#services/accounts/sign-in-password";
import { startRecovery } from "#services/accounts/start-recovery";
import { startSession } from "#services/accounts/start-session";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { appCode, enrolling, goodPassword, lastCode, localAccount } from "../../support/accounts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let admin: StaffActor;
/** A clock that only this file moves, from a whole step of 30 seconds on. */
let clock = new Date("2026-11-24T10:00:00Z").getTime();
const later = (seconds: number): Date => {
  clock += seconds * 1_000;
  kit.at(new Date(clock));
  return new Date(clock);
};
let people = 0;
const newEmail = () => `nia.partner.${String((people += 1))}@health.example`;

before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  later(0);
  admin = await addStaff(kit.context, ["administrator"]);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const from = { network: "203.0.113.7", device: null, next: null };
const signIn = (email: string, password: string, over: { network?: string; device?: string | null } = {}) =>
  signInWithPassword(kit.context, { email, password, ...from, ...over });
const kinds = async (staffId: string) =>
  (
    await owner<{ kind: string }[]>`
      select kind from audit_event where subject_id = ${staffId} order by recorded_at, id`
  ).map(({ kind }) => kind);
const messages = async (staffId: string) =>
  (
    await owner<{ message: string }[]>`
      select facts->>'message' as message from outbox
      where kind = 'send-message' and recipient_id = ${staffId} order by created_at, id`
  ).map(({ message }) => message);

describe("a recovery", () => {
  test("ends what was there only when the person has set up anew, and an administrator alone gets nowhere", async () => {
    const email = newEmail();
    const { staffId, secret } = await localAccount(kit.context, owner, admin, email);
    const session = await startSession(kit.context, staffId);
    await startRecovery(kit.context, admin, staffId);
    assert.equal(await readSession(kit.context, session.secret), null, "signed out at once");
    assert.ok((await messages(staffId)).includes("account-recovery"));

    later(60);
    const flow = await enrolling(kit.context, owner, { staffId, email, password: "another fine orchard" });
    await assert.rejects(signIn(email, goodPassword), Invalid, "the old password");
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

    later(60);
    const next = await signIn(email, "another fine orchard");
    const old = await appCode(secret, kit.context.now());
    await assert.rejects(signInWithApp(kit.context, { flow: next, code: old, device: null }), Invalid);
    const code = await appCode(newSecret, kit.context.now());
    await signInWithApp(kit.context, { flow: next, code, device: null });
    assert.ok((await kinds(staffId)).includes("account.factors-ended"));
  });

  test("is started by another administrator, and for accounts of ours only", async () => {
    const { staffId } = await localAccount(kit.context, owner, admin, newEmail());
    const screener = await addStaff(kit.context, ["screener"]);
    await assert.rejects(startRecovery(kit.context, screener, staffId), Forbidden);
    await assert.rejects(startRecovery(kit.context, admin, admin.id), Invalid);
    await assert.rejects(startRecovery(kit.context, admin, screener.id), Invalid, "no password here");
    await assert.rejects(startRecovery(kit.context, admin, kit.context.newId()), NotFound);
    await assert.rejects(startRecovery(kit.context, admin, "x"), NotFound);
  });

  test(`ends after ${invitationHours.recovery} hours`, async () => {
    const email = newEmail();
    const { staffId } = await localAccount(kit.context, owner, admin, email);
    await startRecovery(kit.context, admin, staffId);
    const flow = await enrolling(kit.context, owner, { staffId, email });
    later(invitationHours.recovery * 3_600 + 1);
    await assert.rejects(offerAuthenticator(kit.context, flow), NotFound);
    const asked = await askForCode(kit.context, { email, network: "203.0.113.13" });
    const code = await lastCode(kit.context, owner, staffId);
    await assert.rejects(enterCode(kit.context, { flow: asked, code }), Invalid);
  });
});

describe("a browser that nobody signed in from before", () => {
  test("is told to the person by email, once, and not the one in which they set up", async () => {
    const email = newEmail();
    const { staffId, secret } = await localAccount(kit.context, owner, admin, email);
    const enter = async (device: string | null) => {
      const code = await appCode(secret, later(60));
      return signInWithApp(kit.context, { flow: await signIn(email, goodPassword), code, device });
    };
    const told = async () => (await messages(staffId)).filter((message) => message === "new-device").length;
    assert.equal(await told(), 0);
    const { device } = await enter(null);
    assert.equal(await told(), 1);
    assert.equal((await enter(device)).device, device);
    assert.equal(await told(), 1);
    await enter("another browser's");
    assert.equal(await told(), 2);
  });
});
