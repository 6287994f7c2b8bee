import { asc, eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { pathwayEntry } from "#db/schema/pathways";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { entryPlace } from "./write-entry.ts";

export type Entry = { id: string; kind: string; by: string; at: Date; content: Record<string, string> };

/** What was written on a piece of work, the oldest first. */
export async function loadEntries({ tx }: Unit, pathwayId: string, key: Buffer): Promise<Entry[]> {
  const rows = await tx
    .select({ row: pathwayEntry, by: staff.name })
    .from(pathwayEntry)
    .leftJoin(staff, eq(staff.id, pathwayEntry.authorId))
    .where(eq(pathwayEntry.pathwayId, pathwayId))
    .orderBy(asc(pathwayEntry.at), asc(pathwayEntry.id));
  return rows.map(({ row, by }) => ({
    id: row.id,
    kind: row.kind,
    by: by ?? (row.kind === "assessment-received" ? "a system of the council" : "Somebody"),
    at: row.at,
    content: open<Entry["content"]>(key, entryPlace(row.id), row.content),
  }));
}
