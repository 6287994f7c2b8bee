import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { filesAtMost } from "#domain/files/limits";
import { callSchema } from "#domain/phone-call";
import { readContact } from "#services/contacts/read-contact";
import { readReferral } from "#services/contacts/read-referral";
import { Conflict, Forbidden, NotFound } from "#services/errors";
import { RefusedFile } from "#services/files/bad-file";
import { addCallFile, listCallFiles, removeCallFile } from "#services/files/change-call-files";
import { readContactFile } from "#services/files/read-contact-file";
import { addToCall } from "#services/phone/add-to-call";
import { readPhoneCall } from "#services/phone/read-call";
import { endAdviceCall, sendCall } from "#services/phone/send-call";
import { startCall } from "#services/phone/start-call";
import { addMoreWithFile } from "#services/senders/add-more";
import { claimSent } from "#services/senders/claim-sent";
import { aSubmission, sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll } from "../../support/deciding.ts";
import { pdf, photo, toldByPhone } from "../../support/files.ts";
import { ownerOf } from "../../support/queue.ts";
import { anotherNetwork, provenSender } from "../../support/senders.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let taker: StaffActor;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  const place = await addTeam(kit.context);
  [screener, manager, taker] = await Promise.all([
    addStaff(kit.context, ["screener"], { place }),
    addStaff(kit.context, ["manager"], { place }),
    addStaff(kit.context, ["call_taker"], { place }),
  ]);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const refusedAs = (problem: string) => (error: unknown) =>
  error instanceof RefusedFile && error.problem === problem;
