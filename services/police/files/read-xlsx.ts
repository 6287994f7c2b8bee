import { policeColumnsAtMost, unpackedBytesAtMost } from "#domain/police/limits";
import { checkRow, sheetOf, UnreadableFile, type Sheet } from "./sheet.ts";
import { attribute, parsed } from "./read-part.ts";
import { unpack, type Package } from "./unpack.ts";

/** The first sheet of the workbook, as people see them. */
async function firstSheet(file: Package): Promise<string> {
  let id = "";
  await parsed(file, "xl/workbook.xml", {
    open: (tag) => {
      if (tag.name === "sheet" && id === "")
        id = attribute(tag, Object.keys(tag.attributes).find((name) => /:id$/.test(name)) ?? "");
    },
  });
  let target = "";
  await parsed(file, "xl/_rels/workbook.xml.rels", {
    open: (tag) => {
      if (tag.name === "Relationship" && attribute(tag, "Id") === id) target = attribute(tag, "Target");
    },
  });
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

async function sharedStrings(file: Package): Promise<string[]> {
  const part = "xl/sharedStrings.xml";
  const all: string[] = [];
  if (!file.names().includes(part)) return all;
  let [said, inText, phonetic] = ["", false, false];
  await parsed(file, part, {
    open: ({ name }) => {
      if (name === "si") said = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    text: (piece) => {
      if (inText) said += piece;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic = false;
      if (name === "si") all.push(said);
    },
  });
  return all;
}

/** The column of "BC12", from 0. */
function columnOf(cell: string): number {
  const letters = /^[A-Z]{1,3}/.exec(cell)?.[0] ?? "";
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column >= policeColumnsAtMost) throw new UnreadableFile("too-many-columns");
  return column;
}

/**
 * The first sheet of an XLSX workbook. Of a formula only the value counts that was last shown for it, as text: nothing
 * is worked out. Dates come as the numbers of their days.
 */
export async function readXlsx(bytes: Buffer): Promise<Sheet> {
  const file = await unpack(bytes, unpackedBytesAtMost);
  if (file.names().includes("EncryptedPackage")) throw new UnreadableFile("protected");
  if (!file.names().includes("xl/workbook.xml")) throw new UnreadableFile("wrong-type");
  const part = await firstSheet(file);
  const strings = await sharedStrings(file);
  const lines: string[][] = [];
  let [cells, at, kind, said, inValue]: [string[], number, string, string, boolean] = [[], -1, "", "", false];
  await parsed(file, part, {
    open: (tag) => {
      if (tag.name === "row") [cells, at] = [[], -1];
      if (tag.name === "c") {
        const named = attribute(tag, "r");
        at = named === "" ? at + 1 : columnOf(named);
        [kind, said] = [attribute(tag, "t"), ""];
      }
      inValue = tag.name === "v" || (tag.name === "t" && kind === "inlineStr");
    },
    text: (piece) => {
      if (inValue) said += piece;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      if (name === "c" && at >= 0) {
        while (cells.length < at) cells.push("");
        cells[at] = kind === "s" ? (strings[Number(said)] ?? "") : said;
      }
      if (name !== "row") return;
      lines.push(cells);
      checkRow(cells, lines.length);
    },
  });
  return sheetOf(lines);
}
