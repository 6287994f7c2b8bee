import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eq, sql } from "drizzle-orm";
import { openDatabase } from "#db/client";
import { clock } from "#db/schema/decision";
import { contact, contactChild, contactSnapshot, referrer } from "#db/schema/intake";
import { matchKey } from "#db/schema/people";
import { auditEvent, dataKey, outbox } from "#db/schema/proof";
import { hold } from "#db/schema/screening";
import type { Submission } from "#domain/questions/submission";
import { receiveContact, type Arrival } from "#services/contacts/receive-contact";
import { Conflict } from "#services/errors";
import { unwrap } from "#services/sealing/data-keys";
import { open } from "#services/sealing/seal";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, aSubmission } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";

const sender = { kind: "public" } as const;
const looking = { kind: "system", process: "test" } as const;
/** Monday, 3:40pm in London. */
const monday = new Date("2026-11-23T15:40:00Z");

describe("a contact that arrives", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
    kit.at(monday);
  });
  after(() => kit.close());

  const receive = (submission: Submission, arrival?: Partial<Arrival>) =>
    unitOfWork(kit.context, sender, (unit) =>
      receiveContact(unit, submission, {
        channel: "online",
        idempotencyKey: kit.context.newId(),
        ...arrival,
      }),
    );
  const look = <T>(work: Parameters<typeof unitOfWork<T>>[2]) => unitOfWork(kit.context, looking, work);
  const find = (reference: string) =>
    look(async ({ tx }) => {
      const [row] = await tx.select().from(contact).where(eq(contact.reference, reference));
      assert.ok(row);
      return row;
    });

  test("is decided by the same clock time of the next working day, and everything stands with it", async () => {
    const receipt = await receive(aSubmission());
    assert.equal(receipt.decideBy.toISOString(), "2026-11-24T15:40:00.000Z");
    const row = await find(receipt.reference);
    const [children, clocks, holds, owed, events] = await look(({ tx }) =>
      Promise.all([
        tx.select().from(contactChild).where(eq(contactChild.contactId, row.id)),
        tx.select().from(clock).where(eq(clock.contactId, row.id)),
        tx.select().from(hold).where(eq(hold.contactId, row.id)),
        tx.select().from(outbox).where(eq(outbox.subjectId, row.id)),
        tx.select().from(auditEvent).where(eq(auditEvent.contactId, row.id)),
      ]),
    );
    assert.deepEqual(
      children.map(({ state, standing }) => [state, standing]),
      [["waiting", "subject"]],
    );
    assert.deepEqual(clocks.map(({ kind }) => kind).sort(), ["decision", "rating"]);
    assert.deepEqual(
      holds.map(({ holderId }) => holderId),
      [null],
    );
    assert.deepEqual(owed.map(({ kind }) => kind).sort(), ["match-contact", "send-message"]);
    assert.deepEqual(
      events.map(({ kind, actorKind }) => [kind, actorKind]),
      [["contact.submitted", "public"]],
    );
  });

  test("counts an event without a clock time as happening now", async () => {
    const nextEvent = { at: null, kind: "going_home", time: "after club", detail: null } as const;
    const { reference } = await receive(aSubmission({ nextEvent }));
    assert.deepEqual((await find(reference)).nextEventAt, monday);
  });

  test("gives each subject child a decision clock, and no clock to a child who is only named", async () => {
    const household = aChild({ firstName: "Sol", standing: "household" });
    const { reference } = await receive(
      aSubmission({ children: [aChild(), aChild({ firstName: "Ada" }), household] }),
    );
    const { id } = await find(reference);
    const clocks = await look(({ tx }) =>
      tx
        .select()
        .from(clock)
        .where(sql`${clock.contactId} = ${id} and ${clock.kind} = 'decision'`),
    );
    assert.equal(clocks.length, 2);
  });

  test("answers the same key with the first receipt, and refuses other content under it", async () => {
    const idempotencyKey = kit.context.newId();
    const first = await receive(aSubmission(), { idempotencyKey });
    const again = await receive(aSubmission(), { idempotencyKey });
    assert.deepEqual(again, first);
    const other = aSubmission({ whatHappened: "Something else." });
    await assert.rejects(receive(other, { idempotencyKey }), (error) => {
      assert.ok(error instanceof Conflict);
      assert.equal((error.details as typeof first).reference, first.reference);
      return true;
    });
  });

  test("makes one contact of fifty arrivals under one key", async () => {
    const idempotencyKey = kit.context.newId();
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => receive(aSubmission(), { idempotencyKey })),
    );
    const references = all.flatMap((each) => (each.status === "fulfilled" ? [each.value.reference] : []));
    assert.equal(new Set(references).size, 1);
    const rows = await look(({ tx }) =>
      tx.select().from(contact).where(eq(contact.idempotencyKey, idempotencyKey)),
    );
    assert.equal(rows.length, 1);
  });

  test("is taken even when its audit event cannot be written, and says so", async () => {
    const owner = openDatabase(kit.database.owner, "owner", 1);
    await owner.orm.execute(sql`revoke insert on audit_event from frontdoor_app`);
    try {
      const { reference } = await receive(aSubmission());
      const row = await find(reference);
      assert.equal(row.auditGap, true);
    } finally {
      await owner.orm.execute(sql`grant insert on audit_event to frontdoor_app`);
      await owner.close();
    }
  });

  test("keeps nothing that was written readable, nor the sender with the child", async () => {
    const canary = (what: string) => `canary-${what}`;
    const { reference } = await receive(
      aSubmission({
        whatHappened: canary("happened"),
        address: { lines: [canary("street")], postcode: "AB1 2CD" },
        children: [
          aChild({ nhsNumber: "9434765919", school: canary("school"), description: canary("looks") }),
        ],
        adults: [
          {
            name: "Sam Okafor",
            relationship: canary("relationship"),
            birth: { kind: "not_known" },
            livesWithChild: "yes",
            parentalResponsibility: "yes",
            mayBeRisk: true,
          },
        ],
        referrer: {
          ...aSubmission().referrer,
          name: canary("sender"),
          email: "canary-sender@school.example",
        },
      }),
    );
    const { id } = await find(reference);
    const dump = await look(async ({ tx }) => {
      const texts: string[] = [];
      for (const table of [
        "contact",
        "contact_child",
        "contact_adult",
        "referrer",
        "match_key",
        "name",
        "outbox",
      ]) {
        const rows = await tx.execute<{ row: string }>(
          sql`select t::text as row from ${sql.identifier(table)} as t`,
        );
        texts.push(...rows.map(({ row }) => row));
      }
      return texts.join("\n");
    });
    assert.ok(dump.includes("Okafor"), "names stay readable for matching");
    assert.ok(!dump.includes("canary"));
    assert.ok(!dump.includes("9434765919"));
    await look(async ({ tx, context }) => {
      const [snapshot] = await tx.select().from(contactSnapshot).where(eq(contactSnapshot.contactId, id));
      const [sent] = await tx.select().from(referrer).where(eq(referrer.contactId, id));
      const [room] = await tx.select().from(dataKey).where(eq(dataKey.subjectId, id));
      assert.ok(snapshot && sent && room);
      const key = unwrap(context.keys, room);
      assert.throws(
        () => open(key, { table: "referrer", row: sent.id, column: "particulars" }, sent.particulars),
        "the contact's key does not open the referrer's room",
      );
      open(key, { table: "contact_snapshot", row: id, column: "content" }, snapshot.content);
    });
  });

  test("can be found later by plain sounds and dates, and by identifiers only through the key", async () => {
    const { reference } = await receive(aSubmission({ children: [aChild({ nhsNumber: "9434765919" })] }));
    const { id } = await find(reference);
    const keys = await look(({ tx }) => tx.select().from(matchKey).where(eq(matchKey.contactId, id)));
    const nhs = keys.filter(({ kind }) => kind === "nhs");
    assert.match(nhs[0]?.value ?? "", /^[\da-f]{64}$/);
    assert.ok(keys.some(({ kind, value }) => kind === "dob_last" && value.startsWith("2022-03-12|")));
  });
});
