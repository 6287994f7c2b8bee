import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { policeFileBytesAtMost, type FileProblem } from "#domain/police/limits";
import { readPoliceFile } from "#services/police/files/read-file";
import { UnreadableFile } from "#services/police/files/sheet";
import { aNotice, csvOf, tableOf, workbookOf, xlsxOf, zipOf } from "../../support/police.ts";

const rows = [
  aNotice(),
  aNotice({ "Force reference": "AP/26/00002", Summary: 'He said "no", then\nleft; café £5' }),
];
const [headings = [], ...cells] = tableOf(rows);
const wanted = { headings, rows: cells };

describe("a file of a force", () => {
  test("as CSV is read whatever parts its columns and however it is written", async () => {
    const csv = csvOf(rows).toString();
    const semicolons = tableOf(rows)
      .map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
      .join("\n");
    for (const bytes of [
      Buffer.from(csv),
      Buffer.from(`\ufeff${csv}`),
      Buffer.from(`\ufeff${csv}`, "utf16le"),
      Buffer.from(semicolons),
      Buffer.from(csv.replaceAll("\r\n", "\n")),
      // What a spreadsheet of this country writes: neither é nor £ is UTF-8 there.
      Buffer.from(csv, "latin1"),
    ])
      assert.deepEqual(await readPoliceFile(bytes), wanted);
  });

  test("as XLSX is read from its first sheet: texts, numbers, and of a formula its value as text", async () => {
    assert.deepEqual(await readPoliceFile(xlsxOf(rows)), wanted);
    const shared = `<sst><si><t>Force reference</t></si><si><r><t>Sum</t></r><r><t>mary</t></r><rPh><t>x</t></rPh></si></sst>`;
    const book = workbookOf(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
       <row r="2"><c r="A2"><v>45983</v></c><c r="C2" t="str"><f>HYPERLINK("http://evil.example")</f><v>=cmd|' /C calc'!A0</v></c></row>`,
      { "xl/sharedStrings.xml": shared },
    );
    assert.deepEqual(await readPoliceFile(book), {
      headings: ["Force reference", "Summary"],
      rows: [["45983", "=cmd|' /C calc'!A0"]],
    });
  });

  test("as XML is read with a number where something is there several times", async () => {
    const text = `<?xml version="1.0"?><n:Export xmlns:n="x"><Notices>
      <Notice ref="1"><Summary>A &amp; B</Summary><Child><FirstName>Mary</FirstName></Child><Child><FirstName>Tom</FirstName></Child></Notice>
      <Notice ref="2"><Summary><![CDATA[<b>]]></Summary><Child><FirstName>Ann</FirstName></Child></Notice>
      </Notices></n:Export>`;
    assert.deepEqual(await readPoliceFile(Buffer.from(text)), {
      headings: ["ref", "Summary", "Child 1 FirstName", "Child 2 FirstName"],
      rows: [
        ["1", "A & B", "Mary", "Tom"],
        ["2", "<b>", "Ann", ""],
      ],
    });
  });

  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x><y><z>&b;</z></y></x>`;
  const cases: Record<string, [Buffer, FileProblem]> = {
    "with nothing in it": [Buffer.alloc(0), "empty"],
    "of empty lines": [Buffer.from("\r\n,,,\r\n"), "empty"],
    "of headings alone": [Buffer.from("Reference,Summary\r\n"), "no-rows"],
    "with one heading twice": [Buffer.from("Summary,summary\r\na,b\r\n"), "same-heading"],
    "that is a PDF": [Buffer.from("%PDF-1.7 …"), "wrong-type"],
    "that is an older XLS": [Buffer.from("d0cf11e0a1b11ae1", "hex"), "wrong-type"],
    "that is a picture": [Buffer.from("89504e470d0a1a0a", "hex"), "wrong-type"],
    "that is some other packed file": [zipOf({ "a.txt": "a" }), "wrong-type"],
    "that is nothing known": [Buffer.from([1, 2, 0, 3, 4, 0, 5]), "wrong-type"],
    "that is a packed file cut short": [xlsxOf(rows).subarray(0, 400), "damaged"],
    "that is packed noise": [Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(2_000)]), "damaged"],
    "with XML that is not closed": [Buffer.from("<a><b><c>1</c>"), "damaged"],
    "with a sheet that is not closed": [workbookOf("<row><c>"), "damaged"],
    "with an open quote": [Buffer.from('Reference,Summary\r\n1,"a\r\n'), "damaged"],
    "with a document type": [Buffer.from(bomb), "has-dtd"],
    "with too many rows": [Buffer.from(`A,B\r\n${"1,2\r\n".repeat(2_001)}`), "too-many-rows"],
    "with too many columns": [Buffer.from(`${"A,".repeat(201)}B\r\n`), "too-many-columns"],
    "of commas": [Buffer.from(",".repeat(4_000_000)), "too-many-columns"],
    "with a sheet of too many columns": [
      workbookOf(`<row><c r="ZZ1"><v>1</v></c></row>`),
      "too-many-columns",
    ],
    "with a cell without an end": [Buffer.from(`Reference\r\n${"x".repeat(30_000)}\r\n`), "cell-too-long"],
    "that is too large": [Buffer.alloc(policeFileBytesAtMost + 1, "a"), "too-large"],
    "of XML without an end": [Buffer.from("<a>".repeat(50)), "too-large"],
  };
  for (const [name, [bytes, problem]] of Object.entries(cases))
    test(`${name} is refused in plain words`, async () => {
      await assert.rejects(readPoliceFile(bytes), (error: unknown) => {
        assert.ok(error instanceof UnreadableFile, String(error));
        assert.equal(error.problem, problem);
        return true;
      });
    });

  test("that unpacks to far more than is taken is refused before it fills the memory", async (t) => {
    const zeros = Buffer.alloc(48 * 1024 * 1024, " ");
    const packed = workbookOf("", { "xl/worksheets/sheet1.xml": zeros });
    const lies = workbookOf("<row><c><v>1</v></c></row>", {
      "xl/sharedStrings.xml": Buffer.concat([Buffer.from("<sst><si><t>"), zeros]),
    });
    assert.ok(packed.length < 100 * 1024);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    for (const bytes of [packed, lies])
      await assert.rejects(
        readPoliceFile(bytes),
        (error: unknown) => (error as UnreadableFile).problem === "too-large",
      );
    clearInterval(watching);
    const grown = Math.max(most, process.memoryUsage().rss) - before;
    t.diagnostic(`grew by ${Math.round(grown / 1024 / 1024)} MB`);
    assert.ok(grown < 30 * 1024 * 1024, `${grown}`);
  });
});
