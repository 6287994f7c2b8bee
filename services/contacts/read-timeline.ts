import { and, desc, eq, inArray } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { auditEvent } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { eventWords, tellingKinds, type StoredEvent } from "#domain/event-words";
import { timelineLines, type TimelineEvent } from "#domain/timeline";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openContactPage, type ContactHead } from "./contact-head.ts";

/** What fits on a page; a contact has few dozen, and the audit itself has them all. */
const shownAtMost = 300;

/** What happened with a contact and who did or read it, newest first, built from the audit and nothing else. */
export async function readTimeline(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<{ head: ContactHead; events: TimelineEvent[]; capped: boolean }> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found } = await openContactPage(unit, actor, { reference, page: "timeline" });
    const rows = await unit.tx
      .select({
        id: auditEvent.id,
        at: auditEvent.at,
        kind: auditEvent.kind,
        facts: auditEvent.facts,
        actorKind: auditEvent.actorKind,
        name: staff.name,
      })
      .from(auditEvent)
      .leftJoin(staff, eq(staff.id, auditEvent.actorId))
      .where(and(eq(auditEvent.contactId, found.row.id), inArray(auditEvent.kind, tellingKinds)))
      .orderBy(desc(auditEvent.at), desc(auditEvent.recordedAt))
      .limit(shownAtMost);
    return {
      head,
      capped: rows.length === shownAtMost,
      events: timelineLines(
        rows.map((row) => ({
          id: row.id,
          at: row.at,
          who: { staff: row.name ?? "Somebody", public: "The sender", system: "The system" }[row.actorKind],
          what: eventWords(row as unknown as StoredEvent, context.settings),
          event: row as unknown as StoredEvent,
        })),
      ),
    };
  });
}
