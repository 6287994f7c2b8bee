import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type postgres from "postgres";
import { chunkBytes } from "#domain/files/limits";
import { RefusedFile } from "#services/files/bad-file";
import { addDraftFile } from "#services/files/change-draft-files";
import { listDraftFiles } from "#services/files/list-draft-files";
import { testContext, type TestContext } from "../../support/context.ts";
import { draftForFiles, rowsOfDraft } from "../../support/files.ts";
import { ownerOf } from "../../support/queue.ts";
import { anotherNetwork } from "../../support/senders.ts";

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

const text = (bytes: number) => Buffer.alloc(bytes, "Seen at four. ");
const add = (access: Awaited<ReturnType<typeof draftForFiles>>, bytes: Buffer, name = "seen.txt") =>
  addDraftFile(kit.context, { ...access, network: anotherNetwork(), name, bytes });

test("files of a form are no more than fit when ten come at once, each whole and once, in bounded memory", async (t) => {
  const access = await draftForFiles(kit.context);
  for (let n = 0; n < 3; n += 1) {
    await add(access, text(20));
    await owner`update attachment set size = 26214400 where draft_id = ${access.draftId}`;
  }
  const large = 6 * 1024 * 1024;
  const bytes = text(large);
  const inUse = () => process.memoryUsage().rss / 1024 / 1024;
  const before = inUse();
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, inUse())), 20);
  const tried = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => add(access, bytes, `${n}.txt`)),
  );
  clearInterval(watching);
  const refused = tried.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  // 75 MB were there, and four of six megabytes fit.
  assert.equal(refused.length, 6);
  assert.ok(refused.every((error) => error instanceof RefusedFile && error.problem === "too-much"));
  const names = (await listDraftFiles(kit.context, access)).map(({ name }) => name);
  assert.equal(new Set(names).size, names.length - 2, "three of one name, and four of their own");
  const chunks = large / chunkBytes;
  assert.deepEqual(await rowsOfDraft(owner, access.draftId), { files: 7, chunks: 3 + 4 * chunks });
  t.diagnostic(`${(peak - before).toFixed(0)} MB more at its most, for 24 MB that were kept`);
  assert.ok(peak - before < 200, `${(peak - before).toFixed(0)} MB`);
});
