import { CsvError, parse } from "csv-parse/sync";
import { policeColumnsAtMost, policeRowsAtMost } from "#domain/police/limits";
import { checkRow, sheetOf, UnreadableFile, type Sheet } from "./sheet.ts";

/** A record of a notice has a few thousand characters; a file without line ends is none. */
const recordBytesAtMost = 200_000;

/** UTF-8 or UTF-16 where the file says so or is so; else what a spreadsheet in this country writes. */
export function textIn(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The mark that parts the first line most often. */
function delimiterOf(text: string): string {
  const [line = ""] = text
    .slice(0, 20_000)
    .split(/[\r\n]/)
    .filter((each) => each.trim() !== "");
  const times = (mark: string) => line.split(mark).length;
  return [",", ";", "\t", "|"].reduce((best, mark) => (times(mark) > times(best) ? mark : best), ",");
}

function timesIn(text: string, mark: string): number {
  let times = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) times += 1;
  return times;
}

export function readCsv(bytes: Buffer): Sheet {
  const text = textIn(bytes);
  // A file of another kind that begins like text: no export has these in it.
  if (text.includes("\0")) throw new UnreadableFile("wrong-type");
  const delimiter = delimiterOf(text);
  // A row is only seen whole, and one of nothing but commas would have millions of cells by then.
  if (timesIn(text, delimiter) > policeRowsAtMost * policeColumnsAtMost)
    throw new UnreadableFile("too-many-columns");
  let rows = 0;
  try {
    return sheetOf(
      parse(text, {
        ...{ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true },
        ...{ max_record_size: recordBytesAtMost, to: policeRowsAtMost + 2 },
        onRecord: (record: string[]) => {
          rows += 1;
          checkRow(record, rows);
          return record;
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(error.code === "CSV_MAX_RECORD_SIZE" ? "cell-too-long" : "damaged");
  }
}
