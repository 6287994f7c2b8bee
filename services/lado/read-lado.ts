import { asc, eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { ladoNote } from "#db/schema/lado";
import type { StaffActor } from "#domain/actor";
import type { LadoContent, LadoFinding } from "#domain/lado";
import type { Context } from "../context.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findLado } from "./find-lado.ts";

export type LadoView = LadoContent & {
  id: string;
  openedBy: string;
  openedAt: Date;
  dueAt: Date;
  acknowledgedAt: Date | null;
  closedAt: Date | null;
  finding: LadoFinding | null;
  notes: { id: string; by: string; at: Date; text: string }[];
};

/** More than is ever written about one adult; what comes after it is kept, and the page says so. */
const notesAtMost = 200;

/** One record, for the designated officer alone. */
export async function readLado(context: Context, actor: StaffActor, id: string): Promise<LadoView> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, key } = await findLado(unit, actor, id, false);
    const [notes, [opener]] = await Promise.all([
      unit.tx
        .select({ note: ladoNote, by: staff.name })
        .from(ladoNote)
        .leftJoin(staff, eq(staff.id, ladoNote.writtenBy))
        .where(eq(ladoNote.recordId, row.id))
        .orderBy(asc(ladoNote.writtenAt))
        .limit(notesAtMost),
      unit.tx.select({ name: staff.name }).from(staff).where(eq(staff.id, row.openedBy)),
    ]);
    await unit.audit({ kind: "lado.viewed", subjectId: row.id, facts: {} });
    const { openedAt, dueAt, acknowledgedAt, closedAt, finding } = row;
    return {
      ...open<LadoContent>(key, { table: "lado_record", row: row.id, column: "content" }, row.content),
      ...{ id: row.id, openedAt, dueAt, acknowledgedAt, closedAt, finding },
      openedBy: opener?.name ?? "Somebody",
      notes: notes.map(({ note, by }) => ({
        ...{ id: note.id, by: by ?? "Somebody", at: note.writtenAt },
        text: open<string>(key, { table: "lado_note", row: note.id, column: "content" }, note.content),
      })),
    };
  });
}
