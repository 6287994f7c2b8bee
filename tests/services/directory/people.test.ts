import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import { askForCode } from "#services/accounts/ask-for-code";
import { finishEnrolment } from "#services/accounts/finish-enrolment";
import { invitePerson } from "#services/accounts/invite-person";
import { offerAuthenticator } from "#services/accounts/offer-factors";
import { readSession } from "#services/accounts/read-session";
import { signInWithApp } from "#services/accounts/sign-in-app";
import { signInWithPassword } from "#services/accounts/sign-in-password";
import { startSession } from "#services/accounts/start-session";
import { takeContact } from "#services/contacts/take-contact";
import { changePerson } from "#services/directory/change-person";
import { endPerson } from "#services/directory/end-person";
import { returnPerson } from "#services/directory/return-person";
import { readPerson } from "#services/directory/people";
import { Forbidden, Invalid } from "#services/errors";
import { appCode, enrolling, goodPassword, localAccount } from "../../support/accounts.ts";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let hub: Place;
let alan: StaffActor;
let bea: StaffActor;
before(async () => {
  kit = await testContext();
  kit.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(kit);
  hub = await addTeam(kit.context);
  alan = await addStaff(kit.context, ["administrator"], { name: "Alan Frost", place: hub });
  bea = await addStaff(kit.context, ["administrator"], { name: "Bea Lund", place: hub });
});
after(async () => {
  await owner.end();
  await kit.close();
});

const reason = "The trust has merged";
const problemsOf = async (run: Promise<unknown>): Promise<Readonly<Record<string, string>>> => {
  const error: unknown = await run.then(
    () => null,
    (refused: unknown) => refused,
  );
  assert.ok(error instanceof Invalid, `not refused: ${String(error)}`);
  return error.problems;
};
const kinds = async (subjectId: string) => {
  const rows = await owner<{ kind: string; facts: object }[]>`
    select kind, facts from audit_event where subject_id = ${subjectId} order by recorded_at, id`;
  return rows.map(({ kind, facts }) => [kind, facts]);
};

