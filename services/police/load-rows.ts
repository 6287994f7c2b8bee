import { asc, eq } from "drizzle-orm";
import { policeRow } from "#db/schema/police";
import type { ColumnMap } from "#domain/police/fields";
import { suggestedMap } from "#domain/police/fields";
import { readNotice, type Notice, type RowProblem, type RowValues } from "#domain/police/notice";
import { gradeIn, type Grade } from "#domain/police/read-values";
import { localDate } from "#domain/time-words";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { BatchRow } from "./for-force.ts";
import { readMap } from "./receive-batch.ts";

type Row = typeof policeRow.$inferSelect;

/** A row of a batch, read as its columns say and as it was mended. */
export type LoadedRow = {
  row: Row;
  values: RowValues;
  notice: Notice | null;
  problems: RowProblem[];
  /** The officer's, as far as it can be read also where the row cannot be sent. */
  grade: Grade | null;
};

/** Every row of a batch in its order, each with what is wrong with it. */
export async function loadRows(unit: Unit, batch: BatchRow, key: Buffer): Promise<LoadedRow[]> {
  const rows = await unit.tx
    .select()
    .from(policeRow)
    .where(eq(policeRow.batchId, batch.id))
    .orderBy(asc(policeRow.number));
  const map = suggestedMap(batch.headings, await readMap(unit, batch.organisationId));
  const today = localDate(batch.receivedAt);
  const loaded = rows.map((row) => loadRow(row, { headings: batch.headings, map, key, today }));
  refuseTwice(loaded);
  return loaded;
}

function loadRow(
  row: Row,
  { headings, map, key, today }: { headings: string[]; map: ColumnMap; key: Buffer; today: string },
): LoadedRow {
  const at = (column: string) => ({ table: "police_row", row: row.id, column });
  const values =
    row.mended === null
      ? valuesOf(headings, map, open<string[]>(key, at("cells"), row.cells))
      : open<RowValues>(key, at("mended"), row.mended);
  return { row, values, ...readNotice(values, today), grade: gradeIn(values["grade"] ?? "") };
}

function valuesOf(headings: readonly string[], map: ColumnMap, cells: readonly string[]): RowValues {
  return Object.fromEntries(
    headings.flatMap((heading, at) => {
      const name = map[heading] ?? "";
      return name === "" ? [] : [[name, cells[at] ?? ""]];
    }),
  );
}

/** A force's reference as it is compared: however it was spaced and in whatever case. */
export const bareReference = (reference: string): string =>
  reference
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}/.]+/gu, "");

/** One notice is one row: of two with the same reference somebody has to say which it is. */
function refuseTwice(rows: LoadedRow[]): void {
  const first = new Map<string, number>();
  for (const loaded of rows) {
    if (loaded.notice === null) continue;
    const reference = bareReference(loaded.notice.reference);
    const earlier = first.get(reference);
    if (earlier === undefined) first.set(reference, loaded.row.number);
    else if (loaded.row.sentAt === null) {
      const wrong = `Row ${earlier} of this file has the same reference`;
      const mend = "Put all children of one notice into one row, and leave this one unsent";
      Object.assign(loaded, { notice: null, problems: [{ field: "reference", wrong, mend }] });
    }
  }
}
