import { and, eq, isNull } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { brokenGlass, contactBar } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import { knowsOf } from "#domain/clearance";
import { may } from "#domain/permissions";
import { parseReference } from "#domain/reference";
import { glassMinutes, glassReasonAtLeast, glassReviewHours } from "#domain/restriction";
import { recordDenial } from "../accounts/record-denial.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * Opens one contact that only cleared staff may know of, in an emergency: for whoever asks, in this session, for an hour.
 * The records officer and the managers hear of it at once, and somebody reviews it within a day or all of them hear
 * again. Whoever types a reference at random learns nothing: one that does not exist, and one that is about their own
 * family, have the same answer.
 * @returns the reference as addresses hold it; also when they could open it anyhow, and then nothing else happens
 * @throws Invalid by `reference` or `reason`
 */
export async function breakGlass(
  context: Context,
  actor: StaffActor,
  input: { reference: string; reason: string },
): Promise<{ reference: string; until: Date | null }> {
  if (!may(actor, "break-glass", { restricted: true })) throw new Forbidden("break-glass");
  const reference = parseReference(input.reference);
  const row = reference === null ? null : await findLocked(context, actor, reference);
  if (reference === null || row === null || row.barred) {
    // Whoever tries references one after another leaves a trace; so does whoever tries their own family's.
    const about = row === null ? {} : { contactId: row.id };
    await recordDenial(context, actor, { route: "hub.emergency", why: "not-found", ...about });
    throw new Invalid({ reference: "There is no contact with this reference" });
  }
  if (knowsOf(actor, row)) return { reference, until: null };
  if (input.reason.length < glassReasonAtLeast)
    throw new Invalid({ reason: `Say why it cannot wait, in ${glassReasonAtLeast} letters or more` });
  // What is being opened exists for them from here on; row-level security has to know that before anything is written.
  const opening = { ...actor, opened: [...(actor.opened ?? []), row.id] };
  return unitOfWork(context, opening, async (unit) => {
    const id = unit.context.newId();
    const after = (minutes: number) => new Date(unit.now.getTime() + minutes * 60_000);
    const [until, reviewBy] = [after(glassMinutes), after(glassReviewHours * 60)];
    const key = await readDataKey(unit, "contact", row.id);
    await unit.tx.insert(brokenGlass).values({
      ...{ id, contactId: row.id, staffId: actor.id, sessionId: actor.sessionId },
      reason: seal(key, { table: "broken_glass", row: id, column: "reason" }, input.reason),
      ...{ openedAt: unit.now, expiresAt: until, reviewBy },
    });
    await unit.audit({ kind: "glass.broken", contactId: row.id, subjectId: id, facts: {} });
    const told = { contactId: row.id, roles: ["records_officer", "manager"] } as const;
    await tellOneByOne(unit, { ...told, subjectId: id, message: "glass-broken" });
    return { reference, until };
  });
}

/** Barred is what this person must never know of. */
async function findLocked(context: Context, actor: StaffActor, reference: string) {
  return unitOfWork(context, { kind: "system", process: "break-glass" }, async ({ tx }) => {
    const [row] = await tx
      .select({ id: contact.id, clearedOnlySince: contact.clearedOnlySince, barred: contactBar.staffId })
      .from(contact)
      .leftJoin(
        contactBar,
        and(
          eq(contactBar.contactId, contact.id),
          eq(contactBar.staffId, actor.id),
          isNull(contactBar.endedAt),
        ),
      )
      .where(eq(contact.reference, reference));
    return row === undefined ? null : { ...row, barred: row.barred !== null };
  });
}
