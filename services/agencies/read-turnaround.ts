import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import type { Turnaround } from "#domain/agency-turnaround";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

const days = 28;
const pageSize = 50;

/** How each agency has answered in the last four weeks, by name; nothing about any child. */
export async function readTurnaround(
  context: Context,
  actor: StaffActor,
  { page }: { page: number },
): Promise<{ asAt: Date; rows: Turnaround[]; page: number; pages: number }> {
  if (!may(actor, "take-over")) throw new Forbidden("take-over");
  return unitOfWork(context, actor, async (unit) => {
    const since = new Date(unit.now.getTime() - days * 86_400_000).toISOString();
    const rows = await unit.tx.execute<Turnaround & { total: number }>(sql`
      select o.id, o.name, count(*)::int as asked, count(r.closed_at)::int as answered,
        count(*) filter (where r.closed_at <= r.due_at)::int as "inTime",
        count(*) filter (where r.closed_how = 'no_trace')::int as "noTrace",
        count(*) filter (where r.closed_at is null and r.due_at < ${unit.now.toISOString()})::int as late,
        round(percentile_cont(0.5) within group (order by extract(epoch from r.closed_at - r.asked_at) / 60)
          filter (where r.closed_at is not null))::int as "medianMinutes",
        count(*) over ()::int as total
      from agency_request r join organisation o on o.id = r.organisation_id
      where r.asked_at >= ${since}
      group by o.id, o.name order by o.name
      limit ${pageSize} offset ${(page - 1) * pageSize}`);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "turnaround", resultIds: rows.map(({ id }) => id) },
    });
    const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / pageSize));
    return { asAt: unit.now, rows: rows.map(({ total: _, ...row }) => row), page, pages };
  });
}
