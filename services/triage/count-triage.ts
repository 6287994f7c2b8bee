import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { knownRow } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";
import { queueTables } from "./queue-sql.ts";
import { filterConditions, triageFilters, type FilterFacts, type TriageFilter } from "./triage-filter.ts";

export type TriageCounts = Record<TriageFilter, number> & {
  oldestUnrated: Date | null;
  /** Of those that the filter shows, how many the choices of the form leave. */
  narrowed: number;
  /** When anything last arrived at all. */
  lastReceived: Date | null;
};

/** How many rows each filter shows, whatever the form above the list narrows it to: they tell the state of the door. */
export async function countTriage(
  unit: Unit,
  asked: FilterFacts & { closesAt: Date; reader: Reader; filter: TriageFilter; narrowing: SQL },
): Promise<TriageCounts> {
  const conditions = filterConditions(asked);
  const counts = sql.join(
    triageFilters.map(
      (name) => sql`count(*) filter (where ${conditions[name]})::int as ${sql.identifier(name)}`,
    ),
    sql`, `,
  );
  const [row] = await unit.tx.execute<
    Record<TriageFilter, number> & {
      narrowed: number;
      oldest_unrated: string | null;
      last_received: string | null;
    }
  >(sql`
    with ${queueTables(asked)}
    select ${counts}, count(*) filter (where ${conditions[asked.filter]} and ${asked.narrowing})::int as narrowed,
      min(received_at) filter (where ${conditions.unrated}) as oldest_unrated,
      (select max(received_at) from contact where ${knownRow(asked.reader, sql`contact`)}) as last_received
    from queue`);
  if (!row) throw new Error("an aggregate without a row");
  const { oldest_unrated: oldest, last_received: last, ...numbers } = row;
  return {
    ...numbers,
    oldestUnrated: oldest === null ? null : new Date(oldest),
    lastReceived: last === null ? null : new Date(last),
  };
}
