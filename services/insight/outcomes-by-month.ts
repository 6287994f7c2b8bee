import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { countedAs, emptyMonth, type MonthOutcomes } from "#domain/month-outcomes";
import type { Outcome } from "#domain/outcome";
import { may } from "#domain/permissions";
import { localInstant } from "#domain/local-time";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * How many contacts came in each of these months, and what became of them as decisions stand now. Counts, and nobody's name.
 * @param months whole months one after another, the newest first, such as "2012-03"
 */
export async function outcomesByMonth(
  context: Context,
  actor: StaffActor,
  months: readonly string[],
): Promise<MonthOutcomes[]> {
  if (!may(actor, "see-outcomes")) throw new Forbidden("see-outcomes");
  const [from, until] = [months.at(-1), monthAfter(months[0] ?? "")];
  if (from === undefined) return [];
  return unitOfWork(context, actor, async (unit) => {
    const rank = sql.join(
      countedAs.map((outcome) => sql`${outcome}`),
      sql`, `,
    );
    const rows = await unit.tx.execute<{ month: string; outcome: Outcome | null; contacts: number }>(sql`
      select to_char(c.received_at at time zone ${context.settings.timeZone}, 'YYYY-MM') as month,
        (array[${rank}]::text[])[most.rank] as outcome, count(*)::int as contacts
      from contact c left join lateral (
        select max(array_position(array[${rank}]::text[], d.outcome::text)) as rank from decision d
        where d.contact_id = c.id and not exists (select from decision later where later.supersedes_id = d.id)
      ) most on true
      where c.received_at >= ${startOf(from).toISOString()} and c.received_at < ${startOf(until).toISOString()}
        and c.erased_at is null
      group by 1, 2`);
    await unit.audit({ kind: "list.viewed", facts: { list: "outcomes", resultIds: [] } });
    return months.map((month) => {
      const made = emptyMonth(month);
      for (const { outcome, contacts } of rows.filter((row) => row.month === month)) {
        made.contacts += contacts;
        made[outcome ?? "undecided"] += contacts;
      }
      return made;
    });
  });
}

const startOf = (month: string): Date => localInstant(`${month}-01`, "12am");

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