const bytesOf = async (reference: string, fileId: string): Promise<Buffer> => {
  const given = await readContactFile(kit.context, screener, { reference, fileId, pressed: true });
  const pieces: Buffer[] = [];
  for await (const piece of given?.pieces ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
};
const filesOf = async (reference: string) => (await readReferral(kit.context, screener, reference)).files;
const owedScans = async (fileId: string) => {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from outbox where kind = 'scan-file' and subject_id = ${fileId}`;
  return row?.n;
};

let teachers = 0;
async function sent() {
  const email = `teacher${(teachers += 1)}@school.example`;
  const contact = await sendContact(kit.context, { referrer: { ...aSubmission().referrer, email } });
  const secret = await provenSender(kit.context, owner, email);
  await claimSent(kit.context, { secret, reference: contact.reference, network: anotherNetwork() });
  const add = (bytes: Buffer, more: { danger?: "yes" | "no"; key?: string; secret?: string } = {}) =>
    addMoreWithFile(kit.context, {
      ...{ secret: more.secret ?? secret, reference: contact.reference, text: "The mark on his arm" },
      ...{ danger: more.danger ?? "no", key: more.key ?? kit.context.newId() },
      ...{ network: anotherNetwork(), sent: { name: "arm.JPG", bytes } },
    });
  return { contact, secret, add };
}

describe("a file that a sender adds afterwards", () => {
  test("stands on the contact with what they say of it, cleaned and sealed, once however often it is sent", async () => {
    const { contact, add } = await sent();
    const key = kit.context.newId();
    const picture = await photo();
    await Promise.all([add(picture, { key }), add(picture, { key })]);
    await add(picture, { key });
    const [file, ...others] = await filesOf(contact.reference);
    assert.ok(file && others.length === 0, "one file");
    assert.deepEqual(
      [file.name, file.kind, file.byCallTaker, file.afterwards],
      ["arm.jpg", "jpeg", false, true],
    );
    assert.ok(!(await bytesOf(contact.reference, file.id)).includes(toldByPhone));
    assert.equal(await owedScans(file.id), 1);
    const page = await readContact(kit.context, screener, contact.reference);
    assert.equal(page.files, 1);
    assert.deepEqual(
      page.added.additions.map(({ text, files }) => [text, files]),
      [["The mark on his arm", 1]],
    );
  });

  test("asks about danger again: a contact is rated anew before everything else", async () => {
    const { contact, add } = await sent();
    await owner`update contact set danger = 'no' where id = ${contact.id}`;
    await add(pdf(), { danger: "yes" });
    const { head } = await readContact(kit.context, screener, contact.reference);
    assert.equal(head.danger, "yes");
  });

  test("is a contact of its own, with its own clock, once every child is decided", async () => {
    const { contact, add } = await sent();
    await recommendAll(kit.context, owner, screener, contact, "assessment");
    await agreeAll(kit.context, owner, manager, contact);
    const added = await add(pdf());
    assert.ok(added.how === "linked");
    assert.deepEqual(
      (await filesOf(added.reference)).map(({ name, afterwards }) => [name, afterwards]),
      [["arm.pdf", false]],
    );
    assert.deepEqual(await filesOf(contact.reference), []);
  });

  test("counts with the files that there are: ten at most, of many at once no more", async () => {
    const { contact, add } = await sent();
    const tried = await Promise.allSettled(Array.from({ length: filesAtMost + 2 }, () => add(pdf())));
    const refused = tried.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    assert.equal((await filesOf(contact.reference)).length, filesAtMost);
    assert.equal(refused.length, 2);
    assert.ok(refused.every(refusedAs("too-many")));
    const [said] = await owner<{ n: number }[]>`
      select count(*)::int as n from addition where contact_id = ${contact.id}`;
    assert.equal(said?.n, filesAtMost, "what is not taken adds no words either");
  });

  test("is refused in words when it is none, and nobody else's contact is told of", async () => {
    const [mine, other] = [await sent(), await sent()];
    await assert.rejects(
      mine.add(Buffer.from("MZ\u0090\u0000".repeat(100), "latin1")),
      refusedAs("wrong-kind"),
    );
    await assert.rejects(mine.add(Buffer.alloc(0), { secret: other.secret }), NotFound);
  });
});

const call = callSchema.parse({
  ...{ danger: "not_sure", account: "He has a mark on his arm", child1: "Milo Okafor", caller: "school" },
});

describe("a file that a caller emails to whoever takes their call", () => {
  const file = async () => ({ name: "arm.jpg", bytes: await photo() });

  test("goes with the call, and is the contact's once that is sent", async () => {
    const id = await startCall(kit.context, taker);
    await addCallFile(kit.context, taker, { id, ...(await file()) });
    await addCallFile(kit.context, taker, { id, name: "mistake.pdf", bytes: pdf() });
    const { files } = await listCallFiles(kit.context, taker, { id });
    assert.deepEqual(
      files.map(({ name }) => name),
      ["arm.jpg", "mistake.pdf"],
    );
    const other = await startCall(kit.context, taker);
    await removeCallFile(kit.context, taker, { id: other, fileId: files[1]?.id ?? "" });
    assert.equal((await readPhoneCall(kit.context, taker, id)).files, 2, "another call has none of them");
    for (const fileId of ["", kit.context.newId(), files[1]?.id ?? ""])
      await removeCallFile(kit.context, taker, { id, fileId });
    const reference = await sendCall(kit.context, taker, { id, call });
    const [kept, ...more] = await filesOf(reference);
    assert.ok(kept && more.length === 0);
    assert.deepEqual([kept.name, kept.byCallTaker, kept.afterwards], ["arm.jpg", true, false]);
    assert.ok(!(await bytesOf(reference, kept.id)).includes(toldByPhone));
    assert.equal(await owedScans(kept.id), 1);
    await assert.rejects(addCallFile(kit.context, taker, { id, ...(await file()) }), Conflict);
    await assert.rejects(removeCallFile(kit.context, taker, { id, fileId: kept.id }), Conflict);
  });

  test("is nobody else's to add, to see or to take away", async () => {
    const id = await startCall(kit.context, taker);
    await addCallFile(kit.context, taker, { id, ...(await file()) });
    const [added] = (await listCallFiles(kit.context, taker, { id })).files;
    for (const actor of [screener, manager]) {
      await assert.rejects(addCallFile(kit.context, actor, { id, ...(await file()) }), NotFound);
      await assert.rejects(listCallFiles(kit.context, actor, { id }), NotFound);
      await assert.rejects(removeCallFile(kit.context, actor, { id, fileId: added?.id ?? "" }), NotFound);
    }
    const advice = await addStaff(kit.context, ["advice"]);
    await assert.rejects(listCallFiles(kit.context, advice, { id }), Forbidden);
    assert.equal((await listCallFiles(kit.context, taker, { id })).files.length, 1);
  });

  test("goes when only advice was given", async () => {
    const id = await startCall(kit.context, taker);
    await addCallFile(kit.context, taker, { id, ...(await file()) });
    await endAdviceCall(kit.context, taker, id);
    const [left] = await owner<{ n: number }[]>`
      select count(*)::int as n from attachment a left join attachment_chunk c on c.attachment_id = a.id
      where a.call_id = ${id}`;
    assert.equal(left?.n, 0);
  });

  test("is added with words and the question of danger when it comes after the call was sent", async () => {
    const id = await startCall(kit.context, taker);
    const reference = await sendCall(kit.context, taker, { id, call });
    const key = kit.context.newId();
    const more = { id, text: "The photo that she promised", danger: "no", key } as const;
    for (let times = 0; times < 2; times += 1)
      await addToCall(kit.context, taker, { ...more, ...(await file()) });
    assert.deepEqual(
      (await filesOf(reference)).map(({ byCallTaker, afterwards }) => [byCallTaker, afterwards]),
      [[true, true]],
    );
    const { added } = await readContact(kit.context, screener, reference);
    assert.deepEqual(
      added.additions.map(({ channel, text, files }) => [channel, text, files]),
      [["phone", "The photo that she promised", 1]],
    );
    await assert.rejects(addToCall(kit.context, screener, { ...more, ...(await file()) }), NotFound);
  });

  test("is one of ten at most, of many at once no more", async () => {
    const id = await startCall(kit.context, taker);
    const tried = await Promise.allSettled(
      Array.from({ length: filesAtMost + 2 }, () =>
        addCallFile(kit.context, taker, { id, name: "a.pdf", bytes: pdf() }),
      ),
    );
    assert.equal(tried.filter(({ status }) => status === "fulfilled").length, filesAtMost);
    assert.equal((await listCallFiles(kit.context, taker, { id })).files.length, filesAtMost);
  });
});
