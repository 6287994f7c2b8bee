import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { auditEvent, outbox } from "#db/schema/proof";
import { databaseCode } from "#services/database-errors";
import { Unavailable } from "#services/errors";
import { unitOfWork } from "#services/unit-of-work";
import { openDatabase } from "#db/client";
import { testContext, type TestContext } from "../support/context.ts";

const worker = { kind: "system", process: "test" } as const;

describe("a unit of work", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
  });
  after(() => kit.close());

  const eventsAbout = (subjectId: string) =>
    unitOfWork(kit.context, worker, ({ tx }) =>
      tx.select().from(auditEvent).where(eq(auditEvent.subjectId, subjectId)),
    );

  test("keeps rows, audit and owed work together, or none of them", async () => {
    const { context } = kit;
    const subjectId = context.newId();
    const run = (fail: boolean) =>
      unitOfWork(context, worker, async (unit) => {
        await unit.owe({ kind: "match-contact", subjectId, facts: {} });
        await unit.audit({ kind: "pathway.accepted", subjectId, facts: {} });
        if (fail) throw new Error("after both");
      });
    const count = () =>
      unitOfWork(context, worker, async ({ tx }) => [
        (await tx.select().from(outbox).where(eq(outbox.subjectId, subjectId))).length,
        (await tx.select().from(auditEvent).where(eq(auditEvent.subjectId, subjectId))).length,
      ]);
    await assert.rejects(run(true), /after both/);
    assert.deepEqual(await count(), [0, 0]);
    await run(false);
    assert.deepEqual(await count(), [1, 1]);
  });

  test("owes the same work for the same recipient once", async () => {
    const { context } = kit;
    const subjectId = context.newId();
    const owe = () =>
      unitOfWork(context, worker, (unit) => unit.owe({ kind: "route-decision", subjectId, facts: {} }));
    await owe();
    await owe();
    const rows = await unitOfWork(context, worker, ({ tx }) =>
      tx.select().from(outbox).where(eq(outbox.subjectId, subjectId)),
    );
    assert.equal(rows.length, 1);
  });

  test("tells the database who acts, and only for this transaction", async () => {
    const { context } = kit;
    const who = () => sql<string>`select current_setting('frontdoor.actor_kind', true) as who`;
    const inside = await unitOfWork(context, worker, ({ tx }) => tx.execute(who()));
    assert.deepEqual(inside[0], { who: "system" });
    const outside = await context.database.orm.execute(who());
    assert.notEqual((outside[0] as { who: string | null }).who, "system");
  });

  test("refuses an event that holds more than ids and codes", async () => {
    const typed = { kind: "contact.viewed", facts: { page: "x".repeat(41) } } as const;
    await assert.rejects(unitOfWork(kit.context, worker, (unit) => unit.audit(typed)));
  });

  test("fails with an event that cannot be written, though its caller went on, and says why", async () => {
    const id = kit.context.newId();
    const subjectId = kit.context.newId();
    const event = { kind: "pathway.accepted", subjectId, facts: {} } as const;
    let wentOn = false;
    const sameId = { ...kit.context, newId: () => id };
    // Whoever has this id commits only when the other has gone on and has nothing left to do but wait.
    let taken: () => void = () => undefined;
    const isTaken = new Promise<void>((resolve) => (taken = resolve));
    const first = unitOfWork(sameId, worker, async (unit) => {
      await unit.audit(event);
      await unit.tx.execute(sql`select 1`);
      taken();
      await setTimeout(200);
    });
    await isTaken;
    const second = unitOfWork(sameId, worker, async (unit) => {
      await unit.audit(event);
      wentOn = true;
    });
    await assert.rejects(second, (error) => databaseCode(error) === "23505");
    assert.ok(wentOn);
    await first;
    const after = unitOfWork(sameId, worker, async (unit) => {
      await unit.audit(event);
      await unit.tx.execute(sql`select 1`);
    });
    await assert.rejects(after, (error) => databaseCode(error) === "23505", "not what failed because of it");
    assert.equal((await eventsAbout(subjectId)).length, 1);
  });

  test("keeps an event before a part that is undone, and not one within", async () => {
    const [before, within] = [kit.context.newId(), kit.context.newId()];
    const event = (subjectId: string) => ({ kind: "pathway.accepted", subjectId, facts: {} }) as const;
    await unitOfWork(kit.context, worker, async (unit) => {
      void unit.audit(event(before));
      const part = unit.tx.transaction(async (savepoint) => {
        await unit.within(savepoint).audit(event(within));
        throw new Error("undone");
      });
      await assert.rejects(part, /undone/);
    });
    assert.equal((await eventsAbout(before)).length, 1);
    assert.equal((await eventsAbout(within)).length, 0);
  });

  test("says that a database that is not there is away, and heals by itself", async () => {
    const away = { ...kit.context, database: openDatabase("postgres://a:b@127.0.0.1:9/x", "away") };
    await assert.rejects(
      unitOfWork(away, worker, ({ tx }) => tx.execute(sql`select 1`)),
      Unavailable,
    );
    await away.database.close();
  });
});

describe("what the application's login may change", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
    const { context } = kit;
    await unitOfWork(context, worker, (unit) =>
      unit.audit({ kind: "pathway.accepted", subjectId: context.newId(), facts: {} }),
    );
  });
  after(() => kit.close());

  for (const table of ["audit_event", "audit_link", "decision", "contact_snapshot"]) {
    for (const [verb, statement] of [
      ["update", sql`update ${sql.identifier(table)} set ${sql.identifier(firstColumn(table))} = null`],
      ["delete", sql`delete from ${sql.identifier(table)}`],
      ["truncate", sql`truncate ${sql.identifier(table)} cascade`],
    ] as const) {
      test(`cannot ${verb} ${table}`, async () => {
        const attempt = unitOfWork(kit.context, worker, ({ tx }) => tx.execute(statement));
        await assert.rejects(attempt, (error) => databaseCode(error) === "42501");
      });
    }
  }

  test("cannot move a deadline, or change what is owed", async () => {
    for (const statement of [sql`update clock set due_at = now()`, sql`update outbox set subject_id = id`]) {
      const attempt = unitOfWork(kit.context, worker, ({ tx }) => tx.execute(statement));
      await assert.rejects(attempt, (error) => databaseCode(error) === "42501");
    }
  });

  test("even the owner cannot rewrite the audit by mistake", async () => {
    const owner = openDatabase(kit.database.owner, "owner");
    for (const statement of [sql`update audit_event set kind = 'x'`, sql`truncate audit_event cascade`]) {
      await assert.rejects(owner.orm.execute(statement), (error) => databaseCode(error) === "42501");
    }
    await owner.close();
  });
});

function firstColumn(table: string): string {
  return { audit_link: "position", contact_snapshot: "content" }[table] ?? "id";
}
