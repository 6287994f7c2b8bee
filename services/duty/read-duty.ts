import { desc, inArray } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { ownershipCheck } from "#db/schema/ownership";
import type { StaffActor } from "#domain/actor";
import { owedAlarmMinutes } from "#domain/jobs";
import { may } from "#domain/permissions";
import { listExpected, type ExpectedRow } from "../calls/list-expected.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { alarmsSql, type AlarmRow } from "./alarms-sql.ts";

export type Alarm = Omit<AlarmRow, "oldest"> & { oldest: Date | null };
type Looked = { at: Date; children: number; works: number };
export type Duty = {
  asAt: Date;
  alarms: Alarm[];
  /** The last hourly look for what nobody owns; null before the first. */
  looked: Looked | null;
  /** Nothing for whoever runs the machine: they do not chase. */
  expected: ExpectedRow[];
};

/**
 * What needs somebody now. Worked out from the tables when the page is loaded, so that it is right although no worker,
 * queue or mail server is there to raise anything.
 */
export async function readDuty(context: Context, actor: StaffActor): Promise<Duty> {
  if (!may(actor, "see-duty")) throw new Forbidden("see-duty");
  return unitOfWork(context, actor, async (unit) => {
    const { openCasesStaleHours } = context.settings;
    const hours = { owedMinutes: owedAlarmMinutes, openCasesStaleHours };
    const rows = await unit.tx.execute<AlarmRow>(alarmsSql(unit.now, hours, actor));
    // Who runs the machine learns how many, and not which child.
    const showsContacts = may(actor, "see-triage");
    const alarms = rows
      .filter(({ count }) => count > 0)
      .map((row) => ({
        ...row,
        oldest: row.oldest === null ? null : new Date(row.oldest),
        references: showsContacts ? row.references : [],
      }));
    const expected = showsContacts ? await listExpected(unit) : [];
    const looked = await lastLook(unit);
    if (await isAudited(unit, alarms)) return { asAt: unit.now, looked, alarms, expected };
    // How many of what, and nothing about anybody: whoever can mend it has to see that it is broken.
    const failing: Alarm = { kind: "audit_failing", count: 1, oldest: null, references: [] };
    return {
      asAt: unit.now,
      looked,
      expected,
      alarms: [failing, ...alarms.map((alarm) => ({ ...alarm, references: [] }))],
    };
  });
}

async function lastLook({ tx }: Unit): Promise<Looked | null> {
  const [row] = await tx
    .select({ at: ownershipCheck.checkedAt, children: ownershipCheck.children, works: ownershipCheck.works })
    .from(ownershipCheck)
    .orderBy(desc(ownershipCheck.checkedAt))
    .limit(1);
  return row ?? null;
}

/** False when the event cannot be written: the page then has to do without what reading is recorded for. */
async function isAudited(unit: Unit, alarms: readonly Alarm[]): Promise<boolean> {
  const references = [...new Set(alarms.flatMap((alarm) => alarm.references))];
  const shown = await unit.tx
    .select({ id: contact.id })
    .from(contact)
    .where(inArray(contact.reference, references));
  const facts = { list: "duty", resultIds: shown.map(({ id }) => id) };
  try {
    await unit.tx.transaction((savepoint) => unit.within(savepoint).audit({ kind: "list.viewed", facts }));
    return true;
  } catch {
    unit.context.log.error("the duty screen was read without its audit event");
    return false;
  }
}
