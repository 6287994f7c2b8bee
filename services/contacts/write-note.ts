import { note } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type NoteKind = (typeof note.$inferInsert)["kind"];

/** Writes a note and its audit event; what it says is sealed with the contact. Returns its id. */
export async function writeNote(
  unit: Unit,
  author: StaffActor,
  contactId: string,
  { kind, text }: { kind: NoteKind; text: string },
): Promise<string> {
  const id = unit.context.newId();
  const key = await readDataKey(unit, "contact", contactId);
  await unit.tx.insert(note).values({
    id,
    contactId,
    kind,
    body: seal(key, { table: "note", row: id, column: "body" }, text),
    authorId: author.id,
    at: unit.now,
  });
  await unit.audit({ kind: "contact.noted", contactId, subjectId: id, facts: { noteKind: kind } });
  return id;
}
