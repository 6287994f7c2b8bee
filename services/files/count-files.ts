import { count, inArray } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
import type { Unit } from "../unit-of-work.ts";

/** How many files each of some contacts has; one without any is not in it. The caller has found out that they may know of it. */
export async function countFiles(
  { tx }: Unit,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .select({ contactId: attachment.contactId, n: count() })
    .from(attachment)
    .where(inArray(attachment.contactId, [...contactIds]))
    .groupBy(attachment.contactId);
  return new Map(rows.flatMap(({ contactId, n }) => (contactId === null ? [] : [[contactId, n] as const])));
}
