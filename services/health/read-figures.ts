import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** What an operator's alarms watch. Counts and ages only. */
export type Figures = {
  /** Seconds; 0 when nothing is owed. */
  oldestOwedSeconds: number;
  owed: number;
  /** Without those of restricted contacts: whoever reads both could subtract what triage shows them. */
  undecidedChildren: number;
  auditGaps: number;
  /** Seconds since any worker completed its heartbeat job; null when none ever did. */
  heartbeatAgeSeconds: number | null;
};

export async function readFigures(context: Context): Promise<Figures> {
  return unitOfWork(context, { kind: "system", process: "metrics" }, async ({ tx }) => {
    const [figures] = await tx.execute<Figures>(sql`
      select
        (select count(*)::int from outbox where done_at is null and available_at <= clock_timestamp()) as "owed",
        (select coalesce(extract(epoch from clock_timestamp() - min(available_at)), 0)::float8
           from outbox where done_at is null and available_at <= clock_timestamp()) as "oldestOwedSeconds",
        (select count(*)::int from clock join contact on contact.id = clock.contact_id
           where kind = 'decision' and stopped_at is null and cleared_only_since is null) as "undecidedChildren",
        (select count(*)::int from contact where audit_gap) as "auditGaps",
        (select extract(epoch from clock_timestamp() - max(beat_at))::float8 from heartbeat) as "heartbeatAgeSeconds"`);
    if (!figures) throw new Error("an aggregate without a row");
    return figures;
  });
}
