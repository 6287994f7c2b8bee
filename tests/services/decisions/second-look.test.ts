import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { Conflict, Forbidden, NotFound } from "#services/errors";
import { listSecondLooks } from "#services/second-looks/list-second-looks";
import { makeSecondLook } from "#services/second-looks/make-second-look";
import { readSecondLook } from "#services/second-looks/read-second-look";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

describe("a second look that does not see the first", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let auditor: StaffActor;
  let other: StaffActor;
  const view = { outcome: "advice", level: 2, reason: "The school can do this with a named person" } as const;

  before(async () => {
    kit = await testContext();
    kit.at(new Date("2026-11-24T10:00:00Z"));
    kit.context.settings = { ...kit.context.settings, secondLookOneIn: 1 };
    owner = ownerOf(kit);
    screener = await addStaff(kit.context, ["screener", "auditor"]);
    manager = await addStaff(kit.context, ["manager", "auditor"]);
    auditor = await addStaff(kit.context, ["auditor"]);
    other = await addStaff(kit.context, ["auditor"]);
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const decided = async () => {
    const contact = await sendContact(kit.context);
    await recommendAll(kit.context, owner, screener, contact, "assessment");
    const [id = ""] = await agreeAll(kit.context, owner, manager, contact);
    return { id, contact };
  };
  const waiting = async (actor: StaffActor) =>
    (await listSecondLooks(kit.context, actor, { made: false, after: null })).rows.map(({ id }) => id);

  test("is drawn with the decision, and is nobody's who had a part in it", async () => {
    const { id } = await decided();
    assert.ok((await waiting(auditor)).includes(id));
    for (const actor of [screener, manager]) {
      assert.ok(!(await waiting(actor)).includes(id));
      await assert.rejects(readSecondLook(kit.context, actor, id), NotFound);
      await assert.rejects(makeSecondLook(kit.context, actor, { id, ...view }), NotFound);
    }
    const analyst = await addStaff(kit.context, ["analyst"]);
    await assert.rejects(waiting(analyst), Forbidden);
  });

  test("shows what was sent and nothing of what was decided, until it is kept", async () => {
    const { id, contact } = await decided();
    const blind = await readSecondLook(kit.context, auditor, id);
    const shown = JSON.stringify(blind);
    assert.match(shown, /would not talk about/);
    assert.doesNotMatch(shown, /assessment|A bruise that nobody explains|agree with/);
    await makeSecondLook(kit.context, auditor, { id, ...view });
    const { both } = await readSecondLook(kit.context, auditor, id);
    assert.deepEqual([both?.theirs.outcome, both?.decided.outcome], ["advice", "assessment"]);
    assert.ok(!(await waiting(auditor)).includes(id));
    const events = await owner`
      select kind from audit_event where contact_id = ${contact.id} and actor_id = ${auditor.id} order by kind`;
    assert.deepEqual(
      events.map(({ kind }) => kind as string),
      ["contact.viewed", "contact.viewed", "second-look.made"],
    );
  });

  test("is kept once: again changes nothing, and whoever is second is told", async () => {
    const { id } = await decided();
    await makeSecondLook(kit.context, auditor, { id, ...view });
    await makeSecondLook(kit.context, auditor, { id, ...view, level: 4 });
    await assert.rejects(makeSecondLook(kit.context, other, { id, ...view }), Conflict);
    assert.equal((await readSecondLook(kit.context, other, id)).both?.theirs.level, 2);
  });

  test("of a contact that only cleared staff may know of does not exist for others", async () => {
    const { id, contact } = await decided();
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    assert.ok(!(await waiting(auditor)).includes(id));
    await assert.rejects(readSecondLook(kit.context, auditor, id), NotFound);
  });
});
