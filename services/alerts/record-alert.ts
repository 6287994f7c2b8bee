import { and, eq, isNull } from "drizzle-orm";
import { alertShown } from "#db/schema/decision";
import type { StaffActor } from "#domain/actor";
import type { AlertKind } from "#domain/alerts";
import { findContact } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** Counts that a page stopped somebody. A transaction of its own: the one that was stopped wrote nothing. */
export async function recordAlert(
  context: Context,
  actor: StaffActor,
  { reference, kind }: { reference: string; kind: AlertKind },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContact(unit, actor, reference);
    const shown = await unit.tx
      .insert(alertShown)
      .values({
        id: unit.context.newId(),
        kind,
        contactId: row.id,
        shownTo: actor.id,
        shownAt: unit.now,
      })
      .onConflictDoNothing()
      .returning({ id: alertShown.id });
    if (shown.length > 0)
      await unit.audit({ kind: "alert.shown", contactId: row.id, facts: { alert: kind } });
  });
}

/** They went on without acting on it. Part of the transaction that goes on. */
export async function passAlert(
  unit: Unit,
  actor: StaffActor,
  { contactId, kind }: { contactId: string; kind: AlertKind },
): Promise<void> {
  const theirs = and(
    eq(alertShown.contactId, contactId),
    eq(alertShown.kind, kind),
    eq(alertShown.shownTo, actor.id),
    isNull(alertShown.passedAt),
  );
  const passed = await unit.tx
    .update(alertShown)
    .set({ passedAt: unit.now })
    .where(theirs)
    .returning({ id: alertShown.id });
  if (passed.length > 0) await unit.audit({ kind: "alert.passed", contactId, facts: { alert: kind } });
}
