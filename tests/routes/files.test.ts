import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type postgres from "postgres";
import type { BadFile } from "#domain/files/kinds";
import { fileBytesAtMost } from "#domain/files/limits";
import { fileWords, scanWords } from "#domain/wording/files";
import { docx, draftForFiles, pdf, photo, pixelBomb, screenshot, toldByPhone } from "../support/files.ts";
import { clientFor, placeOf, sendingKey, startForm, type FormClient } from "../support/form-client.ts";
import { ask, type Answer, type Asking } from "../support/http-client.ts";
import { multipart, type Part } from "../support/multipart.ts";
import { ownerOf } from "../support/queue.ts";
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

const words = fileWords.en;

/** Somebody whose form has come to the page of files. */
async function atFiles(): Promise<FormClient> {
  const { draftId, secret } = await draftForFiles(site.context);
  return clientFor(site, draftId, `draft=${secret}`);
}

const send = (form: FormClient, asking: Asking) =>
  ask(site, `/f/${form.draft}/files`, { method: "POST", cookie: form.cookie, ...asking });
const fileOf = (content: Buffer | string, file: string): Part => ({ name: "file", content, file });
const none: Part = { name: "file", content: "", file: "" };
const pressed = (then: string): Part => ({ name: "then", content: then });
const upload = (form: FormClient, content: Buffer | string, file: string) =>
  send(form, multipart([fileOf(content, file), pressed("upload")]));
const page = async (form: FormClient) => (await form.get("files")).text;
const countOf = async (form: FormClient) => {
  const [row] = await owner<
    { n: number }[]
  >`select count(*)::int as n from attachment where draft_id = ${form.draft}`;
  return row?.n;
};

function says(answer: Answer, problem: BadFile, status = 422): void {
  assert.equal(answer.status, status, `${problem}: ${answer.status} ${answer.text.slice(0, 300)}`);
  const text = words.problems[problem];
  assert.ok(
    answer.text.includes(`<a href="#file">${text}</a>`),
    `${problem} in the summary: ${answer.text.slice(0, 3000)}`,
  );
  assert.ok(answer.text.split(text).length > 2, `${problem} beside the field`);
}

describe("files with a form, without JavaScript", () => {
  test("are uploaded one by one, listed, taken away, checked, sent, and opened by the hub", async () => {
    const form = await atFiles();
    assert.equal((await form.get(placeOf("files"))).location, `/f/${form.draft}/files`);
    for (const [bytes, name] of [
      [await photo(), "IMG_1.JPG"],
      [pdf(), "body map.pdf"],
      [docx(), "mistake.docx"],
    ] as const) {
      const taken = await upload(form, bytes, name);
      assert.deepEqual(
        [taken.status, taken.location],
        [303, `/f/${form.draft}/files`],
        taken.text.slice(0, 500),
      );
    }
    const listed = await page(form);
    const [, id = ""] =
      /name="remove" value="([^"]+)"[^>]*>Remove<span[^>]*> mistake\.docx/.exec(listed) ?? [];
    const removed = await send(form, multipart([none, { name: "remove", content: id }]));
    assert.equal(removed.location, `/f/${form.draft}/files`);
    assert.ok(!(await page(form)).includes("mistake"));
    // One that was chosen is kept although "Continue" was pressed instead of "Upload".
    const on = await send(form, multipart([fileOf("She said “no”.", "said.txt")]));
    assert.deepEqual([on.status, on.location], [303, `/f/${form.draft}/check`]);
    const check = await form.get("check");
    for (const name of ["IMG_1.jpg (JPEG picture", "body map.pdf (PDF", "said.txt (Plain text"])
      assert.ok(check.text.includes(name), name);
    assert.ok(!/<img|mistake/.test(check.text));
    const sent = await form.post("check", { key: await sendingKey(form) });
    assert.equal(sent.location, `/f/${form.draft}/sent`);
    assert.equal((await form.get("files")).location, `/f/${form.draft}/sent`);

    const [contact] = await owner<{ id: string; reference: string }[]>`
      select distinct c.id, c.reference from contact c join attachment a on a.contact_id = c.id where a.draft_id = ${form.draft}`;
    assert.ok(contact);
    const referral = `/hub/contacts/${contact.reference}/referral`;
    const hub = await ask(site, referral, { cookie: screener });
    assert.ok(hub.text.includes(scanWords.waiting) && hub.text.includes("body map.pdf"));
    const files = await owner<
      { id: string }[]
    >`select id from attachment where contact_id = ${contact.id} order by id`;
    const [picture = ""] = files.map((file) => `/hub/contacts/${contact.reference}/files/${file.id}`);
    const early = await ask(site, picture, { cookie: screener });
    assert.deepEqual(
      [early.status, early.location],
      [303, referral],
      "nobody checked it, and nobody pressed twice",
    );
    const given = await ask(site, picture, { cookie: screener, form: {} });
    assert.equal(given.status, 200);
    const { headers } = given;
    assert.equal(headers["content-type"], "image/jpeg");
    assert.equal(
      headers["content-disposition"],
      `attachment; filename="IMG_1.jpg"; filename*=UTF-8''IMG_1.jpg`,
    );
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["content-security-policy"], "sandbox; default-src 'none'");
    assert.match(headers["cache-control"] ?? "", /no-store/);
    assert.ok(!given.text.includes(toldByPhone) && !given.text.includes("Exif"));
    await owner`update attachment set scan = 'held', scanned_at = now() where contact_id = ${contact.id}`;
    assert.equal((await ask(site, picture, { cookie: screener, form: {} })).status, 404);
    assert.ok((await ask(site, referral, { cookie: screener })).text.includes(scanWords.held));
  });

  test("are no duty: the page goes on without any, and a form is sent early with what is there", async () => {
    const form = await atFiles();
    says(await send(form, multipart([none, pressed("upload")])), "none-chosen");
    assert.equal((await send(form, multipart([none]))).location, `/f/${form.draft}/check`);
    const early = await atFiles();
    assert.equal(
      (await send(early, multipart([fileOf(pdf(), "a.pdf"), pressed("send")]))).location,
      `/f/${early.draft}/send`,
    );
    assert.equal(await countOf(early), 1);
  });

  test("belong to the browser that has the form", async () => {
    const form = await atFiles();
    const other = await startForm(site);
    assert.equal(
      (await send({ ...form, cookie: other.cookie }, multipart([fileOf(pdf(), "a.pdf")]))).status,
      404,
    );
    assert.equal(await countOf(form), 0);
    assert.equal((await send(other, multipart([fileOf(pdf(), "a.pdf")]))).location, `/f/${other.draft}/1`);
  });
});

