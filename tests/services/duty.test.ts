import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import { listEvents } from "#services/audit/list-events";
import { readDuty } from "#services/duty/read-duty";
import { Forbidden } from "#services/errors";
import { unitOfWork } from "#services/unit-of-work";
import { sendContact } from "../support/contacts.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { addStaff } from "../support/staff.ts";

const hour = 3_600_000;
const start = new Date("2026-11-23T10:00:00Z");

describe("the duty screen", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
    kit.at(start);
  });
  after(() => kit.close());

  const alarmsFor = async (role: "manager" | "administrator") => {
    const { alarms } = await readDuty(kit.context, await addStaff(kit.context, [role]));
    return new Map(alarms.map((alarm) => [alarm.kind, alarm]));
  };

  test("says that no worker runs, and nothing else, when nothing has come in", async () => {
    assert.deepEqual([...(await alarmsFor("manager")).keys()], ["no_worker"]);
  });

  test("alarms on what is owed, unrated and undecided as each comes too late", async () => {
    const { reference } = await sendContact(kit.context);
    kit.at(new Date(start.getTime() + 10 * 60_000));
    const soon = await alarmsFor("manager");
    assert.deepEqual([...soon.keys()].sort(), ["no_worker", "owed_late", "unmatched"]);
    assert.equal(soon.get("owed_late")?.count, 2);
    assert.deepEqual(soon.get("owed_late")?.oldest, start);

    kit.at(new Date(start.getTime() + 2 * hour));
    assert.deepEqual((await alarmsFor("manager")).get("rating_late")?.references, [reference]);

    kit.at(new Date(start.getTime() + 25 * hour));
    assert.deepEqual((await alarmsFor("manager")).get("decision_late")?.references, [reference]);
  });

  test("alarms on a Red contact that nobody holds, and stops when somebody does", async () => {
    const { id, reference } = await sendContact(kit.context);
    const set = (statement: ReturnType<typeof sql>) =>
      unitOfWork(kit.context, { kind: "system", process: "test" }, ({ tx }) => tx.execute(statement));
    await set(sql`update contact set rating = 'R', rated_at = now() where id = ${id}`);
    assert.deepEqual((await alarmsFor("manager")).get("red_unheld")?.references, [reference]);
    await set(sql`update contact_child set state = 'recommended' where contact_id = ${id}`);
    assert.equal(
      (await alarmsFor("manager")).has("red_unheld"),
      false,
      "it waits for a manager, not for a holder",
    );
    await set(sql`update contact_child set state = 'sent_back' where contact_id = ${id}`);
    const { id: holder } = await addStaff(kit.context, ["screener"]);
    await set(
      sql`update hold set holder_id = ${holder}, lease_until = clock_timestamp() + interval '5 minutes' where contact_id = ${id}`,
    );
    assert.equal((await alarmsFor("manager")).has("red_unheld"), false);
  });

  test("counts for an administrator, but names no contact", async () => {
    const alarms = await alarmsFor("administrator");
    assert.ok((alarms.get("decision_late")?.count ?? 0) > 0);
    assert.deepEqual(alarms.get("decision_late")?.references, []);
  });
});

describe("the list of audit events", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
  });
  after(() => kit.close());

  test("shows who did what to whom, in pages, newest first, and records the looking", async () => {
    const { reference } = await sendContact(kit.context);
    await sendContact(kit.context);
    const auditor = await addStaff(kit.context, ["auditor"]);
    const all = await listEvents(kit.context, auditor, { olderThan: null, reference: null });
    assert.deepEqual(
      all.events.filter(({ kind }) => kind === "contact.submitted").map(({ who }) => who),
      ["a member of the public", "a member of the public"],
    );
    const one = await listEvents(kit.context, auditor, { olderThan: null, reference });
    assert.deepEqual(
      one.events.map((event) => [event.kind, event.reference]),
      [["contact.submitted", reference]],
    );
    const again = await listEvents(kit.context, auditor, { olderThan: null, reference: null });
    assert.equal(again.events[0]?.kind, "list.viewed");
    const older = await listEvents(kit.context, auditor, {
      olderThan: again.events[0]?.id ?? "",
      reference: null,
    });
    assert.ok(older.events.every(({ id }) => id < (again.events[0]?.id ?? "")));
    const nothing = await listEvents(kit.context, auditor, { olderThan: null, reference: "not one" });
    assert.deepEqual(nothing.events, []);
  });

  test("is not for a manager", async () => {
    const manager = await addStaff(kit.context, ["manager"]);
    await assert.rejects(listEvents(kit.context, manager, { olderThan: null, reference: null }), Forbidden);
  });
});
