import { deflateRawSync } from "node:zlib";
import type { StaffActor } from "#domain/actor";
import { csvLine } from "#domain/police/receipt";
import type { Context } from "#services/context";
import { readColumns, saveColumns } from "#services/police/map-columns";
import { receiveBatch } from "#services/police/receive-batch";
import { addStaff, addTeam, type Place } from "./staff.ts";

/** A row of a force's export under our own labels, with everything that has to be there. */
export const aNotice = (values: Record<string, string> = {}): Record<string, string> => ({
  "Force reference": "AP/26/00001",
  "Date of the incident": "22/11/2026",
  "Notice type": "Domestic abuse",
  Grade: "Medium",
  "Child 1 first name": "Mary",
  "Child 1 last name": "Okafor",
  "Child 1 date of birth": "12/03/2018",
  Address: "7 Mill Road, Anytown",
  Postcode: "AB1 2CD",
  Summary: "Officers were called to shouting. Mary was upstairs.",
  ...values,
});

export const tableOf = (rows: readonly Record<string, string>[]): string[][] => {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
};

export const csvOf = (rows: readonly Record<string, string>[]): Buffer =>
  Buffer.from(tableOf(rows).map(csvLine).join(""));

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});
export function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A packed file of these parts, as small as a spreadsheet program would make it. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crcOf(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), head, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from("PK\u0005\u0006"), end]);
}

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A workbook of one sheet whose cells are given as they stand in it. */
export const workbookOf = (sheet: string, more: Record<string, string | Buffer> = {}): Buffer =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  });

export const xlsxOf = (rows: readonly Record<string, string>[]): Buffer =>
  workbookOf(
    tableOf(rows)
      .map(
        (cells) =>
          `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${xml(cell)}</t></is></c>`).join("")}</row>`,
      )
      .join(""),
  );

export async function addForce(context: Context): Promise<{ place: Place; officer: StaffActor }> {
  const place = await addTeam(context, { kind: "police", purpose: "partner" });
  return { place, officer: await addStaff(context, ["partner"], { place, name: "Karen Holt" }) };
}

export const asking = {
  officer: "Sgt Karen Holt",
  email: "k.holt@anyshire-police.example",
  phone: "01234 567 801",
};

/** A file of notices as it arrives, for somebody of a force. */
export const uploaded = (context: Context, officer: StaffActor, bytes: Buffer) =>
  receiveBatch(context, officer, { bytes, asking });

/** A file whose columns its force has named before, or names now as they are suggested. */
export async function mappedFile(
  context: Context,
  officer: StaffActor,
  rows: readonly Record<string, string>[],
): Promise<string> {
  const { id, columnsKnown } = await uploaded(context, officer, csvOf(rows));
  if (columnsKnown) return id;
  const { headings, suggested } = await readColumns(context, officer, id);
  await saveColumns(
    context,
    officer,
    id,
    headings.map((heading) => suggested[heading] ?? ""),
  );
  return id;
}
