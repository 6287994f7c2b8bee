import assert from "node:assert/strict";
import { after, before, describe, test, type TestContext } from "node:test";
import { plantCanaries } from "./support/canaries.ts";
import { decideAtOnce } from "./support/managers.ts";
import { sendUnderOneKey } from "./support/one-key.ts";
import { tellFaults, tellManagers, tellOneKey, tellSeen } from "./support/report.ts";
import { runFaults } from "./support/run-faults.ts";
import { startSystem, type System } from "./support/system.ts";
import { sendWithoutQueue } from "./support/without-queue.ts";

/*
 * `npm run assurance` in a minute: the same code on the same processes, with few of everything. A seed that found a
 * fault joins the list and stays; `npm run assurance -- --submissions 160 --kills 3 --seed S` repeats one.
 */
const seeds = { postgres: "front door", redis: "back door" } as const;

const [submissions, rate, kills] = [160, 20, 3];

for (const backend of ["postgres", "redis"] as const)
  describe(`the whole service, ${backend} queue`, () => {
    const seed = seeds[backend];
    let system: System;
    before(async () => {
      system = await startSystem(backend);
    });
    after(() => system.stop());

    /** Prints what was measured; nothing may be broken. */
    const expectUnbroken = (t: TestContext, { lines, broken }: ReturnType<typeof tellFaults>) => {
      for (const line of [`seed ${seed}`, ...lines]) t.diagnostic(line);
      assert.deepEqual(broken, [], `seed ${seed}`);
    };

    test("a form is in triage at the first look, with the worker stopped and nothing to queue in", async (t) => {
      const { lines, ...seen } = await sendWithoutQueue(system, seed, 10).then((report) => ({
        lines: tellSeen(report).lines,
        ...report,
      }));
      lines.forEach((line) => t.diagnostic(line));
      assert.deepEqual(seen.notInTriage, []);
      assert.ok(seen.medianMs < 1_000, `${seen.medianMs} ms`);
    });

    test("what people wrote lies in the open only where the register of personal data says so", async (t) => {
      const { planted, searched, ...report } = await plantCanaries(system);
      t.diagnostic(`${planted} words planted, ${searched} places searched`);
      assert.deepEqual(report, { leaked: [], unseen: [] });
    });

    if (backend === "postgres") {
      test("of twenty managers who decide one contact at once one has decided, and nobody loses a word", async (t) =>
        expectUnbroken(t, tellManagers(await decideAtOnce(system, seed, 10, 20))));

      test("fifty posts at once under one key make one contact, by the form and by the API", async (t) => {
        const report = await sendUnderOneKey(system, seed, 3);
        expectUnbroken(t, tellOneKey(report));
        assert.deepEqual(
          report.doors.map(({ contacts }) => contacts),
          [3, 3],
        );
      });
    }

    test("nothing that was acknowledged is lost or doubled under kills, and nothing stays owed", async (t) => {
      const report = await runFaults(system, {
        ...{ seed, submissions, rate, decisions: 24, rest: "skipped" },
        faults: { web: kills, worker: kills, postgres: 1, redis: backend === "redis" ? 3 : 0 },
        say: (line) => t.diagnostic(line),
      });
      expectUnbroken(t, tellFaults(report));
      assert.ok(report.submitted >= submissions);
      assert.deepEqual([report.kills.web, report.kills.worker], [kills, kills], "the kills happened");
    });
  });
