import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import type { Actor, StaffActor } from "#domain/actor";
import { chunkBytes, filesAtMost } from "#domain/files/limits";
import { readReferral } from "#services/contacts/read-referral";
import { deleteExpiredDrafts } from "#services/drafts/delete-expired-drafts";
import { forgetDraft } from "#services/drafts/forget-draft";
import { readDraft } from "#services/drafts/read-draft";
import { Conflict, Erased, NotFound } from "#services/errors";
import { RefusedFile } from "#services/files/bad-file";
import { addDraftFile, answerFiles, removeDraftFile } from "#services/files/change-draft-files";
import { listDraftFiles } from "#services/files/list-draft-files";
import { readContactFile } from "#services/files/read-contact-file";
import { askToEraseContact } from "#services/records/ask-to-erase";
import { unitOfWork } from "#services/unit-of-work";
import { testContext, type TestContext } from "../../support/context.ts";
import { draftForFiles, filesSentAs, pdf, photo, rowsOfDraft, sendDraft } from "../../support/files.ts";
import { ownerOf } from "../../support/queue.ts";
import { anotherNetwork } from "../../support/senders.ts";
import { recordsKit, type RecordsKit } from "../../support/records-kit.ts";
import { addStaff } from "../../support/staff.ts";

const secret = "Quillfeather";

let kit: TestContext;
let owner: postgres.Sql;
let people: RecordsKit;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  people = await recordsKit(kit, owner);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const text = (bytes = 2_000) => Buffer.from(`${secret} `.repeat(Math.ceil(bytes / 13)).slice(0, bytes));
const add = (access: Awaited<ReturnType<typeof draftForFiles>>, bytes: Buffer, name = `${secret}.txt`) =>
  addDraftFile(kit.context, { ...access, network: anotherNetwork(), name, bytes });
const rowsOf = (draftId: string) => rowsOfDraft(owner, draftId);
const idsOf = (reference: string) => filesSentAs(owner, reference);
async function bytesOf(actor: StaffActor, reference: string, fileId: string): Promise<Buffer> {
  const given = await readContactFile(kit.context, actor, { reference, fileId, pressed: true });
  assert.ok(given);
  const pieces: Buffer[] = [];
  for await (const piece of given.pieces) pieces.push(piece);
  return Buffer.concat(pieces);
}
/** A contact that was sent with one file. */
async function sentWith(bytes: Buffer, name = `${secret}.txt`) {
  const access = await draftForFiles(kit.context);
  await add(access, bytes, name);
  const reference = await sendDraft(kit.context, access);
  const [file] = await idsOf(reference);
  assert.ok(file);
  return { access, reference, fileId: file.id, contactId: file.contact_id };
}

