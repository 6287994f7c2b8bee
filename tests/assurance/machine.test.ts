import assert from "node:assert/strict";
import { test } from "node:test";
import { testContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";
import { runMachine } from "./support/machine/run.ts";

test("no child is lost between a contact and the end of the work", async (t) => {
  const kit = await testContext();
  const owner = ownerOf(kit);
  const report = await runMachine(kit.context, owner, {
    ...{ seed: "no child", contacts: 25, opening: new Date("2026-11-24T10:00:00Z") },
  });
  t.diagnostic(
    JSON.stringify({
      ...report,
      tally: { ...report.tally, refused: [...report.tally.refused] },
      promises: undefined,
    }),
  );
  await owner.end();
  await kit.close();
  assert.deepEqual(
    report.promises.filter(({ broken }) => broken.length > 0),
    [],
  );
});