describe("a file that is not taken", () => {
  test("is told in words beside the field, and nothing of it is kept", async () => {
    const form = await atFiles();
    const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6));
    const cases: [Buffer | string, string, BadFile][] = [
      ["", "empty.pdf", "empty"],
      [half(await photo()), "half.jpg", "damaged"],
      [half(await screenshot()), "half.png", "damaged"],
      [half(pdf("x".repeat(5_000))), "half.pdf", "damaged"],
      [pixelBomb(), "large.png", "too-many-pixels"],
      [docx({ "word/vbaProject.bin": "x" }), "letter.docx", "has-macros"],
      [Buffer.from("MZ\u0090\u0000".repeat(200), "latin1"), "invoice.pdf", "wrong-kind"],
      ["<!doctype html><script>alert(1)</script>".repeat(3) + "\u0000", "page.txt", "wrong-kind"],
      [Buffer.from("Zo\xeb", "latin1"), "said.txt", "not-text"],
      [Buffer.concat([pdf(), Buffer.alloc(fileBytesAtMost)]), "long.pdf", "too-large"],
    ];
    for (const [bytes, name, problem] of cases) says(await upload(form, bytes, name), problem);
    says(await send(form, multipart([fileOf(pdf(), "a.pdf"), fileOf(pdf(), "b.pdf")])), "one-at-a-time");
    assert.equal(await countOf(form), 0);
    const wrongName = await upload(form, await photo(), "photo.pdf");
    assert.equal(wrongName.status, 303);
    assert.ok((await page(form)).includes("photo.jpg"), "it is called what it is");
  });

  test("of 26 MB is read to its end, dropped, and told on its page", async () => {
    const form = await atFiles();
    const answer = await upload(form, Buffer.alloc(26 * 1024 * 1024, "a"), "long.txt");
    assert.deepEqual([answer.status, answer.location], [303, `/f/${form.draft}/files?refused=too-large`]);
    says(await form.get("files?refused=too-large"), "too-large", 200);
    assert.ok(!(await form.get("files?refused=%3Cscript%3E")).text.includes("There is a problem"));
    assert.equal(await countOf(form), 0);
  });

  test("is one of very many from one network in an hour; the form goes on without it", async () => {
    const form = await atFiles();
    assert.equal((await upload(form, pdf(), "a.pdf")).status, 303);
    await owner`update attempt_count set count = 60`;
    says(await upload(form, pdf(), "b.pdf"), "too-often");
    assert.equal((await send(form, multipart([none]))).location, `/f/${form.draft}/check`);
    await owner`update attempt_count set count = 0`;
  });

  test("is the eleventh", async () => {
    const form = await atFiles();
    for (let n = 1; n <= 10; n += 1) assert.equal((await upload(form, `${n}`, `${n}.txt`)).status, 303);
    const full = await page(form);
    assert.ok(full.includes(words.full) && !full.includes('type="file"'));
    const eleventh = await upload(form, "11", "11.txt");
    assert.equal(eleventh.status, 422);
    assert.ok(eleventh.text.includes(words.problems["too-many"]));
    assert.equal(await countOf(form), 10);
  });
});

