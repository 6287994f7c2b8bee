import { count, gte, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { alertShown } from "#db/schema/decision";
import type { StaffActor } from "#domain/actor";
import { alertKinds, type AlertCounts, type AlertKind } from "#domain/alerts";
import { addElapsed } from "#domain/clocks";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** A quarter: long enough for a rate, short enough to change something. */
const alertDays = 91;

export type AlertFigures = { since: Date; contacts: number; alerts: (AlertCounts & { kind: AlertKind })[] };

/** How often each alert stopped somebody in the last quarter, and how often they went on. Counts, and nobody's name. */
export async function readAlerts(context: Context, actor: StaffActor): Promise<AlertFigures> {
  if (!may(actor, "see-alerts")) throw new Forbidden("see-alerts");
  return unitOfWork(context, actor, async (unit) => {
    const since = addElapsed(unit.now, { hours: -alertDays * 24 });
    const [rows, [arrived]] = await Promise.all([
      unit.tx
        .select({
          kind: alertShown.kind,
          shown: count(),
          passed: sql<number>`count(${alertShown.passedAt})::int`,
        })
        .from(alertShown)
        .where(gte(alertShown.shownAt, since))
        .groupBy(alertShown.kind),
      unit.tx.select({ count: count() }).from(contact).where(gte(contact.receivedAt, since)),
      unit.audit({ kind: "list.viewed", facts: { list: "alerts", resultIds: [] } }),
    ]);
    return {
      since,
      contacts: arrived?.count ?? 0,
      alerts: alertKinds.map((kind) => {
        const { shown = 0, passed = 0 } = rows.find((row) => row.kind === kind) ?? {};
        return { kind, shown, passed };
      }),
    };
  });
}
