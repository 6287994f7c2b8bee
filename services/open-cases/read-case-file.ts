import { CsvError, parse } from "csv-parse/sync";
import {
  caseColumns,
  caseOfCells,
  casesAtMost,
  columnNamed,
  neededColumns,
  readCase,
  type ReadRow,
} from "#domain/open-case-list";
import { Invalid } from "../errors.ts";
import { textIn } from "../police/files/read-csv.ts";

const recordBytesAtMost = 20_000;

type Line = { record: Record<string, string>; info: { lines: number } };

/**
 * A file of open cases, one a line under their headings, as a case-management system exports it.
 * @returns its cases, and the columns that nobody here knows
 * @throws Invalid by `file` when it cannot be read at all
 */
export function readCaseFile(bytes: Buffer, today: string): { rows: ReadRow[]; unknownColumns: string[] } {
  let headings: string[] = [];
  try {
    const lines = parse(textIn(bytes), {
      ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true },
      ...{ delimiter: [",", ";", "\t"], max_record_size: recordBytesAtMost, to: casesAtMost + 1 },
      columns: (row: string[]) => (headings = row.map(columnNamed)),
    }) as unknown as Line[];
    refuseWithout(headings, lines.length);
    const rows = lines.map(({ record, info }) => readCase(caseOfCells(record, today), info.lines));
    const unknownColumns = headings.filter((name) => name !== "" && !Object.hasOwn(caseColumns, name));
    return { rows, unknownColumns };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Invalid({ file: "The file is damaged or is not CSV. Export it again" });
  }
}

function refuseWithout(headings: readonly string[], lines: number): void {
  const missing = neededColumns.filter((column) => !headings.includes(column));
  if (missing.length > 0)
    throw new Invalid({ file: `The first line must name the columns. Missing: ${missing.join(", ")}` });
  if (new Set(headings).size < headings.length) throw new Invalid({ file: "Two columns have the same name" });
  if (lines > casesAtMost) throw new Invalid({ file: `The file has more than ${casesAtMost} cases` });
}
