import { and, eq, isNull, lt } from "drizzle-orm";
import { ladoRecord } from "#db/schema/lado";
import type { Context } from "../context.ts";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** More than a council opens in a month. */
const atOnce = 50;

/**
 * Tells the designated officers and whoever opened it, once, of a record that nobody has taken up in time.
 * @returns how many were told of
 */
export async function sweepLado(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => {
    const late = await unit.tx
      .select({ id: ladoRecord.id, contactId: ladoRecord.contactId, openedBy: ladoRecord.openedBy })
      .from(ladoRecord)
      .where(
        and(
          isNull(ladoRecord.acknowledgedAt),
          isNull(ladoRecord.closedAt),
          isNull(ladoRecord.reminderId),
          lt(ladoRecord.dueAt, unit.now),
        ),
      )
      .orderBy(ladoRecord.dueAt)
      .limit(atOnce)
      .for("update", { skipLocked: true });
    for (const { id, contactId, openedBy } of late) {
      const reminderId = unit.context.newId();
      await unit.tx.update(ladoRecord).set({ reminderId }).where(eq(ladoRecord.id, id));
      const message = "lado-untaken" as const;
      await tellOneByOne(unit, { contactId, subjectId: reminderId, message, roles: ["lado"] });
      await unit.owe({
        ...{ kind: "send-message" as const, subjectId: reminderId, recipientId: openedBy },
        facts: { message, to: "staff" as const },
      });
      await unit.audit({ kind: "lado.untaken", subjectId: id, facts: {} });
    }
    return late.length;
  });
}
