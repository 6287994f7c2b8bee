import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { readReferral } from "#services/contacts/read-referral";
import { addDraftFile, removeDraftFile } from "#services/files/change-draft-files";
import { openScanner } from "#services/files/clamav";
import { scanUnchecked } from "#services/files/scan-unchecked";
import { scanFile } from "#services/files/scan-file";
import { OwedProblem } from "#services/outbox/owed-work";
import { chunkBytes } from "#domain/files/limits";
import { eicar, startClamd, type Clamd } from "../../support/clamd.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { docx, draftForFiles, sendDraft } from "../../support/files.ts";
import { ownerOf } from "../../support/queue.ts";
import { anotherNetwork } from "../../support/senders.ts";
import { addStaff } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let clamd: Clamd;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  clamd = await startClamd();
});
after(async () => {
  await clamd.close();
  await owner.end();
  await kit.close();
});

const draftWith = async (bytes: Buffer | string) => {
  const access = await draftForFiles(kit.context);
  await addDraftFile(kit.context, {
    ...access,
    network: anotherNetwork(),
    name: "seen.txt",
    bytes: Buffer.from(bytes as string),
  });
  const [file] = await owner<{ id: string; job: string }[]>`
    select a.id, o.id as job from attachment a join outbox o on o.subject_id = a.id and o.kind = 'scan-file'
    where a.draft_id = ${access.draftId}`;
  assert.ok(file, "the scan is owed with the file");
  return { access, ...file };
};
const scan = (job: string, address: string | null) =>
  scanFile(
    { ...kit.context, scanner: address === null ? null : openScanner(address) },
    { outboxId: job, kind: "scan-file", queue: "housekeeping", recovered: false },
  );
const stateOf = async (id: string) =>
  (await owner<{ scan: string }[]>`select scan from attachment where id = ${id}`)[0]?.scan;

describe("a file is looked through", () => {
  test("while its form is filled in, or after it was sent, and what was found in it holds up no contact", async () => {
    const clean = await draftWith("x".repeat(2 * chunkBytes));
    const bad = await draftWith(`${"x".repeat(chunkBytes - 20)}${eicar}`);
    assert.equal(await scan(clean.job, clamd.address), "done");
    const reference = await sendDraft(kit.context, bad.access);
    assert.equal(await scan(bad.job, clamd.address), "done");
    assert.deepEqual([await stateOf(clean.id), await stateOf(bad.id)], ["clean", "held"]);
    const screener = await addStaff(kit.context, ["screener"]);
    const { files, pages } = await readReferral(kit.context, screener, reference);
    assert.deepEqual(
      files.map((file) => file.scan),
      ["held"],
    );
    assert.ok(pages.length > 5, "the contact is there, whole");
    const late = await draftWith(eicar);
    await scan(late.job, clamd.address);
    assert.match(
      await sendDraft(kit.context, late.access),
      /^[0-9A-Z]{8}$/,
      "a form with a held file is sent",
    );
  });

  test("again later while the scanner is away; the contact does not wait for it", async () => {
    const away = await startClamd();
    await away.close();
    const { access, job, id } = await draftWith("Seen at four");
    await assert.rejects(
      scan(job, away.address),
      (error) => error instanceof OwedProblem && error.code === "scanner-away",
    );
    await sendDraft(kit.context, access);
    assert.equal(await stateOf(id), "waiting");
    assert.equal(await scan(job, clamd.address), "done");
    assert.equal(await stateOf(id), "clean");
    assert.equal(await scan(job, clamd.address), "gone", "once is enough");
  });

  test("is told as not checked where there is no scanner, or it cannot look into the file", async () => {
    const small = await startClamd({ streamAtMost: 1_000 });
    const [none, large] = [await draftWith("a"), await draftWith("x".repeat(5_000))];
    await scan(none.job, null);
    // Told while the file is still being sent, or after: the first answer may be lost, and is asked for again.
    for (let tries = 0; (await stateOf(large.id)) === "waiting" && tries < 20; tries += 1)
      await scan(large.job, small.address).catch((error: unknown) => assert.ok(error instanceof OwedProblem));
    assert.deepEqual([await stateOf(none.id), await stateOf(large.id)], ["unchecked", "unreadable"]);
    await small.close();
  });

  test("later, a few at a time, when there was no scanner; what cannot be read is not asked for again", async () => {
    await owner`update attachment set scan = 'clean', scanned_at = now() where scan = 'unchecked'`;
    const files = [];
    for (const bytes of ["a", eicar, "c", "d", "e", "f"]) files.push(await draftWith(bytes));
    for (const { job } of files) await scan(job, null);
    const again = (address: string | null) =>
      scanUnchecked({ ...kit.context, scanner: address === null ? null : openScanner(address) });
    assert.equal(await again(null), 0, "nothing is asked where there is none");
    const away = await startClamd();
    await away.close();
    await assert.rejects(again(away.address));
    const [gone] = files;
    await owner`delete from data_key where subject = 'draft' and subject_id = ${gone?.access.draftId ?? ""}`;
    assert.equal(await again(clamd.address), 5);
    assert.equal(await again(clamd.address), 1);
    assert.equal(await again(clamd.address), 0);
    assert.deepEqual(await Promise.all(files.map(({ id }) => stateOf(id))), [
      "unreadable",
      "held",
      ...["clean", "clean", "clean", "clean"],
    ]);
  });

  test("and is nothing to do once it was taken away", async () => {
    const { access, job, id } = await draftWith("a");
    await removeDraftFile(kit.context, { ...access, fileId: id });
    const before = clamd.asked();
    assert.equal(await scan(job, clamd.address), "done");
    assert.equal(clamd.asked(), before);
  });
});

/** Debian's ClamAV with one signature of our own: the real ones are a quarter of a gigabyte. */
describe("ClamAV itself", () => {
  const folder = mkdtempSync(join(tmpdir(), "front-door-clamav-"));
  const isHere = spawnSync("clamscan", ["--version"]).status === 0;
  writeFileSync(join(folder, "own.ndb"), `Own.Test:0:*:${Buffer.from(eicar).toString("hex")}\n`);
  after(() => rmSync(folder, { recursive: true }));
  async function* of(bytes: Buffer) {
    yield await Promise.resolve(bytes.subarray(0, 10));
    yield bytes.subarray(10);
  }

  test("finds its test file, also packed in a document; where it is not installed it is never taken for clean", async (t) => {
    const look = openScanner(`clamscan://${folder}`);
    t.diagnostic(
      isHere ? "the program looked through three files" : "ClamAV is not installed here: only that was tried",
    );
    if (isHere) {
      assert.equal(await look(of(Buffer.from(eicar))), "found");
      assert.equal(await look(of(docx({ "word/media/a.txt": eicar }))), "found");
      assert.equal(await look(of(docx())), "clean");
      await assert.rejects(openScanner("clamscan:///no/such/folder")(of(Buffer.from("a"))));
    } else {
      await assert.rejects(look(of(Buffer.from("a".repeat(20)))));
    }
  });
});
