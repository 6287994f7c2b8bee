import { eq, sql } from "drizzle-orm";
import { policeBatch, policeRow } from "#db/schema/police";
import type { BatchFacts } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/** What the email about a batch says: how many rows were taken, and how many were not. */
export async function batchFacts({ tx }: Unit, id: string): Promise<BatchFacts | null> {
  const [found] = await tx
    .select({
      batch: policeBatch.reference,
      since: policeBatch.receivedAt,
      received: sql<number>`count(${policeRow.sentAt})::int`,
      toMend: sql<number>`(count(*) filter (where ${policeRow.sentAt} is null))::int`,
    })
    .from(policeBatch)
    .innerJoin(policeRow, eq(policeRow.batchId, policeBatch.id))
    .where(eq(policeBatch.id, id))
    .groupBy(policeBatch.id);
  return found ?? null;
}
