import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import sharp from "sharp";
import type { BadFile, FileKind } from "#domain/files/kinds";
import { fileBytesAtMost } from "#domain/files/limits";
import { RefusedFile } from "#services/files/bad-file";
import { examine } from "#services/files/examine";
import { docx, pdf, photo, pixelBomb, screenshot, toldByPhone, zipBomb } from "../../support/files.ts";
import { workbookOf, zipOf } from "../../support/police.ts";

const exe = Buffer.concat([Buffer.from("MZ\u0090\u0000\u0003"), randomBytes(4_000)]);
const macros =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
const half = async (whole: Buffer | Promise<Buffer>) => {
  const bytes = await whole;
  return bytes.subarray(0, Math.floor(bytes.length * 0.6));
};

/** A photo of which most is picture and little is what stands before it. */
const rough = () => {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 200, height: 200, channels: 3, background: "red", noise } })
    .jpeg()
    .toBuffer();
};

const taken: Record<string, [() => Buffer | Promise<Buffer>, FileKind]> = {
  "a PDF": [pdf, "pdf"],
  "a photo": [photo, "jpeg"],
  "a screenshot": [screenshot, "png"],
  "a Word document": [() => docx({ "word/media/image1.png": randomBytes(100) }), "docx"],
  "a text": [() => Buffer.from("Monday: she came in late.\r\n\tShe said “nothing”.\f"), "text"],
  "a text with a mark at its beginning": [() => Buffer.from("\ufeffMonday"), "text"],
  "a PDF that says it is a page": [() => pdf("<html><script>alert(1)</script>"), "pdf"],
};

const refused: Record<string, [() => Buffer | Promise<Buffer>, BadFile]> = {
  nothing: [() => Buffer.alloc(0), "empty"],
  "a text of spaces": [() => Buffer.from(" \r\n\t"), "empty"],
  "a program that is called a PDF": [() => exe, "wrong-kind"],
  "a program for Linux": [
    () => Buffer.concat([Buffer.from("\u007fELF\u0002\u0001\u0001"), Buffer.alloc(200)]),
    "wrong-kind",
  ],
  "half a photo": [() => half(rough()), "damaged"],
  "half a screenshot": [() => half(screenshot()), "damaged"],
  "half a PDF": [() => half(pdf("x".repeat(4_000))), "damaged"],
  "half a Word document": [() => half(docx()), "damaged"],
  "a picture of four hundred million pixels": [pixelBomb, "too-many-pixels"],
  "a document that unpacks to 101 MB": [zipBomb, "damaged"],
  "a document with macros": [() => docx({ "word/vbaProject.bin": "x" }), "has-macros"],
  "a document that says it has macros": [() => docx({}, macros), "has-macros"],
  "a document with a program in it": [() => docx({ "word/embeddings/oleObject1.bin": "x" }), "has-macros"],
  "a spreadsheet": [() => workbookOf(""), "wrong-kind"],
  "some packed files": [() => zipOf({ "a.txt": "a" }), "wrong-kind"],
  "a photo from an iPhone": [
    () => Buffer.concat([Buffer.from("0000001c66747970686569630000000068656963", "hex"), Buffer.alloc(200)]),
    "heic",
  ],
  "an animation": [
    () => Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;", "latin1"),
    "wrong-kind",
  ],
  "a drawing with a script": [
    () => Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`),
    "wrong-kind",
  ],
  "an older Word document": [
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
    "wrong-kind",
  ],
  "a text in the letters of another time": [() => Buffer.from("Zo\xeb", "latin1"), "not-text"],
  "a text with a bell in it": [() => Buffer.from("ring \u0007"), "not-text"],
  // Every byte there is, the nought that no text has among the first: drawn by chance, one in seven had none there.
  "what is not a text": [
    () => Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7 + 200) % 256)),
    "wrong-kind",
  ],
  "what is not a text, without a nought": [() => Buffer.alloc(2_000, 0xc1), "not-text"],
  "more than 25 MB": [() => Buffer.concat([pdf(), Buffer.alloc(fileBytesAtMost)]), "too-large"],
};

describe("a file that is taken", () => {
  for (const [what, [make, kind]] of Object.entries(taken))
    test(what, async () => {
      const bytes = await make();
      const examined = await examine(bytes);
      assert.equal(examined.kind, kind);
      if (kind === "pdf" || kind === "docx" || kind === "text") assert.deepEqual(examined.bytes, bytes);
    });

  test("a photo keeps its pixels, turned as it was held, and nothing of where and with what it was taken", async () => {
    const bytes = await photo();
    assert.ok(bytes.includes(toldByPhone), "there is something to take away");
    const { bytes: kept } = await examine(bytes);
    assert.ok(!kept.includes(toldByPhone) && !kept.includes("Exif"));
    const { width, height, exif, xmp, iptc } = await sharp(kept).metadata();
    assert.deepEqual(
      { width, height, exif, xmp, iptc },
      { width: 48, height: 64, exif: undefined, xmp: undefined, iptc: undefined },
    );
  });

  test("a screenshot keeps every pixel and no words beside them", async () => {
    const bytes = await screenshot();
    assert.ok(bytes.includes(toldByPhone));
    const { bytes: kept } = await examine(bytes);
    assert.ok(!kept.includes(toldByPhone) && !kept.includes("tEXt"));
    const pixels = (of: Buffer) => sharp(of).raw().toBuffer();
    assert.deepEqual(await pixels(kept), await pixels(bytes));
  });

  test("what hides behind a picture is gone", async () => {
    const { bytes: kept } = await examine(Buffer.concat([await photo(), zipOf({ "a.exe": exe })]));
    assert.ok(!kept.includes("PK\u0003\u0004") && !kept.includes("a.exe"));
  });
});

describe("a file that is not taken", () => {
  for (const [what, [make, problem]] of Object.entries(refused))
    test(what, async () => {
      await assert.rejects(examine(await make()), (error: unknown) => {
        assert.ok(error instanceof RefusedFile, String(error));
        assert.equal(error.problem, problem);
        return true;
      });
    });
});
