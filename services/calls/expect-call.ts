import { and, eq, isNull, sql } from "drizzle-orm";
import { contact, expectedCall, type draft } from "#db/schema/intake";
import type { ExpectedCall } from "#domain/expected-call";
import type { Unit } from "../unit-of-work.ts";
import { auditIfPossible } from "./audit-if-possible.ts";

type Draft = Pick<typeof draft.$inferSelect, "id" | "audience">;

/**
 * Keeps that a call is expected from whoever fills this form in, once for each form however often they say it; null
 * takes it back. It stands in the same transaction as their answer, and nothing of what they wrote is in it.
 */
export async function expectCall(unit: Unit, form: Draft, expected: ExpectedCall | null): Promise<void> {
  if (expected === null) return takeBack(unit, form.id);
  const open = { endedAt: null, ending: null, endedBy: null };
  const [row] = await unit.tx
    .insert(expectedCall)
    .values({
      ...{ id: unit.context.newId(), draftId: form.id, audience: form.audience, since: unit.now },
      ...expected,
    })
    .onConflictDoUpdate({
      target: expectedCall.draftId,
      // What was ended before is open again: they have just said so.
      set: { ...expected, ...open },
      setWhere: isNull(expectedCall.contactId),
    })
    // A row that no statement has changed yet is one that this statement made.
    .returning({ id: expectedCall.id, isNew: sql<boolean>`xmax = 0` });
  if (row?.isNew !== true) return;
  const { danger } = expected;
  await auditIfPossible(unit, {
    kind: "call.expected",
    subjectId: row.id,
    facts: { audience: form.audience, danger },
  });
}

async function takeBack(unit: Unit, draftId: string): Promise<void> {
  await unit.tx
    .update(expectedCall)
    .set({ ending: "taken_back", endedAt: unit.now })
    .where(and(eq(expectedCall.draftId, draftId), isNull(expectedCall.endedAt)));
}

/** The form has arrived: what was expected of its sender is this contact, whatever was found out meanwhile. */
export async function joinCall(unit: Unit, draftId: string, reference: string): Promise<void> {
  const arrived = unit.tx.select({ id: contact.id }).from(contact).where(eq(contact.reference, reference));
  await unit.tx
    .update(expectedCall)
    .set({
      contactId: sql`(${arrived})`,
      ending: sql`coalesce(${expectedCall.ending}, 'form_arrived')`,
      endedAt: sql`coalesce(${expectedCall.endedAt}, ${unit.now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(expectedCall.draftId, draftId), isNull(expectedCall.contactId)));
}
