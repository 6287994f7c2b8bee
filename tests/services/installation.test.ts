import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { openDatabase } from "#db/client";
import { setting } from "#db/schema/directory";
import type { Context } from "#services/context";
import { Unavailable, WrongInstallation } from "#services/errors";
import { checkInstallation } from "#services/health/check-installation";
import { checkReadiness } from "#services/health/check-readiness";
import { unitOfWork } from "#services/unit-of-work";
import { testContext, type TestContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";

const tester = { kind: "system", process: "test" } as const;

describe("a database that is another's", () => {
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

  /** A process that has just started: what an earlier one found out is not known to it. */
  async function inNewProcess<T>(demo: boolean, work: (context: Context) => Promise<T>): Promise<T> {
    const database = openDatabase(kit.database.app, "test", 2);
    try {
      return await work({ ...kit.context, database, site: { ...kit.context.site, demo } });
    } finally {
      await database.close();
    }
  }
  const mark = async (mode: "demo" | "live" | null) => {
    await owner`delete from installation`;
    if (mode) await owner`insert into installation (mode, since) values (${mode}, now())`;
  };

  for (const [marker, demo] of [
    ["demo", false],
    ["live", true],
  ] as const) {
    test(`is not touched: a ${marker} one, with DEMO=${Number(demo)}`, async () => {
      await mark(marker);
      await inNewProcess(demo, async (context) => {
        await assert.rejects(checkInstallation(context), {
          name: "WrongInstallation",
          message: /of its own/,
        });
        const key = `${marker}-${demo}`;
        const writing = () =>
          unitOfWork(context, tester, ({ tx, now }) =>
            tx.insert(setting).values({ key, version: 1, value: 1, setAt: now }),
          );
        // A visitor is told what they are told when the database is away.
        const refused = (error: unknown) =>
          error instanceof WrongInstallation && error instanceof Unavailable;
        await assert.rejects(writing(), refused);
        await assert.rejects(writing(), refused, "also the second time");
        assert.equal((await owner`select from setting where key = ${key}`).length, 0);
        assert.equal(await checkReadiness(context), false);
      });
    });
  }

  for (const [marker, demo] of [
    ["demo", true],
    ["live", false],
    [null, true],
    [null, false],
  ] as const) {
    test(`is not this one: ${marker ?? "without a marker"}, with DEMO=${Number(demo)}`, async () => {
      await mark(marker);
      await inNewProcess(demo, async (context) => {
        await checkInstallation(context);
        assert.equal(await checkReadiness(context), true);
      });
    });
  }
});
