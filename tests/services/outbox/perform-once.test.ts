import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { setting } from "#db/schema/directory";
import { NotFound } from "#services/errors";
import type { QueuedJob } from "#services/outbox/owed-work";
import { OwedProblem } from "#services/outbox/owed-work";
import { oweRegularly } from "#services/outbox/owe-regularly";
import { performOnce } from "#services/outbox/perform-once";
import { problemCode, recordProblem } from "#services/outbox/record-problem";
import { unitOfWork, type Unit } from "#services/unit-of-work";
import { waitFor } from "../../../scripts/processes.mjs";
import { testContext, type TestContext } from "../../support/context.ts";
import { effects, owe, plainWork } from "../../support/owed.ts";
import { ownerOf } from "../../support/queue.ts";

type Job = QueuedJob & { kind: "delete-expired-drafts" };

let kit: TestContext;
let owner: postgres.Sql;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const owedJob = async (): Promise<Job> => {
  const [outboxId = ""] = await owe(kit.context, plainWork(kit.context));
  return { outboxId, kind: "delete-expired-drafts", queue: "housekeeping", recovered: false };
};
const row = async (id: string) => {
  const [found] = await owner<
    { done_at: Date | null; attempts: number; last_problem: string | null; rests: number | null }[]
  >`select done_at, attempts, last_problem, extract(epoch from lease_until - clock_timestamp())::float8 as rests
    from outbox where id = ${id}`;
  assert.ok(found);
  return found;
};
/** An effect that a test can count: a setting nobody reads. */
let versions = 0;
const effect = (key: string) => async (unit: Unit) => {
  versions += 1;
  await unit.tx.insert(setting).values({ key, version: versions, value: 1, setAt: unit.now });
};
const count = async (key: string) => (await owner`select from setting where key = ${key}`).length;

describe("owed work is done once", () => {
  test("delivered twice, one after the other", async () => {
    const job = await owedJob();
    assert.equal(await performOnce(kit.context, job, effect(job.outboxId)), "done");
    assert.equal(await performOnce(kit.context, job, effect(job.outboxId)), "gone");
    assert.equal(await count(job.outboxId), 1);
    assert.equal(await effects(owner, [job.outboxId]), 1);
  });

  test("delivered ten times at once", async () => {
    const job = await owedJob();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => performOnce(kit.context, job, effect(job.outboxId))),
    );
    assert.equal(outcomes.filter((outcome) => outcome === "done").length, 1);
    assert.equal(await count(job.outboxId), 1);
  });

  test("done before, and owed again by mistake: its effect stays once", async () => {
    const job = await owedJob();
    await performOnce(kit.context, job, effect(job.outboxId));
    await owner`update outbox set done_at = null where id = ${job.outboxId}`;
    assert.equal(await performOnce(kit.context, job, effect(job.outboxId)), "done");
    assert.equal(await count(job.outboxId), 1);
  });

  test("a failure takes everything back, and the work is still owed", async () => {
    const job = await owedJob();
    const failing = async (unit: Unit) => {
      await effect(job.outboxId)(unit);
      throw new OwedProblem("no-luck");
    };
    await assert.rejects(performOnce(kit.context, job, failing), OwedProblem);
    assert.equal(await count(job.outboxId), 0);
    assert.equal(await effects(owner, [job.outboxId]), 0);
    assert.equal((await row(job.outboxId)).done_at, null);
    assert.equal(await performOnce(kit.context, job, effect(job.outboxId)), "done");
  });

  test("a row that is not there, or of another kind, is a quiet nothing", async () => {
    const job = await owedJob();
    assert.equal(
      await performOnce(kit.context, { ...job, outboxId: kit.context.newId() }, effect("none")),
      "gone",
    );
    const other = { ...job, kind: "match-contact" as const };
    assert.equal(await performOnce(kit.context, other, effect("none")), "gone");
    assert.equal(await count("none"), 0);
    assert.equal((await row(job.outboxId)).done_at, null);
  });

  test("facts that are not what the kind asks for are a problem and no effect", async () => {
    const job = await owedJob();
    await owner`update outbox set facts = '{"planted": "text"}' where id = ${job.outboxId}`;
    await assert.rejects(
      performOnce(kit.context, job, effect(job.outboxId)),
      (error) => problemCode(error) === "bad-facts",
    );
    assert.equal(await count(job.outboxId), 0);
  });

  test("a row that another delivery has locked is left to it at once", async () => {
    const job = await owedJob();
    let release: (() => void) | undefined;
    const first = performOnce(kit.context, job, () => new Promise<void>((resolve) => (release = resolve)));
    await waitFor(() => release !== undefined, 2_000);
    const began = performance.now();
    assert.equal(await performOnce(kit.context, job, effect(job.outboxId)), "gone");
    assert.ok(performance.now() - began < 1_000);
    release?.();
    assert.equal(await first, "done");
  });

  test("a connection that is cut in the middle is tried again, and the effect is once", async () => {
    const job = await owedJob();
    let tries = 0;
    const cutOnce = async (unit: Unit) => {
      await effect(job.outboxId)(unit);
      tries += 1;
      if (tries > 1) return;
      await unit.tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    };
    assert.equal(await performOnce(kit.context, job, cutOnce), "done");
    assert.equal(tries, 2);
    assert.equal(await count(job.outboxId), 1);
  });
});

