import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { BadFile } from "#domain/files/kinds";
import { fileWords } from "#domain/wording/files";
import { claimSent } from "#services/senders/claim-sent";
import { aSubmission, sendContact } from "../support/contacts.ts";
import { pdf, photo } from "../support/files.ts";
import { ask, type Answer, type Asking } from "../support/http-client.ts";
import { multipart, type Part } from "../support/multipart.ts";
import { ownerOf } from "../support/queue.ts";
import { anotherNetwork, provenSender } from "../support/senders.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
let screener: string;
before(async () => {
  site = await startSite();
  owner = ownerOf(site);
  screener = await signedIn(site.context, await addStaff(site.context, ["screener"]));
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

const fileOf = (content: Buffer | string, file: string): Part => ({ name: "file", content, file });
const none: Part = { name: "file", content: "", file: "" };
const pressed = (then: string): Part => ({ name: "then", content: then });

function says(answer: Answer, problem: BadFile): void {
  assert.equal(answer.status, 422, answer.text.slice(0, 300));
  const text = fileWords.en.problems[problem];
  assert.ok(answer.text.includes(`<a href="#file">${text}</a>`), `${problem} in the summary`);
  assert.ok(answer.text.split(text).length > 2, `${problem} beside the field`);
}

describe("a file that comes after something was sent", () => {
  const said = (text: string, danger: string, key: string): Part[] => [
    { name: "text", content: text },
    { name: "danger", content: danger },
    { name: "key", content: key },
  ];
  const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const filesOf = async (contactId: string) => {
    const [row] = await owner<{ files: number; said: number }[]>`
      select (select count(*)::int from attachment where contact_id = ${contactId}) as files,
        (select count(*)::int from addition where contact_id = ${contactId}) as said`;
    return row;
  };

  test("goes to what a sender sent, in their browser alone, and says what is wrong with what was typed kept", async () => {
    const email = "late@school.example";
    const contact = await sendContact(site.context, { referrer: { ...aSubmission().referrer, email } });
    const secret = await provenSender(site.context, owner, email);
    await claimSent(site.context, { secret, reference: contact.reference, network: anotherNetwork() });
    const cookie = `sender=${secret}`;
    const at = `/track/${contact.reference}/files`;
    const post = (parts: Part[], as: Asking = { cookie }) =>
      ask(site, at, { method: "POST", ...as, ...multipart(parts) });
    assert.ok((await ask(site, `/track/${contact.reference}`, { cookie })).text.includes(`href="${at}"`));
    const key = keyIn((await ask(site, at, { cookie })).text);
    const bad = await post([fileOf("MZ\u0090\u0000".repeat(50), "a.pdf"), ...said("His arm", "no", key)]);
    says(bad, "wrong-kind");
    assert.ok(bad.text.includes(">His arm</textarea>") && keyIn(bad.text) === key);
    says(await post([none, ...said("His arm", "no", key)]), "none-chosen");
    const silent = await post([fileOf(pdf(), "a.pdf"), ...said("", "", key)]);
    assert.equal(silent.status, 422);
    assert.ok(silent.text.includes('href="#text"') && silent.text.includes('href="#danger"'));
    assert.deepEqual(await filesOf(contact.id), { files: 0, said: 0 });
    for (const times of [1, 2]) {
      const taken = await post([fileOf(await photo(), "arm.jpg"), ...said("His arm", "not_sure", key)]);
      assert.deepEqual([taken.status, taken.location], [303, `/track/${contact.reference}?told=danger`]);
      assert.deepEqual(await filesOf(contact.id), { files: 1, said: 1 }, `pressed ${times} times`);
    }
    for (const other of [{}, { cookie: `sender=${"x".repeat(43)}` }])
      assert.equal((await post([fileOf(pdf(), "a.pdf"), ...said("1", "no", key)], other)).status, 404);
    const large = await post([
      fileOf(Buffer.alloc(26 * 1024 * 1024, "a"), "long.txt"),
      ...said("1", "no", key),
    ]);
    assert.equal(large.location, `${at}?refused=too-large`);
  });

  test("goes to a call, before and after it is sent, for whoever takes it", async () => {
    const taker = await signedIn(site.context, await addStaff(site.context, ["call_taker"]));
    const started = await ask(site, "/hub/calls", { cookie: taker, form: {} });
    const at = started.location ?? "";
    const typed = { danger: "no", account: "A mark on his arm", caller: "school", child1: "Milo" };
    const press = (then: string) => ask(site, at, { cookie: taker, form: { ...typed, then } });
    assert.equal((await press("files")).location, `${at}/files`);
    const post = (parts: Part[], cookie = taker) =>
      ask(site, `${at}/files`, { method: "POST", cookie, ...multipart(parts) });
    says(await post([none, pressed("upload")]), "none-chosen");
    assert.equal((await post([fileOf(await photo(), "arm.jpg"), pressed("upload")])).location, `${at}/files`);
    assert.equal((await post([fileOf(pdf(), "a.pdf")], screener)).status, 404);
    const call = await ask(site, at, { cookie: taker });
    assert.ok(call.text.includes("Files of this call (1)") && call.text.includes("A mark on his arm"));
    assert.equal((await press("send")).location, at);
    const key = keyIn((await ask(site, `${at}/files`, { cookie: taker })).text);
    assert.equal((await post([fileOf(pdf(), "letter.pdf"), ...said("A letter", "no", key)])).location, at);
    const [made] = await owner<{ contact_id: string }[]>`
      select contact_id from phone_call where id = ${at.split("/").at(-1) ?? ""}`;
    assert.deepEqual(await filesOf(made?.contact_id ?? ""), { files: 2, said: 1 });
  });
});
