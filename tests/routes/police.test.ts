import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { csvCell } from "#domain/police/receipt";
import { policeFileBytesAtMost } from "#domain/police/limits";
import { ask, type Answer } from "../support/http-client.ts";
import { addForce, aNotice, asking, csvOf, workbookOf, xlsxOf } from "../support/police.ts";
import { startSite, type Site } from "../support/site.ts";
import { signedIn } from "../support/staff.ts";

let site: Site;
let officer: StaffActor;
let cookie: string;

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-23T07:00:00Z"));
  ({ officer } = await addForce(site.context));
  cookie = await signedIn(site.context, officer);
});
after(async () => {
  assert.deepEqual(site.faults, []);
  await site.close();
});

type Part = string | { filename: string; bytes: Buffer };

/** A form with files as a browser sends it. */
function upload(parts: Readonly<Record<string, Part>>, path = "/police"): Promise<Answer> {
  const boundary = "----a-boundary-that-is-in-no-file";
  const pieces = Object.entries(parts).flatMap(([name, part]) => {
    const file =
      typeof part === "string"
        ? ""
        : `; filename="${part.filename}"\r\nContent-Type: application/octet-stream`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    return [
      Buffer.from(head),
      typeof part === "string" ? Buffer.from(part) : part.bytes,
      Buffer.from("\r\n"),
    ];
  });
  const body = Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return ask(site, path, { method: "POST", cookie, body, headers });
}
const fields = { officer: asking.officer, email: asking.email, phone: "" };
const file = (bytes: Buffer, filename = "notices.csv") => ({ filename, bytes });
const get = (path: string) => ask(site, path, { cookie });
const send = (path: string, form: Record<string, string>) => ask(site, path, { form, cookie });

describe("a file of police notices in a browser", () => {
  test("goes from upload over the columns and the check to a receipt", async () => {
    const notices = [
      aNotice({ "Force reference": "=cmd|1" }),
      aNotice({ "Force reference": "AP/26/2", Grade: "purple" }),
    ];
    const arrived = await upload({ ...fields, file: file(csvOf(notices)) });
    assert.equal(arrived.status, 303, arrived.text);
    const columns = arrived.location ?? "";
    assert.match(columns, /^\/police\/[0-9a-f-]+\/columns$/);
    const batch = columns.replace("/columns", "");
    assert.equal((await get(batch)).location, columns, "the columns come first");
    const page = (await get(columns)).text;
    const chosen = [...page.matchAll(/<select[^>]*name="(column-\d+)"[\s\S]*?<\/select>/g)].map(
      ([select, name]) => [name ?? "", /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ""],
    );
    assert.equal((await send(columns, Object.fromEntries(chosen))).location, batch);
    const check = (await get(batch)).text;
    for (const words of [
      "Send 1 notice<",
      "1 row will not be sent",
      "We do not know this grade",
      "Write high, medium or low",
    ])
      assert.ok(check.includes(words), words);
    const undeclared = await send(batch, {});
    assert.equal(undeclared.status, 422);
    assert.ok(undeclared.text.includes("Tick that the notices may be sent"));
    assert.equal((await send(batch, { declared: "yes" })).location, batch);
    const row = /href="(\/police\/[0-9a-f-]+\/rows\/[0-9a-f-]+)"/.exec((await get(batch)).text)?.[1] ?? "";
    const mending = (await get(row)).text;
    assert.ok(
      mending.includes('value="purple"') &&
        mending.includes("Officer’s grade: we do not know this grade. Write high, medium or low"),
    );
    const still = await send(row, { reference: "AP/26/2", grade: "puce", summary: "As typed" });
    assert.equal(still.status, 422);
    assert.ok(
      still.text.includes('value="puce"') && still.text.includes("As typed"),
      "what was typed is kept",
    );
    const form = {
      reference: "AP/26/2",
      happenedOn: "22/11/2026",
      type: "Missing",
      grade: "low",
      address: "Known",
      summary: "Found",
      child1First: "Tom",
      child1Age: "9",
    };
    assert.equal((await send(row, form)).location, batch);
    assert.equal((await send(batch, { declared: "yes" })).status, 303);
    const receipt = await get(`${batch}/receipt`);
    assert.match(
      receipt.headers["content-disposition"] ?? "",
      /^attachment; filename="receipt-[0-9A-Z]{8}\.csv"$/,
    );
    const lines = receipt.text.trim().split("\r\n");
    assert.match(lines[1] ?? "", /^2,"'=cmd\|1",[0-9A-Z]{4} [0-9A-Z]{4},Sent,/);
    assert.match(lines[2] ?? "", /^3,AP\/26\/2,[0-9A-Z]{4} [0-9A-Z]{4},Sent,/);
    assert.ok((await get("/police")).text.includes("2 of 2 rows sent"));
    assert.ok((await get("/partner")).text.includes('href="/police"'));
  });

  test("that cannot be read says so beside the field, and keeps what was typed", async () => {
    for (const [parts, words] of [
      [{ ...fields }, "Choose a file"],
      [{ ...fields, file: file(Buffer.alloc(0)) }, "Choose a file"],
      [{ ...fields, file: file(Buffer.from("%PDF-1.7")) }, "This is not a CSV, XLSX or XML file"],
      [{ ...fields, file: file(xlsxOf([aNotice()]).subarray(0, 300), "a.xlsx") }, "damaged"],
      [
        {
          ...fields,
          file: file(workbookOf("", { "xl/worksheets/sheet1.xml": Buffer.alloc(9_000_000, " ") })),
        },
        "unpacks to more",
      ],
      [{ ...fields, file: file(Buffer.alloc(policeFileBytesAtMost + 10, "a")) }, "larger than 5 MB"],
      [{ ...fields, email: "nobody", file: file(csvOf([aNotice()])) }, "Write one email address"],
    ] as const) {
      const answer = await upload(parts);
      assert.equal(answer.status, 422, answer.text.slice(0, 200));
      assert.ok(answer.text.includes(words), words);
      assert.ok(answer.text.includes(`value="${asking.officer}"`), words);
    }
  });

  test("whatever else is sent is refused and is no fault", async () => {
    const large = await upload({
      ...fields,
      file: file(Buffer.alloc(policeFileBytesAtMost + 2 * 1024 * 1024, "a")),
    });
    assert.equal(large.status, 413);
    assert.equal((await send("/police", { officer: "x" })).status, 415);
    const bare = { method: "POST", cookie, body: "x", headers: { "content-type": "multipart/form-data" } };
    assert.equal((await ask(site, "/police", bare)).status, 400);
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, "x"]));
    assert.equal((await upload(many)).status, 400);
    const twice = { ...fields, file: file(csvOf([aNotice()])), other: file(csvOf([aNotice()])) };
    assert.equal((await upload(twice)).status, 400);
    const answer = await upload({ ...fields, file: file(csvOf([aNotice()])), __proto__x: "1" });
    assert.equal(answer.status, 303);
  });

  test("is no business of another force", async () => {
    const arrived = await upload({
      ...fields,
      file: file(csvOf([aNotice({ "Force reference": "AP/26/7" })])),
    });
    const batch = (arrived.location ?? "").replace("/columns", "");
    const { officer: other } = await addForce(site.context);
    const theirs = await signedIn(site.context, other);
    for (const path of [
      batch,
      `${batch}/columns`,
      `${batch}/receipt`,
      `${batch}/rows/${site.context.newId()}`,
    ])
      assert.equal((await ask(site, path, { cookie: theirs })).status, 404, path);
    assert.equal((await ask(site, batch, { form: { declared: "yes" }, cookie: theirs })).status, 404);
  });
});

