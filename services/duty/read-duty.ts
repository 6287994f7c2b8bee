import type { StaffActor } from "#domain/actor";
import { owedAlarmMinutes } from "#domain/jobs";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { alarmsSql, type AlarmRow } from "./alarms-sql.ts";

export type Alarm = Omit<AlarmRow, "oldest"> & { oldest: Date | null };
export type Duty = { asAt: Date; alarms: Alarm[] };

/**
 * What needs somebody now. Worked out from the tables when the page is loaded, so that it is right although no worker,
 * queue or mail server is there to raise anything.
 */
export async function readDuty(context: Context, actor: StaffActor): Promise<Duty> {
  if (!may(actor, "see-duty")) throw new Forbidden("see-duty");
  return unitOfWork(context, actor, async (unit) => {
    const rows = await unit.tx.execute<AlarmRow>(alarmsSql(unit.now, owedAlarmMinutes, actor));
    // Who runs the machine learns how many, and not which child.
    const showsContacts = may(actor, "see-triage");
    const alarms = rows
      .filter(({ count }) => count > 0)
      .map((row) => ({
        ...row,
        oldest: row.oldest === null ? null : new Date(row.oldest),
        references: showsContacts ? row.references : [],
      }));
    await unit.audit({ kind: "list.viewed", facts: { list: "duty", resultIds: [] } });
    return { asAt: unit.now, alarms };
  });
}
