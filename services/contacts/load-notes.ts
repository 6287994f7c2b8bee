import { desc, eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { note, rating } from "#db/schema/screening";
import type { Rating } from "#domain/rating";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { NoteKind } from "./write-note.ts";

export type NoteView = { id: string; kind: NoteKind; text: string; by: string; at: Date };
export type RatingView = { id: string; rating: Rating; reason: string; by: string; at: Date };

/** Newest first. */
export async function loadNotes(unit: Unit, contactId: string, key: Buffer): Promise<NoteView[]> {
  const rows = await unit.tx
    .select({ row: note, by: staff.name })
    .from(note)
    .leftJoin(staff, eq(staff.id, note.authorId))
    .where(eq(note.contactId, contactId))
    .orderBy(desc(note.at), desc(note.id));
  return rows.map(({ row, by }) => ({
    id: row.id,
    kind: row.kind,
    text: open<string>(key, { table: "note", row: row.id, column: "body" }, row.body),
    by: by ?? "Somebody",
    at: row.at,
  }));
}

/** Every rating that this contact was given, newest first, each with its reason. */
export async function loadRatings(unit: Unit, contactId: string, key: Buffer): Promise<RatingView[]> {
  const rows = await unit.tx
    .select({ row: rating, by: staff.name })
    .from(rating)
    .leftJoin(staff, eq(staff.id, rating.ratedBy))
    .where(eq(rating.contactId, contactId))
    .orderBy(desc(rating.ratedAt), desc(rating.id));
  return rows.map(({ row, by }) => ({
    id: row.id,
    rating: row.code,
    reason: open<string>(key, { table: "rating", row: row.id, column: "reason" }, row.reason),
    by: by ?? "Somebody",
    at: row.ratedAt,
  }));
}
