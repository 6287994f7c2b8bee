import { and, eq, inArray, sql } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import type { ListedCase } from "#domain/open-case-list";
import type { Unit } from "../unit-of-work.ts";

/** The staff ids of workers of the council by their email in small letters, and how many cases name one who is not here. */
export async function findWorkers(
  { tx }: Unit,
  rows: readonly ListedCase[],
): Promise<{ ids: Map<string, string>; unknown: number }> {
  const named = rows.flatMap(({ workerEmail }) => (workerEmail === null ? [] : [workerEmail.toLowerCase()]));
  if (named.length === 0) return { ids: new Map(), unknown: 0 };
  const email = sql<string>`lower(${staff.email})`;
  const found = await tx
    .select({ id: staff.id, email })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where(
      and(inArray(email, [...new Set(named)]), eq(staff.active, true), eq(organisation.kind, "council")),
    );
  const ids = new Map(found.map((one) => [one.email, one.id]));
  return { ids, unknown: named.filter((one) => !ids.has(one)).length };
}