describe("people", () => {
  test("roles and team are changed by another administrator, with a reason, and never one's own", async () => {
    const sam = await addStaff(kit.context, ["screener"], { name: "Sam", place: hub });
    const form = { teamId: hub.teamId, roles: ["manager", "strategy_chair"] as const, reason };
    await changePerson(kit.context, alan, sam.id, { ...form, roles: [...form.roles] });
    const { person, history } = await readPerson(kit.context, alan, sam.id);
    assert.deepEqual([...person.roles].sort(), ["manager", "strategy_chair"]);
    assert.deepEqual(history[0]?.changed, [
      { label: "May", from: "Screener", to: "Manager, Strategy discussion chair" },
    ]);
    assert.deepEqual((await kinds(sam.id)).map(([kind]) => kind).sort(), [
      "directory.changed",
      "role.granted",
      "role.granted",
      "role.revoked",
    ]);
    const all = { teamId: "", roles: ["administrator" as const, "manager" as const], reason };
    assert.ok("roles" in (await problemsOf(changePerson(kit.context, alan, alan.id, all))));
    assert.ok("reason" in (await problemsOf(endPerson(kit.context, alan, alan.id, reason))));
    assert.deepEqual((await readPerson(kit.context, alan, alan.id)).person.roles, ["administrator"]);
    const nurse = await addStaff(kit.context, ["partner"], {
      place: await addTeam(kit.context, { kind: "health" }),
    });
    assert.ok("roles" in (await problemsOf(changePerson(kit.context, alan, nurse.id, all))));
    await assert.rejects(changePerson(kit.context, sam, nurse.id, all), Forbidden);
  });

  test("somebody whom the council's own sign-in knows keeps the roles of their groups", async () => {
    const ada = await addStaff(kit.context, ["screener"], { place: hub });
    await owner`insert into federated_identity (issuer, subject, staff_id, linked_at)
      values ('https://id.example', ${ada.id}, ${ada.id}, now())`;
    const form = { teamId: hub.teamId, roles: ["screener" as const, "manager" as const], reason };
    assert.match((await problemsOf(changePerson(kit.context, alan, ada.id, form)))["roles"] ?? "", /groups/);
    await changePerson(kit.context, alan, ada.id, { teamId: "", roles: ["screener"], reason });
  });

  test("whoever is ended is out at the next request: sessions, holds, roles, and what was begun for their account", async () => {
    kit.at(new Date("2026-11-24T12:00:00Z"));
    const sam = await addStaff(kit.context, ["manager"], { name: "Sam", place: hub });
    const [one, two] = [await startSession(kit.context, sam.id), await startSession(kit.context, sam.id)];
    const [open, locked] = [await sendContact(kit.context), await sendContact(kit.context)];
    for (const { reference } of [open, locked])
      await takeContact(kit.context, sam, { reference, reason: "I know the family" });
    // What is restricted is not there for an administrator; what a leaver held of it is given back all the same.
    await owner`update contact set cleared_only_since = now() where id = ${locked.id}`;
    await endPerson(kit.context, alan, sam.id, "He left");
    for (const { secret } of [one, two]) assert.equal(await readSession(kit.context, secret), null);
    const held = await owner`select 1 from hold where holder_id = ${sam.id}`;
    assert.equal(held.length, 0);
    const { person, history } = await readPerson(kit.context, alan, sam.id);
    assert.deepEqual([person.active, person.roles, history[0]?.reason], [false, [], "He left"]);
    assert.ok("reason" in (await problemsOf(endPerson(kit.context, bea, sam.id, reason))));

    const email = "leaver@health.example";
    const id = await invitePerson(kit.context, alan, {
      ...{ name: "Nia", jobTitle: "Nurse", email, place: hub.teamId, roles: ["screener"], reason },
    });
    await endPerson(kit.context, alan, id, "Invited by mistake");
    const [left] = await owner`select withdrawn_at from invitation where staff_id = ${id}`;
    assert.ok(left?.["withdrawn_at"]);
    await askForCode(kit.context, { email, network: "203.0.113.9" });
    const codes =
      await owner`select 1 from outbox where recipient_id = ${id} and facts->>'message' = 'account-code'`;
    assert.equal(codes.length, 0);
  });

  test("whoever was ended comes back under their own row, by an invitation, and by nothing from before", async () => {
    const email = "returner@health.example";
    const live = { ...kit.context, site: { ...kit.context.site, demo: false } };
    const nurse = await localAccount(live, owner, alan, email);
    const invited = await readPerson(kit.context, alan, nurse.staffId);
    assert.equal(invited.history[0]?.reason, "She answers for the health visitors");
    await endPerson(kit.context, alan, nurse.staffId, "Left the trust");
    const again = {
      ...{ name: "Nia", jobTitle: "Nurse", email: email.toUpperCase(), place: hub.teamId },
      ...{ roles: ["screener" as const], reason },
    };
    assert.match(
      (await problemsOf(invitePerson(kit.context, alan, again)))["email"] ?? "",
      /let them come back/,
    );
    const form = { teamId: "", roles: [] as Role[], reason: "Back from leave" };
    const back = (over: object = {}) => returnPerson(kit.context, alan, nurse.staffId, { ...form, ...over });
    assert.ok("roles" in (await problemsOf(back())));
    assert.ok("roles" in (await problemsOf(back({ roles: ["manager"] }))), "not of the council");
    await back({ roles: ["partner"] });
    assert.ok("reason" in (await problemsOf(back({ roles: ["partner"] }))), "they are here");
    const { person, history } = await readPerson(kit.context, alan, nurse.staffId);
    assert.deepEqual(
      [person.active, person.roles, history[0]?.reason],
      [true, ["partner"], "Back from leave"],
    );

    kit.at(new Date("2026-11-24T13:00:00Z"));
    const code = await appCode(nurse.secret, kit.context.now());
    const flow = await signInWithPassword(live, {
      ...{ email, password: goodPassword, network: "203.0.113.20", device: null, next: null },
    });
    await assert.rejects(signInWithApp(live, { flow, code, device: null }), Invalid, "the app from before");
    const setUp = await enrolling(live, owner, { staffId: nurse.staffId, email });
    const { secret } = await offerAuthenticator(live, setUp);
    assert.notEqual(secret, nurse.secret);
    const proof = { factor: "app" as const, code: await appCode(secret, kit.context.now()) };
    const signedIn = await finishEnrolment(live, { flow: setUp, proof, device: null });
    assert.ok(await readSession(live, signedIn.secret));
  });

  test("whoever the council's own sign-in knows comes back with the roles of their groups", async () => {
    const ada = await addStaff(kit.context, ["screener"], { place: hub });
    await owner`insert into federated_identity (issuer, subject, staff_id, linked_at)
      values ('https://login.example', ${ada.id}, ${ada.id}, now())`;
    await endPerson(kit.context, alan, ada.id, reason);
    await returnPerson(kit.context, alan, ada.id, { teamId: hub.teamId, roles: ["administrator"], reason });
    const { person } = await readPerson(kit.context, alan, ada.id);
    assert.deepEqual([person.active, person.roles], [true, []]);
    assert.equal((await owner`select from invitation where staff_id = ${ada.id}`).length, 0);
  });

  test("of two administrators who end each other at once, one stays", async () => {
    const one = await addStaff(kit.context, ["administrator"], { place: hub });
    const other = await addStaff(kit.context, ["administrator"], { place: hub });
    const done = await Promise.allSettled([
      endPerson(kit.context, one, other.id, "Goes"),
      endPerson(kit.context, other, one.id, "Goes"),
    ]);
    assert.deepEqual(done.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });
});
