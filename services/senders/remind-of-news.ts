import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { referrer } from "#db/schema/intake";
import { feedback } from "#db/schema/pathways";
import { outbox } from "#db/schema/proof";
import { addElapsed, addWorkingDays } from "#domain/clocks";
import { unreadWorkingDays } from "#domain/sent";
import { calendarOf } from "#domain/working-calendar";
import type { Unit } from "../unit-of-work.ts";

/** As many as one go looks at; the next is minutes away. */
const atOnce = 200;

/** Owes one reminder for each piece of news that its sender has not read for some working days. */
export async function remindOfNews(unit: Unit): Promise<void> {
  const { tx, now, context } = unit;
  const reminded = sql`exists (select from ${outbox} where ${outbox.kind} = 'send-message' and ${outbox.subjectId} = ${feedback.id})`;
  const unread = await tx
    .select({ id: feedback.id, availableAt: feedback.availableAt, recipientId: referrer.id })
    .from(feedback)
    .innerJoin(referrer, and(eq(referrer.contactId, feedback.contactId), eq(referrer.canBeEmailed, true)))
    .where(
      and(
        ...[isNull(feedback.readAt), isNull(feedback.droppedAt), isNull(feedback.toldAt)],
        // Never sooner than that many days in a row would be.
        lt(feedback.availableAt, addElapsed(now, { hours: -24 * unreadWorkingDays })),
        sql`not ${reminded}`,
      ),
    )
    .orderBy(asc(feedback.availableAt))
    .limit(atOnce);
  const calendar = calendarOf(context.settings);
  const due = unread.filter(
    ({ availableAt }) => addWorkingDays(availableAt, unreadWorkingDays, calendar) <= now,
  );
  const facts = { message: "decision-unread", to: "referrer" } as const;
  await unit.owe(
    ...due.map(({ id, recipientId }) => ({
      kind: "send-message" as const,
      subjectId: id,
      recipientId,
      facts,
    })),
  );
}