describe("a delivery that failed", () => {
  test("rests for longer each time, up to fifteen minutes, and never ends", async () => {
    const job = await owedJob();
    const rests: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      await recordProblem(kit.context, job.outboxId, "no-luck");
      rests.push((await row(job.outboxId)).rests ?? 0);
    }
    const expected = [15, 30, 60, 120, 240, 480, 900, 900, 900];
    for (const [i, seconds] of expected.entries()) {
      const rest = rests[i] ?? 0;
      assert.ok(rest > seconds - 2 && rest <= seconds * 1.2, `try ${i + 1} rests ${rest} s`);
    }
    const { attempts, last_problem, done_at } = await row(job.outboxId);
    assert.deepEqual(
      { attempts, last_problem, done_at },
      { attempts: 9, last_problem: "no-luck", done_at: null },
    );
  });

  test("leaves a row that was done meanwhile alone", async () => {
    const job = await owedJob();
    await performOnce(kit.context, job, effect(job.outboxId));
    await recordProblem(kit.context, job.outboxId, "late");
    assert.deepEqual((await row(job.outboxId)).last_problem, null);
  });

  test("keeps a code and never what the error said", async () => {
    const planted = "Zephyrine Plantedname";
    const database = await unitOfWork(kit.context, { kind: "system", process: "test" }, async ({ tx }) => {
      await tx.insert(setting).values({ key: planted, version: 1, value: 1, setAt: new Date() });
      await tx.insert(setting).values({ key: planted, version: 1, value: 1, setAt: new Date() });
    }).catch((error: unknown) => error);
    for (const [error, code] of [
      [database, "database-23505"],
      [new Error(planted), "error-Error"],
      [new TypeError(planted), "error-TypeError"],
      [new NotFound(planted), "not-found"],
      [planted, "error"],
    ] as const)
      assert.equal(problemCode(error), code);
  });
});

describe("housekeeping", () => {
  test("is owed once a period, however many ask", async () => {
    const work = { kind: "delete-expired-drafts", everyMinutes: 60 } as const;
    const subjects = async () =>
      (
        await owner`select subject_id from outbox where created_at in (${new Date("2026-11-23T10:05:00Z")},
        ${new Date("2026-11-23T10:59:59Z")}, ${new Date("2026-11-23T11:00:00Z")})`
      ).length;
    kit.at(new Date("2026-11-23T10:05:00Z"));
    await Promise.all(Array.from({ length: 8 }, () => oweRegularly(kit.context, work)));
    kit.at(new Date("2026-11-23T10:59:59Z"));
    await oweRegularly(kit.context, work);
    assert.equal(await subjects(), 1);
    kit.at(new Date("2026-11-23T11:00:00Z"));
    await oweRegularly(kit.context, work);
    assert.equal(await subjects(), 2);
    kit.at(null);
  });
});