describe("the files of a form", () => {
  test("are listed, named in the answers, and taken away again; another form has none of them", async () => {
    const [access, other] = [await draftForFiles(kit.context), await draftForFiles(kit.context)];
    await add(access, await photo(), "IMG 1.jpeg");
    await add(access, text());
    const listed = await listDraftFiles(kit.context, access);
    assert.deepEqual(
      listed.map(({ name, kind, scan }) => [name, kind, scan]),
      [
        ["IMG 1.jpeg", "jpeg", "waiting"],
        [`${secret}.txt`, "text", "waiting"],
      ],
    );
    const { answers } = await readDraft(kit.context, access);
    assert.deepEqual(answers["files"], {
      files: ["IMG 1.jpeg (JPEG picture, 1 KB)", `${secret}.txt (Plain text, 2 KB)`],
    });
    const [first] = listed;
    assert.ok(first);
    await removeDraftFile(kit.context, { ...other, fileId: first.id });
    for (const fileId of ["", "1", kit.context.newId()])
      await removeDraftFile(kit.context, { ...access, fileId });
    assert.equal((await listDraftFiles(kit.context, access)).length, 2);
    await removeDraftFile(kit.context, { ...access, fileId: first.id });
    assert.deepEqual(
      (await listDraftFiles(kit.context, access)).map(({ kind }) => kind),
      ["text"],
    );
    assert.deepEqual(await listDraftFiles(kit.context, other), []);
    assert.deepEqual((await answerFiles(kit.context, other)).answers["files"], { files: [] });
    await assert.rejects(listDraftFiles(kit.context, { ...access, secret: "x".repeat(43) }), NotFound);
  });

  test("are ten at most, also when the tenth and the eleventh come at once", async () => {
    const access = await draftForFiles(kit.context);
    for (let n = 1; n < filesAtMost; n += 1) await add(access, text(20), `${n}.txt`);
    const both = await Promise.allSettled([add(access, text(20)), add(access, text(20))]);
    const [refused] = both.filter(({ status }) => status === "rejected");
    assert.equal(both.filter(({ status }) => status === "fulfilled").length, 1);
    assert.ok(refused?.status === "rejected" && refused.reason instanceof RefusedFile);
    assert.equal(refused.reason.problem, "too-many");
    assert.deepEqual(await rowsOf(access.draftId), { files: filesAtMost, chunks: filesAtMost });
  });

  test("are a hundred megabytes at most", async () => {
    const access = await draftForFiles(kit.context);
    await add(access, text());
    await owner`update attachment set size = 26214400 where draft_id = ${access.draftId}`;
    for (let n = 0; n < 3; n += 1) {
      await add(access, text(20));
      await owner`update attachment set size = 26214400 where draft_id = ${access.draftId}`;
    }
    await assert.rejects(
      add(access, text(20)),
      (error) => error instanceof RefusedFile && error.problem === "too-much",
    );
  });

  test("go when it is left, and when its time is over; what was sent stays", async () => {
    const [left, late, sent] = [
      await draftForFiles(kit.context),
      await draftForFiles(kit.context),
      await sentWith(text()),
    ];
    for (const access of [left, late]) await add(access, text());
    await forgetDraft(kit.context, left);
    assert.deepEqual(await rowsOf(left.draftId), { files: 0, chunks: 0 });
    await owner`update draft set expires_at = now() - interval '1 minute' where id in (${late.draftId}, ${sent.access.draftId})`;
    assert.ok((await unitOfWork(kit.context, { kind: "system", process: "test" }, deleteExpiredDrafts)) >= 2);
    assert.deepEqual(await rowsOf(late.draftId), { files: 0, chunks: 0 });
    assert.deepEqual(await bytesOf(people.screener, sent.reference, sent.fileId), text());
  });

  test("cannot be changed any more once it is sent", async () => {
    const { access } = await sentWith(text());
    await assert.rejects(add(access, text()), Conflict);
    await assert.rejects(removeDraftFile(kit.context, { ...access, fileId: kit.context.newId() }), Conflict);
  });

  test("nobody takes away with the function what is another form's or a contact's", async () => {
    const sent = await sentWith(text());
    const other = await draftForFiles(kit.context);
    await add(other, text());
    const drop = (actor: Actor, draftId: string, own: string) =>
      unitOfWork(kit.context, actor, async ({ tx }) => {
        await tx.execute(sql`select set_config('frontdoor.own_draft', ${own}, true)`);
        const [row] = await tx.execute<{ n: number }>(
          sql`select frontdoor_drop_files(${draftId}::uuid, null) as n`,
        );
        return row?.n;
      });
    assert.equal(await drop({ kind: "public" }, other.draftId, sent.access.draftId), 0);
    assert.equal(await drop({ kind: "public" }, sent.access.draftId, sent.access.draftId), 0);
    assert.equal(await drop(people.manager, other.draftId, other.draftId), 0);
    assert.deepEqual(await rowsOf(other.draftId), { files: 1, chunks: 1 });
    assert.equal(await drop({ kind: "public" }, other.draftId, other.draftId), 1);
  });
});