describe("a body that no browser sends", () => {
  const type = (more: string) => ({ "content-type": `multipart/form-data${more}` });
  const part = (headers: string, content = "a") => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
  const file = 'Content-Disposition: form-data; name="file"; filename="a.txt"';
  const bodies: Record<string, [Asking, number]> = {
    "without a boundary": [{ body: part(file), headers: type("") }, 400],
    "with another boundary": [{ body: part(file), headers: type("; boundary=c") }, 400],
    "with an empty boundary": [{ body: part(file), headers: type("; boundary=") }, 400],
    "without an end": [{ body: part(file), headers: type("; boundary=b") }, 400],
    "of nothing": [{ body: "", headers: type("; boundary=b") }, 400],
    "of an end alone": [{ body: "--b--\r\n", headers: type("; boundary=b") }, 303],
    "with headers of 20 KB": [
      { body: `${part(`${file}\r\nX-A: ${"x".repeat(20_000)}`)}--b--`, headers: type("; boundary=b") },
      400,
    ],
    "with a header of three hundred fields": [
      {
        body: `${Array.from({ length: 300 }, (_, n) => part(`Content-Disposition: form-data; name="f${n}"`)).join("")}--b--`,
        headers: type("; boundary=b"),
      },
      400,
    ],
    "inside another": [
      {
        body: `${part('Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: multipart/mixed; boundary=c', "--c\r\n\r\nx\r\n--c--")}--b--`,
        headers: type("; boundary=b"),
      },
      303,
    ],
    "with one name twice": [
      {
        body: `${part('Content-Disposition: form-data; name="then"', "upload")}${part('Content-Disposition: form-data; name="then"', "send")}--b--`,
        headers: type("; boundary=b"),
      },
      422,
    ],
    "with a part that has no name": [
      { body: `${part("Content-Disposition: form-data")}--b--`, headers: type("; boundary=b") },
      303,
    ],
    "with names like those of objects": [
      {
        body: `${part('Content-Disposition: form-data; name="__proto__"')}${part('Content-Disposition: form-data; name="constructor"')}--b--`,
        headers: type("; boundary=b"),
      },
      303,
    ],
    "of another kind": [{ form: { file: "a" } }, 415],
    "in JSON": [{ body: "{}", headers: { "content-type": "application/json" } }, 415],
    "without a kind": [{ body: "a" }, 415],
    "that is longer than it says is taken": [
      { body: "a", headers: { ...type("; boundary=b"), "content-length": "1073741824" } },
      413,
    ],
  };
  for (const [what, [asking, status]] of Object.entries(bodies))
    test(what, async () => {
      const form = await atFiles();
      const answer = await send(form, asking);
      assert.equal(answer.status, status, answer.text.slice(0, 500));
      if (status === 400) says(answer, "unreadable", 400);
    });
});

test("a hundred bad files leave nothing in memory", async (t) => {
  const form = await atFiles();
  const bad: [Buffer, string][] = [
    [(await photo()).subarray(0, 300), "a.jpg"],
    [pixelBomb(), "b.png"],
    [Buffer.from("MZ".repeat(2_000)), "c.pdf"],
    [docx({ "word/vbaProject.bin": "x" }), "d.docx"],
    [Buffer.alloc(6 * 1024 * 1024, 7), "e.txt"],
  ];
  const some = async (times: number) => {
    for (let n = 0; n < times; n += 1)
      for (const [bytes, name] of bad) assert.equal((await upload(form, bytes, name)).status, 422);
  };
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const held = () => {
    collect();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return (heapUsed + external + arrayBuffers) / 1024 / 1024;
  };
  await some(4);
  const before = { held: held(), resident: process.memoryUsage().rss / 1024 / 1024 };
  await some(20);
  const grown = held() - before.held;
  t.diagnostic(
    `${grown.toFixed(1)} MB in use, ${(process.memoryUsage().rss / 1024 / 1024 - before.resident).toFixed(1)} MB resident`,
  );
  assert.ok(grown < 30, `${grown.toFixed(1)} MB more are in use`);
});
