import assert from "node:assert/strict";
import { test } from "node:test";
import { testContext } from "../../support/context.ts";
import { fillQueue, pressTogether } from "../../support/pressing.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

/** `npm run assurance` does the same with a thousand contacts. */
test("twenty screeners who press until nothing is left: each contact taken once, and in its order", async (t) => {
  const kit = await testContext();
  kit.at(new Date("2026-11-24T10:00:00Z"));
  const owner = ownerOf(kit);
  try {
    const place = await addTeam(kit.context);
    const people = await Promise.all(
      Array.from({ length: 20 }, () => addStaff(kit.context, ["screener"], { place })),
    );
    await fillQueue(kit.context, owner, { contacts: 60, seed: 50_560 });
    const { seconds, ...report } = await pressTogether(kit.context, owner, people);
    assert.deepEqual(report, { people: 20, contacts: 60, notOnce: [], outOfOrder: [] });
    t.diagnostic(`60 contacts in ${seconds} s`);
  } finally {
    await owner.end();
    await kit.close();
  }
});