describe("the files of a contact", () => {
  test("are what was sent, to the last byte, in chunks; nothing of them can be read in the database", async () => {
    const bytes = text(2 * chunkBytes + 17);
    const { reference, fileId } = await sentWith(bytes);
    const chunks = await owner<{ content: Buffer; n: number }[]>`
      select content, length(content)::int as n from attachment_chunk where attachment_id = ${fileId} order by ordinal`;
    assert.deepEqual(
      chunks.map(({ n }) => n > chunkBytes),
      [true, true, false],
    );
    assert.ok(chunks.every(({ content }) => !content.includes(secret)));
    const [row] = await owner<
      { particulars: Buffer }[]
    >`select particulars from attachment where id = ${fileId}`;
    assert.ok(!row?.particulars.includes(secret));
    assert.deepEqual(await bytesOf(people.screener, reference, fileId), bytes);
    const { files, pages } = await readReferral(kit.context, people.screener, reference);
    assert.deepEqual(
      files.map(({ name, size }) => [name, size]),
      [[`${secret}.txt`, bytes.length]],
    );
    assert.match(JSON.stringify(pages), new RegExp(`${secret}.txt \\(Plain text, 1.0 MB\\)`));
  });

  test("two chunks that change places, or one that is gone, are no file", async () => {
    const { reference, fileId } = await sentWith(text(2 * chunkBytes));
    const move = (from: number, to: number) =>
      owner`update attachment_chunk set ordinal = ${to} where attachment_id = ${fileId} and ordinal = ${from}`;
    await move(0, 2);
    await move(1, 0);
    await move(2, 1);
    await assert.rejects(bytesOf(people.screener, reference, fileId), /authenticate/);
    await move(0, 2);
    await assert.rejects(bytesOf(people.screener, reference, fileId), NotFound);
  });

  test("open at once when they were checked, on a second press when not, and never when something was found", async () => {
    const { reference, fileId, contactId } = await sentWith(pdf(), "a.pdf");
    const open = (pressed: boolean) =>
      readContactFile(kit.context, people.screener, { reference, fileId, pressed });
    const scanned = (scan: string) =>
      owner`update attachment set scan = ${scan}, scanned_at = ${scan === "waiting" ? null : new Date()} where id = ${fileId}`;
    const opened: Record<string, boolean[]> = {};
    for (const scan of ["waiting", "unchecked", "clean"]) {
      await scanned(scan);
      opened[scan] = [(await open(false)) !== null, (await open(true)) !== null];
    }
    assert.deepEqual(opened, { waiting: [false, true], unchecked: [false, true], clean: [true, true] });
    await scanned("held");
    await assert.rejects(open(true), NotFound);
    const { files } = await readReferral(kit.context, people.screener, reference);
    assert.deepEqual(
      files.map(({ scan }) => scan),
      ["held"],
      "it is told of all the same",
    );
    const audited = await owner<{ facts: { checked: boolean }; subject_id: string }[]>`
      select facts, subject_id from audit_event where contact_id = ${contactId} and kind = 'file.opened' order by recorded_at`;
    assert.deepEqual(
      audited.map(({ facts }) => facts.checked),
      [false, false, true, true],
    );
    assert.ok(audited.every(({ subject_id }) => subject_id === fileId));
  });

  test("are not read when nobody can record who reads them", async () => {
    const { reference, fileId } = await sentWith(text());
    await owner`revoke insert on audit_event from frontdoor_app`;
    try {
      await assert.rejects(bytesOf(people.screener, reference, fileId));
    } finally {
      await owner`grant insert on audit_event to frontdoor_app`;
    }
  });

  test("are there for whoever may read the contact, and for nobody else", async () => {
    const one = await sentWith(text());
    const other = await sentWith(text());
    const roles = ["advice", "analyst", "partner"] as const;
    for (const actor of await Promise.all(roles.map((role) => addStaff(kit.context, [role]))))
      await assert.rejects(bytesOf(actor, one.reference, one.fileId), NotFound);
    await assert.rejects(bytesOf(people.screener, other.reference, one.fileId), NotFound);
    await owner`update contact set cleared_only_since = now() where id = ${one.contactId}`;
    await assert.rejects(bytesOf(people.screener, one.reference, one.fileId), NotFound);
    assert.deepEqual(await bytesOf(people.manager, one.reference, one.fileId), text());
    const seen = (actor: Actor) =>
      unitOfWork(kit.context, actor, async ({ tx }) => {
        const [row] = await tx.execute<{ n: number }>(sql`
          select count(*)::int as n from attachment_chunk where attachment_id = ${one.fileId}`);
        return row?.n;
      });
    assert.deepEqual(
      [await seen(people.screener), await seen(people.manager), await seen({ kind: "public" })],
      [0, 1, 0],
    );
  });

  test("tell nobody where a family is that hides", async () => {
    const access = await draftForFiles(kit.context, {
      safety: { risks: ["address_secret"], interpreter: "no" },
    });
    await add(access, text());
    const reference = await sendDraft(kit.context, access);
    const [file] = await idsOf(reference);
    const auditor = await addStaff(kit.context, ["auditor"]);
    const { files } = await readReferral(kit.context, auditor, reference);
    assert.deepEqual(
      files.map(({ name }) => name),
      [null],
    );
    await assert.rejects(bytesOf(auditor, reference, file?.id ?? ""), NotFound);
    assert.deepEqual(await bytesOf(people.screener, reference, file?.id ?? ""), text());
  });

  test("are erased with it", async () => {
    const { reference, fileId, contactId } = await sentWith(text());
    const children = await owner<
      { id: string }[]
    >`select id from contact_child where contact_id = ${contactId}`;
    await people.finish({ id: contactId, reference, childIds: children.map(({ id }) => id) });
    await askToEraseContact(kit.context, people.officer, {
      reference,
      ground: "request",
      reason: "Asked for in a letter",
    });
    await people.confirm(contactId);
    const [left] = await owner<
      { n: number }[]
    >`select count(*)::int as n from attachment_chunk where attachment_id = ${fileId}`;
    assert.equal(left?.n, 0);
    await assert.rejects(bytesOf(people.screener, reference, fileId), Erased);
    const [row] = await owner<
      { particulars: Buffer }[]
    >`select particulars from attachment where id = ${fileId}`;
    assert.ok(
      row && !row.particulars.includes(secret),
      "what is left of it is sealed under a key that is destroyed",
    );
  });
});
