import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cleanFileName, savedAs } from "#domain/files/file-name";
import type { FileKind } from "#domain/files/kinds";
import { fileInWords, sizeInWords } from "#domain/wording/files";

const names: readonly [given: string, kind: FileKind, name: string][] = [
  ["body map.pdf", "pdf", "body map.pdf"],
  ["IMG_0042.JPEG", "jpeg", "IMG_0042.jpeg"],
  ["photo.png", "jpeg", "photo.jpg"],
  ["C:\\Users\\Jo\\Desktop\\note.docx", "docx", "note.docx"],
  ["../../../etc/passwd", "text", "passwd.txt"],
  ["report.pdf.exe", "pdf", "report.pdf.pdf"],
  ["no ending", "text", "no ending.txt"],
  [".htaccess", "text", "htaccess.txt"],
  ["", "png", "file.png"],
  ["...", "pdf", "file.pdf"],
  ["ref\r\nSet-Cookie: a=b.pdf", "pdf", "ref Set-Cookie a=b.pdf"],
  ["\u202egnp.exe", "png", "gnp.png"],
  ["a\u0000b.pdf", "pdf", "a b.pdf"],
  ['she said "no"; <script>.pdf', "pdf", "she said no script.pdf"],
  ["Zoë Ōkafor’s school – день.pdf", "pdf", "Zoë Ōkafor’s school – день.pdf"],
  ["\ud800.pdf", "pdf", "file.pdf"],
  [`${"long ".repeat(60)}.pdf`, "pdf", `${"long ".repeat(16).trim()}.pdf`],
  ["a. . .pdf", "pdf", "a.pdf"],
];

describe("the name of a file", () => {
  for (const [given, kind, name] of names)
    test(JSON.stringify(given.slice(0, 40)), () => {
      assert.equal(cleanFileName(given, kind), name);
      assert.equal(cleanFileName(name, kind), name, "cleaning twice changes nothing more");
    });

  test("stands in a header in one line, in letters that every client reads and in all of them", () => {
    assert.equal(
      savedAs("body map.pdf"),
      `attachment; filename="body map.pdf"; filename*=UTF-8''body%20map.pdf`,
    );
    assert.equal(
      savedAs("Zoë’s день.pdf"),
      `attachment; filename="Zoes .pdf"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%D0%B4%D0%B5%D0%BD%D1%8C.pdf`,
    );
    assert.equal(
      savedAs("день.pdf"),
      `attachment; filename="file.pdf"; filename*=UTF-8''%D0%B4%D0%B5%D0%BD%D1%8C.pdf`,
    );
    for (const [given, kind] of names) assert.match(savedAs(cleanFileName(given, kind)), /^[\x20-\x7e]+$/);
  });

  test("is said with what it is and how large, never as nothing", () => {
    assert.equal(sizeInWords(1), "1 KB");
    assert.equal(sizeInWords(1_300_000), "1.2 MB");
    assert.equal(fileInWords({ name: "a.jpg", kind: "jpeg", size: 40_960 }), "a.jpg (JPEG picture, 40 KB)");
  });
});
