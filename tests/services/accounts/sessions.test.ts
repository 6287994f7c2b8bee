import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { keptAtMost } from "#domain/session";
import { deleteExpiredForms } from "#services/accounts/delete-expired-forms";
import { endMySessions } from "#services/accounts/end-my-sessions";
import { keepForm } from "#services/accounts/keep-form";
import { listSessions } from "#services/accounts/list-sessions";
import { lockSession } from "#services/accounts/lock-session";
import { openKeptForm } from "#services/accounts/open-kept-form";
import { readSession } from "#services/accounts/read-session";
import { renewSession } from "#services/accounts/renew-session";
import { startSession } from "#services/accounts/start-session";
import { NotFound } from "#services/errors";
import { unitOfWork } from "#services/unit-of-work";
import { testContext, type TestContext } from "../../support/context.ts";
import { addStaff } from "../../support/staff.ts";

const start = new Date("2027-03-01T09:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const typed = "kind=note&text=Quillfeather+was+seen";

let kit: TestContext;
let owner: postgres.Sql;
let sam: StaffActor;
let secret: string;
before(async () => {
  kit = await testContext();
  owner = postgres(kit.database.owner, { max: 1 });
});
after(async () => {
  await owner.end();
  await kit.close();
});
beforeEach(async () => {
  kit.at(start);
  sam = await addStaff(kit.context, ["screener"]);
  ({ secret } = await startSession(kit.context, sam.id));
});

const stateOf = async (cookie = secret) => (await readSession(kit.context, cookie))?.state ?? null;
const actorOf = async (cookie = secret) => {
  const session = await readSession(kit.context, cookie);
  assert.ok(session);
  return session.actor;
};

describe("a session", () => {
  test("is kept as a hash of 256 random bits, another one each time", async () => {
    const again = await startSession(kit.context, sam.id);
    assert.equal(Buffer.from(secret, "base64url").length, 32);
    assert.notEqual(again.secret, secret);
    const rows = await owner`select * from session where staff_id = ${sam.id}`;
    assert.equal(rows.length, 2);
    assert.ok(!JSON.stringify(rows).includes(secret) && !JSON.stringify(rows).includes(again.secret));
  });

  test("locks after fifteen minutes without a request, and asking does not keep it alive", async () => {
    kit.at(minutes(14));
    assert.equal(await stateOf(), "open");
    kit.at(minutes(14 + 15));
    assert.equal(await stateOf(), "locked");
    kit.at(minutes(14 + 29));
    assert.equal(await stateOf(), "locked");
    kit.at(minutes(14 + 30));
    assert.equal(await stateOf(), null);
  });

  test("ends after eight hours however much it is used", async () => {
    for (let minute = 0; minute < 480; minute += 10) {
      kit.at(minutes(minute));
      assert.equal(await stateOf(), "open", `minute ${minute}`);
    }
    kit.at(minutes(480));
    assert.equal(await stateOf(), null);
  });

  test("has another secret after each proof, and the one before is dead", async () => {
    await lockSession(kit.context, await actorOf());
    assert.equal(await stateOf(), "locked");
    kit.at(minutes(10));
    const unlocked = await renewSession(kit.context, await actorOf(), "unlock");
    assert.equal(await stateOf(), null);
    assert.equal(await stateOf(unlocked), "open");
    const stepped = await renewSession(kit.context, await actorOf(unlocked), "step-up");
    assert.equal(await stateOf(unlocked), null);
    const session = await readSession(kit.context, stepped);
    assert.equal(session?.provedAt.getTime(), minutes(10).getTime());
    // Proving again does not make the day longer.
    for (let minute = 20; minute < 480; minute += 10) {
      kit.at(minutes(minute));
      assert.equal(await stateOf(stepped), "open", `minute ${minute}`);
    }
    kit.at(minutes(480));
    assert.equal(await stateOf(stepped), null);
  });

  test("cannot be renewed once it was ended, nor by somebody else", async () => {
    const me = await actorOf();
    const stranger = await addStaff(kit.context, ["manager"]);
    const theirs = { ...stranger, sessionId: me.sessionId };
    await assert.rejects(renewSession(kit.context, theirs, "unlock"), NotFound);
    assert.equal(await stateOf(), "open", "and it is still its own person's");
    await owner`update session set ended_at = now() where id = ${me.sessionId}`;
    await assert.rejects(renewSession(kit.context, me, "unlock"), NotFound);
  });

  test("locks when a role is given or taken, and has the new roles at once", async () => {
    const grant = (role: string) => owner`
      insert into role_grant (id, staff_id, role, granted_by, granted_at)
      values (gen_random_uuid(), ${sam.id}, ${role}, ${sam.id}, ${minutes(1)})`;
    kit.at(minutes(1));
    await grant("manager");
    assert.equal(await stateOf(), "locked");
    kit.at(minutes(2));
    const unlocked = await renewSession(kit.context, await actorOf(), "unlock");
    assert.deepEqual((await actorOf(unlocked)).roles, ["screener", "manager"]);
    assert.equal(await stateOf(unlocked), "open");
    kit.at(minutes(3));
    await owner`update role_grant set revoked_at = ${minutes(3)}, revoked_by = ${sam.id}
      where staff_id = ${sam.id} and role = 'manager'`;
    assert.equal(await stateOf(unlocked), "locked");
    assert.deepEqual((await actorOf(unlocked)).roles, ["screener"]);
  });

  test("is dead at the next request once its person has left, or their organisation", async () => {
    assert.equal(await stateOf(), "open");
    await owner`update staff set active = false where id = ${sam.id}`;
    assert.equal(await stateOf(), null);
    assert.equal(await keepForm(kit.context, secret, { path: "/hub", body: typed }), null);
    await owner`update staff set active = true where id = ${sam.id}`;
    assert.equal(await stateOf(), "open");
    await owner`update organisation set active = false where id = ${sam.organisationId}`;
    assert.equal(await stateOf(), null);
    assert.equal(await keepForm(kit.context, secret, { path: "/hub", body: typed }), null);
  });
});

describe("my sessions", () => {
  test("are my own alone, with this one marked; each can be ended, or all others", async () => {
    const others = [await startSession(kit.context, sam.id), await startSession(kit.context, sam.id)];
    const stranger = await addStaff(kit.context, ["screener"]);
    const theirs = await startSession(kit.context, stranger.id);
    const me = await actorOf();
    const { sessions } = await listSessions(kit.context, me);
    assert.equal(sessions.length, 3);
    assert.deepEqual(
      sessions.filter(({ isThis }) => isThis).map(({ id }) => id),
      [me.sessionId],
    );
    const [first, second] = await Promise.all(others.map((one) => actorOf(one.secret)));
    await endMySessions(kit.context, me, first?.sessionId ?? "");
    assert.equal(await stateOf(others[0]?.secret), null);
    assert.equal(await stateOf(others[1]?.secret), "open");
    await endMySessions(kit.context, me, (await actorOf(theirs.secret)).sessionId);
    assert.equal(await stateOf(theirs.secret), "open", "somebody else's is not mine to end");
    await endMySessions(kit.context, me, "all-others");
    assert.equal(await stateOf(others[1]?.secret), null);
    assert.equal(await stateOf(), "open");
    const ended = await owner`select subject_id from audit_event
      where kind = 'session.ended' and actor_id = ${sam.id} order by at, id`;
    assert.deepEqual(
      ended.map(({ subject_id }) => subject_id as string),
      [first?.sessionId, second?.sessionId],
    );
  });
});

describe("a form that is kept", () => {
  const keep = async (body = typed) => (await keepForm(kit.context, secret, { path: "/hub/x", body })) ?? "";

  test("is sealed, and opens for its own account alone", async () => {
    const id = await keep();
    assert.deepEqual(await openKeptForm(kit.context, sam, id), { path: "/hub/x", body: typed });
    const [row] = await owner<{ body: Buffer }[]>`select body from kept_form where id = ${id}`;
    assert.ok(row && !row.body.toString("latin1").includes("Quillfeather"));
    const stranger = await addStaff(kit.context, ["screener", "manager", "administrator"]);
    await assert.rejects(openKeptForm(kit.context, stranger, id), NotFound);
    await assert.rejects(openKeptForm(kit.context, sam, "1"), NotFound);
    // Whoever can write to the database cannot hand it to somebody else either.
    await owner`update kept_form set staff_id = ${stranger.id} where id = ${id}`;
    await assert.rejects(openKeptForm(kit.context, stranger, id), /authenticate|unsupported state/i);
  });

  test("is kept on a session that is over by its time, and not on one that was ended or is long over", async () => {
    kit.at(minutes(45));
    assert.equal(await stateOf(), null);
    assert.notEqual(await keepForm(kit.context, secret, { path: "/hub", body: typed }), null);
    kit.at(minutes(60 * 33));
    assert.equal(await keepForm(kit.context, secret, { path: "/hub", body: typed }), null);
    kit.at(start);
    const other = await startSession(kit.context, sam.id);
    await endMySessions(kit.context, await actorOf(other.secret), "all-others");
    assert.equal(await keepForm(kit.context, secret, { path: "/hub", body: typed }), null);
    assert.equal(await keepForm(kit.context, "made up", { path: "/hub", body: typed }), null);
  });

  test("makes room for a newer one, and is deleted with its key when its time is over", async () => {
    const ids: string[] = [];
    for (let number = 0; number <= keptAtMost; number += 1) {
      kit.at(minutes(number));
      ids.push(await keep(`text=number+${number}`));
    }
    const [oldest = "", second = ""] = ids;
    await assert.rejects(openKeptForm(kit.context, sam, oldest), NotFound);
    assert.equal((await openKeptForm(kit.context, sam, second)).body, "text=number+1");
    assert.equal((await listSessions(kit.context, await actorOf())).kept.length, keptAtMost);
    const count = async () => {
      const [row] = await owner<{ forms: number; keys: number }[]>`select
        (select count(*)::int from kept_form where staff_id = ${sam.id}) as forms,
        (select count(*)::int from data_key where subject = 'kept_form' and subject_id = any(${ids})) as keys`;
      return row;
    };
    assert.deepEqual(await count(), { forms: keptAtMost + 1, keys: keptAtMost + 1 });
    const sweep = () => unitOfWork(kit.context, { kind: "system", process: "test" }, deleteExpiredForms);
    await sweep();
    assert.deepEqual(await count(), { forms: keptAtMost, keys: keptAtMost });
    kit.at(minutes(25 * 60));
    await assert.rejects(openKeptForm(kit.context, sam, second), NotFound);
    await sweep();
    assert.deepEqual(await count(), { forms: 0, keys: 0 });
  });
});
