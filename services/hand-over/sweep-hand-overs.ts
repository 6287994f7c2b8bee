import { inArray, sql } from "drizzle-orm";
import { handOver } from "#db/schema/hand-over";
import type { HandOverTarget } from "#domain/hand-over";
import type { Context } from "../context.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** "hand": one sweep of all workers at a time. */
const sweepLock = 0x68616e64;
const atOnce = 100;

/**
 * Alarms what was handed over and nobody accepted in time, once: the on-call manager at night, the hub by day. What is
 * decided meanwhile needs nobody any more.
 * @returns how many were alarmed
 */
export async function sweepHandOvers(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "hand-over-sweep" }, async (unit) => {
    const now = unit.now.toISOString();
    const late = await unit.tx.execute<{ id: string; contact_id: string; target: HandOverTarget }>(sql`
      select h.id, h.contact_id, h.target from hand_over h
      where h.ended_at is null and h.alarmed_at is null and h.accept_by < ${now}
        and exists (select from clock k where k.contact_id = h.contact_id and k.kind = 'decision' and k.stopped_at is null)
        and pg_try_advisory_xact_lock(${sweepLock})
      order by h.accept_by limit ${atOnce} for update of h skip locked`);
    if (late.length === 0) return 0;
    const ids = late.map(({ id }) => id);
    await unit.tx.update(handOver).set({ alarmedAt: unit.now }).where(inArray(handOver.id, ids));
    for (const { id, contact_id: contactId, target } of late) {
      const message = "hand-over-unaccepted" as const;
      if (target === "night")
        await tellOneByOne(unit, { contactId, subjectId: id, message, roles: ["on_call_manager"] });
      else await oweHub(unit, message, id);
    }
    await unit.audit(
      ...late.map(({ id: subjectId, contact_id: contactId, target }) => ({
        kind: "hand-over.alarmed" as const,
        ...{ contactId, subjectId, facts: { target } },
      })),
    );
    return late.length;
  });
}
