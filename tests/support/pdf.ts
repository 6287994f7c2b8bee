import { inflateSync } from "node:zlib";

export type ReadPdf = {
  /** What stands outside the packed streams: what programs are told about the file, and how it is built. */
  open: string;
  /** What is drawn on all pages together, letter by letter. */
  text: string;
};

/** Opens a PDF as pdfkit writes it: one object after the other, fonts with a table from their glyphs to letters. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes);
  const raw = file.toString("latin1");
  const objects = new Map<string, { head: string; stream: string }>();
  let open = "";
  for (const found of raw.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const [, id = "", body = ""] = found;
    const begins = body.indexOf("stream\n");
    const head = begins < 0 ? body : body.slice(0, begins);
    const packed = begins < 0 ? "" : body.slice(begins + 7, body.lastIndexOf("\nendstream"));
    const stream = /FlateDecode/.test(head) ? unpacked(packed) : packed;
    objects.set(id, { head, stream });
    open += /FlateDecode/.test(head) ? head : body;
  }
  const lettersOf = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    const fonts = /\/Font <<(.*?)>>/s.exec(head)?.[1] ?? "";
    for (const [, name = "", id = ""] of fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1] ?? "";
      lettersOf.set(name, letters(objects.get(table)?.stream ?? ""));
    }
  }
  let text = "";
  for (const { stream } of objects.values()) {
    let font: Map<number, string> | undefined;
    for (const [, name, hex] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>(?=[^\]]*\] TJ)/g)) {
      if (name !== undefined) font = lettersOf.get(name);
      for (const glyph of hex?.match(/.{4}/g) ?? []) text += font?.get(parseInt(glyph, 16)) ?? "";
    }
  }
  return { open, text };
}

const unpacked = (packed: string): string => {
  const bytes = inflateSync(Buffer.from(packed, "latin1"));
  return bytes.toString("latin1");
};

/** `<0000> <00ff> [<0000> <0043> …]`: the letters of one glyph after the other. */
function letters(table: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, from = "", list = ""] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gs)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ""], at) => {
      const utf16 = Buffer.from(hex.replaceAll(" ", ""), "hex").swap16();
      found.set(parseInt(from, 16) + at, utf16.toString("utf16le"));
    });
  }
  return found;
}
