import { and, eq, isNull, lt } from "drizzle-orm";
import { brokenGlass } from "#db/schema/restricted";
import type { Context } from "../context.ts";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** More than anybody opens in a day. */
const atOnce = 50;

/**
 * Tells everybody who answers for it, once, what was opened in an emergency and not reviewed in time. The row itself is
 * looked at: a reminder that was to come could be lost.
 * @returns how many were told of
 */
export async function sweepGlass(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => {
    const late = await unit.tx
      .select({ id: brokenGlass.id, contactId: brokenGlass.contactId })
      .from(brokenGlass)
      .where(
        and(
          isNull(brokenGlass.reviewedAt),
          isNull(brokenGlass.reminderId),
          lt(brokenGlass.reviewBy, unit.now),
        ),
      )
      .orderBy(brokenGlass.reviewBy)
      .limit(atOnce)
      .for("update", { skipLocked: true });
    for (const { id, contactId } of late) {
      const reminderId = unit.context.newId();
      await unit.tx.update(brokenGlass).set({ reminderId }).where(eq(brokenGlass.id, id));
      const told = { contactId, subjectId: reminderId, message: "glass-unreviewed" } as const;
      await tellOneByOne(unit, { ...told, roles: ["records_officer", "manager"] });
      await unit.audit({ kind: "glass.unreviewed", contactId, subjectId: id, facts: {} });
    }
    return late.length;
  });
}
