import { eq } from "drizzle-orm";
import { ladoNote, ladoRecord } from "#db/schema/lado";
import type { StaffActor } from "#domain/actor";
import type { WorkLado } from "#domain/lado";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findLado } from "./find-lado.ts";

/**
 * Takes a record up, writes in it, or closes it with what was found. Each of them says something: a record that is
 * taken up without a word helps nobody who reads it later.
 * @throws NotFound; Invalid by `note` or `finding`, or by `what` for what was done already
 */
export async function workLado(
  context: Context,
  actor: StaffActor,
  { id, what, note, finding }: WorkLado & { id: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, key } = await findLado(unit, actor, id, true);
    if (row.closedAt !== null) throw new Invalid({ note: "This record is closed" });
    if (note === "") throw new Invalid({ note: missing[what] });
    await writeNote(unit, actor, { recordId: row.id, key, note });
    if (what === "note") return unit.audit({ kind: "lado.noted", subjectId: row.id, facts: {} });
    const taken = {
      acknowledgedBy: row.acknowledgedBy ?? actor.id,
      acknowledgedAt: row.acknowledgedAt ?? unit.now,
    };
    if (what === "acknowledge") {
      await unit.tx.update(ladoRecord).set(taken).where(eq(ladoRecord.id, row.id));
      return unit.audit({ kind: "lado.acknowledged", subjectId: row.id, facts: {} });
    }
    if (finding === undefined) throw new Invalid({ finding: "Choose what you found" });
    await unit.tx
      .update(ladoRecord)
      .set({ ...taken, finding, closedBy: actor.id, closedAt: unit.now })
      .where(eq(ladoRecord.id, row.id));
    return unit.audit({ kind: "lado.closed", subjectId: row.id, facts: { finding } });
  });
}

const missing: Record<WorkLado["what"], string> = {
  acknowledge: "Say what you do first, and whom you have spoken to",
  note: "Write something to keep",
  close: "Say why you close it",
};

async function writeNote(
  unit: Unit,
  actor: StaffActor,
  { recordId, key, note }: { recordId: string; key: Buffer; note: string },
): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(ladoNote).values({
    ...{ id, recordId, writtenBy: actor.id, writtenAt: unit.now },
    content: seal(key, { table: "lado_note", row: id, column: "content" }, note),
  });
}