describe("a cell of a receipt", () => {
  for (const [value, wanted] of [
    ["AP/26/1", "AP/26/1"],
    ["=1+1", `"'=1+1"`],
    ["+44", `"'+44"`],
    ["-1", `"'-1"`],
    ["@x", `"'@x"`],
    ["\tx", `"'\tx"`],
    ['a "b", c', '"a ""b"", c"'],
    ["a\nb", '"a\nb"'],
  ] as const)
    test(`“${value}” is written as ${wanted}`, () => assert.equal(csvCell(value), wanted));
});

test("one notice is typed without a file, and what is wrong stands beside it", async () => {
  const page = await get("/police/notice");
  const key = /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const said = {
    ...{
      reference: "AP/26/71",
      happenedOn: "22/11/2026",
      type: "Missing",
      grade: "High",
      child1Last: "<Okafor>",
    },
    ...{ child1Age: "8", postcode: "AB1 2CD", summary: "Found at midnight", declared: "yes", key },
    ...fields,
  };
  const refused = await send("/police/notice", { ...said, grade: "purple", officer: "", declared: "" });
  assert.equal(refused.status, 422);
  for (const words of [
    "Officer’s grade: we do not know this grade. Write high, medium or low",
    "Write who can be asked",
    "Tick that the notices may be sent",
  ])
    assert.ok(refused.text.includes(words), words);
  assert.ok(refused.text.includes('value="&lt;Okafor&gt;"'), "what was typed stands there again");
  const done = [await send("/police/notice", said), await send("/police/notice", said)];
  assert.deepEqual(
    done.map(({ status, location }) => [status, location]),
    [1, 2].map(() => [303, `/police/${key}`]),
  );
  assert.match((await get(`/police/${key}`)).text, /1 sent\./);
});

test("a file that comes when the screen is locked is asked for again, beside what was typed", async () => {
  const at = site.context.now();
  site.at(new Date(at.getTime() + 16 * 60_000));
  const sent = await upload({ ...fields, phone: "01234 <567>", file: file(csvOf([aNotice()])) });
  assert.deepEqual([sent.status, sent.location?.split("?")[0]], [303, "/account/unlock"]);
  const next = new URL(sent.location ?? "", site.url).searchParams.get("next") ?? "";
  assert.match(next, /^\/police\?kept=/);
  site.at(at);
  const back = await get(next);
  assert.equal(back.status, 200);
  for (const words of ["Nothing was saved, because your screen was locked", "Choose the file once more"])
    assert.ok(back.text.includes(words), words);
  assert.ok(back.text.includes('value="01234 &lt;567&gt;"'));
  assert.ok(back.text.includes(`value="${asking.officer}"`));
});
