import { asc, eq, inArray, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** More than were taken while the audit was broken for a minute at any rush; the next run goes on. */
const atOnce = 200;

/**
 * Writes the event of each contact that was taken while it could not be written, and takes its flag away. It tells what
 * happened then, at the moment that it is written: the contact's own row says when it was received.
 * @returns how many gaps were filled
 */
export async function fillAuditGaps(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "audit-gaps" }, async (unit) => {
    const children = sql<number>`(select count(*)::int from contact_child child where child.contact_id = contact.id)`;
    const gaps = await unit.tx
      .select({
        id: contact.id,
        channel: contact.channel,
        partial: contact.partial,
        danger: contact.danger,
        children,
      })
      .from(contact)
      .where(eq(contact.auditGap, true))
      .orderBy(asc(contact.id))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    if (gaps.length === 0) return 0;
    const ids = gaps.map(({ id }) => id);
    await unit.audit(
      ...gaps.map(({ id, ...facts }) => ({ kind: "contact.submitted" as const, contactId: id, facts })),
    );
    await unit.tx.update(contact).set({ auditGap: false }).where(inArray(contact.id, ids));
    return gaps.length;
  });
}
