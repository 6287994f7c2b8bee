import postgres from "postgres";
import { waitFor } from "../../../scripts/processes.mjs";
import type { System } from "./system.ts";

/**
 * What becomes of the time that work rests by design: feedback for ten minutes, what failed for a quarter of a minute
 * and then longer, a message whose sender died for a minute. "waited" goes through all of it but the ten minutes;
 * "skipped" lets it pass at once, so that a minute is enough.
 */
export type Rest = "waited" | "skipped";

const patienceMs: Record<Rest, number> = { waited: 1_500_000, skipped: 300_000 };
const skipEveryMs = 5_000;

/** @returns the seconds until nothing was owed and everything was chained; Infinity when that did not come about */
export async function drain({ postgres: { ownerUrl }, isReady }: System, rest: Rest): Promise<number> {
  const began = performance.now();
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  let skipped = -Infinity;
  const isDone = async () => {
    await sql`update outbox set available_at = now() where done_at is null and available_at > now() + interval '4 minutes'`;
    if (rest === "skipped" && performance.now() - skipped > skipEveryMs) {
      await skip(sql);
      skipped = performance.now();
    }
    const [left] = await sql<{ n: number }[]>`
      select (select count(*) from outbox where done_at is null)
        + (select count(*) from audit_event where not exists
            (select from audit_link where audit_link.event_id = audit_event.id)) as n`;
    return Number(left?.n) === 0;
  };
  try {
    await waitFor(isReady, 120_000, 100);
    return (await waitFor(isDone, patienceMs[rest], 250)) ? (performance.now() - began) / 1_000 : Infinity;
  } finally {
    await sql.end();
  }
}

/** Nothing here takes five seconds to answer: an attempt that is older belongs to a worker that was killed. */
async function skip(sql: postgres.Sql): Promise<void> {
  await sql`
    update delivery set started_at = started_at - interval '2 minutes'
    where accepted_at is null and refused_at is null and started_at < clock_timestamp() - interval '5 seconds'`;
  await sql`update outbox set lease_until = now() where done_at is null and lease_until > now()`;
}

/** How long the row of each kind that waited longest was owed, in seconds from the moment it could be done. */
export async function longestWaits({ postgres: { ownerUrl } }: System): Promise<Record<string, number>> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const rows = await sql<{ kind: string; seconds: number }[]>`
      select kind, extract(epoch from max(done_at - available_at))::float as seconds
      from outbox where done_at is not null group by kind order by kind`;
    return Object.fromEntries(rows.map(({ kind, seconds }) => [kind, seconds]));
  } finally {
    await sql.end();
  }
}
