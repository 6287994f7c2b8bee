import { and, eq, sql } from "drizzle-orm";
import { clockAlarm } from "#db/schema/decision";
import { referrer } from "#db/schema/intake";
import { stagesNow, tellsManagers, type AlarmStage } from "#domain/decision-alarms";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** Told in one transaction; the next sweep goes on. */
const atOnce = 200;

/** "warn": one sweep of all workers at a time. */
const sweepLock = 0x7761726e;

/**
 * Says of each decision that runs, once a stage, that half of its time is gone, that two hours or thirty minutes are left,
 * or that it is late: to whoever holds the contact, to the hub's managers, and when it is late to whoever sent it. Only
 * the stage that a decision is at is told: what came late, or after a stop, is not told of what has passed.
 * @returns how many were told of; 0 also when another worker is sweeping
 */
export async function warnOfDecisions(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "decision-warnings" }, async (unit) => {
    const found = await decisionsAt(unit);
    if (found.length === 0) return 0;
    const rows = found.map((one) => ({ ...one, id: context.newId(), at: unit.now }));
    const told = await unit.tx
      .insert(clockAlarm)
      .values(rows.map(({ id, contactId, dueAt, stage, at }) => ({ id, contactId, dueAt, stage, at })))
      .onConflictDoNothing()
      .returning({ id: clockAlarm.id });
    const written = new Set(told.map(({ id }) => id));
    for (const one of rows.filter(({ id }) => written.has(id))) await tell(unit, one);
    return written.size;
  });
}

type Alarm = { id: string; contactId: string; holderId: string | null; stage: AlarmStage };

async function tell(unit: Unit, { id, contactId, holderId, stage }: Alarm): Promise<void> {
  const message = stage === "late" ? ("decision-late" as const) : ("decision-due" as const);
  if (holderId !== null)
    await unit.owe({
      kind: "send-message",
      subjectId: id,
      recipientId: holderId,
      facts: { message, to: "staff" },
    });
  if (holderId === null || tellsManagers(stage)) await oweHub(unit, message, id);
  if (stage === "late") {
    const [sender] = await unit.tx
      .select({ id: referrer.id })
      .from(referrer)
      .where(and(eq(referrer.contactId, contactId), eq(referrer.canBeEmailed, true)));
    if (sender) {
      const facts = { message: "decision-delayed", to: "referrer" } as const;
      await unit.owe({ kind: "send-message", subjectId: id, recipientId: sender.id, facts });
    }
  }
  await unit.audit({ kind: "decision.warned", contactId, subjectId: id, facts: { stage } });
}

/** Deadlines whose stage nobody was told of yet; brothers and sisters with one deadline are one. */
async function decisionsAt(unit: Unit) {
  const stages = stagesNow(unit.now, calendarOf(unit.context.settings));
  const [first] = stages.slice(-1);
  if (!first) return [];
  const stage = sql.join(
    stages.map((one) => sql`when k.due_at <= ${one.dueBy.toISOString()}::timestamptz then ${one.stage}`),
    sql` `,
  );
  const rows = await unit.tx.execute<{
    contact_id: string;
    due_at: string;
    stage: AlarmStage;
    holder_id: string | null;
  }>(sql`
    select r.contact_id, r.due_at, r.stage, h.holder_id
    from (select k.contact_id, k.due_at, case ${stage} end as stage from clock k
      where k.kind = 'decision' and k.stopped_at is null and k.due_at <= ${first.dueBy.toISOString()}::timestamptz
      group by k.contact_id, k.due_at) r
    left join hold h on h.contact_id = r.contact_id and h.lease_until > clock_timestamp()
    where not exists (select from clock_alarm a where a.contact_id = r.contact_id and a.due_at = r.due_at and a.stage = r.stage)
      and pg_try_advisory_xact_lock(${sweepLock})
    order by r.due_at, r.contact_id limit ${atOnce}`);
  return rows.map((row) => ({
    ...{ contactId: row.contact_id, dueAt: new Date(row.due_at), stage: row.stage, holderId: row.holder_id },
  }));
}
