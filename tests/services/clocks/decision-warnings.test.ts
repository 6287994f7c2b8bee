import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { warnOfDecisions } from "#services/clocks/warn-of-decisions";
import { messageFacts } from "#services/mail/message-facts";
import { noLongerWanted } from "#services/mail/no-longer-wanted";
import { unitOfWork } from "#services/unit-of-work";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

// Received on Tuesday at 10am: due on Wednesday at 10am.
const received = new Date("2026-11-24T10:00:00Z");
const half = new Date("2026-11-24T14:15:00Z");
const twoHours = new Date("2026-11-24T16:30:00Z");
const thirty = new Date("2026-11-25T09:30:00Z");
const late = new Date("2026-11-25T10:01:00Z");

describe("what is said while a decision runs out", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let hub: Place;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    hub = await addTeam(kit.context);
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const sent = async () => {
    await owner`update clock set stopped_at = now() where stopped_at is null`;
    kit.at(received);
    return sendContact(kit.context);
  };
  const sweptAt = async (at: Date) => {
    kit.at(at);
    await Promise.all([warnOfDecisions(kit.context), warnOfDecisions(kit.context)]);
    await warnOfDecisions(kit.context);
  };
  const told = async (contactId: string) => {
    const rows = await owner<
      { stage: string; message: string; to: string; recipient_id: string; subject_id: string }[]
    >`
      select a.stage, o.facts->>'message' as message, o.facts->>'to' as to, o.recipient_id, o.subject_id
      from clock_alarm a join outbox o on o.subject_id = a.id where a.contact_id = ${contactId}
      order by a.at, 2, 3`;
    return rows;
  };
  const inShort = async (contactId: string) =>
    (await told(contactId)).map(({ stage, message, to }) => `${stage} ${message} ${to}`);

  test("its holder hears of each stage once, managers of the last, and the sender when it is late", async () => {
    const { id } = await sent();
    const sam = await addStaff(kit.context, ["screener"], { place: hub });
    await owner`update hold set holder_id = ${sam.id}, taken_at = now(), lease_until = now() + interval '1 hour' where contact_id = ${id}`;
    for (const at of [received, half, twoHours, thirty, late]) await sweptAt(at);
    assert.deepEqual(await inShort(id), [
      "half decision-due staff",
      "two_hours decision-due staff",
      "thirty_minutes decision-due staff",
      "thirty_minutes decision-due team",
      "late decision-delayed referrer",
      "late decision-late staff",
      "late decision-late team",
    ]);
    const rows = await told(id);
    assert.ok(rows.every(({ to, recipient_id }) => to !== "staff" || recipient_id === sam.id));
    assert.ok(rows.every(({ to, recipient_id }) => to !== "team" || recipient_id === hub.teamId));
    const events =
      await owner`select 1 from audit_event where contact_id = ${id} and kind = 'decision.warned'`;
    assert.equal(events.length, 4);
    const about = await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) =>
      messageFacts(unit, "decision-late", rows.at(-1)?.subject_id ?? ""),
    );
    assert.deepEqual(
      about?.said.kind === "decision-late" && about.said.facts.dueAt,
      new Date("2026-11-25T10:00:00Z"),
    );
  });

  test("the hub hears what nobody holds, and only the stage that it is at", async () => {
    const { id } = await sent();
    await sweptAt(twoHours);
    assert.deepEqual(
      await inShort(id),
      ["two_hours decision-due team"],
      "half was past when it was first looked at",
    );
  });

  test("nothing is said once every child is decided, and what was on its way is dropped", async () => {
    const { id } = await sent();
    await sweptAt(twoHours);
    const [{ subject_id: alarm = "", recipient_id = "" } = {}] = await told(id);
    await owner`update clock set stopped_at = now() where contact_id = ${id}`;
    await sweptAt(late);
    assert.equal((await told(id)).length, 1);
    const [row] = await owner<
      { id: string; available_at: Date }[]
    >`select id, available_at from outbox where subject_id = ${alarm}`;
    assert.ok(row);
    const dropped = await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) =>
      noLongerWanted(
        unit,
        {
          ...{ id: row.id, kind: "send-message", subjectId: alarm, recipientId: recipient_id },
          ...{ facts: { message: "decision-due", to: "team" }, availableAt: row.available_at, attempts: 0 },
        },
        id,
      ),
    );
    assert.equal(dropped, "over");
  });
});
