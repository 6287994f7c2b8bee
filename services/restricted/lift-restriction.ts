import { and, eq, isNull, sql } from "drizzle-orm";
import { person } from "#db/schema/people";
import { restriction } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { isLiftAsked } from "#domain/restriction";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { openUnlocked } from "./open-unlocked.ts";

/** Asks for a restriction to be lifted. Nothing changes until somebody else does it, within three days. */
export async function askToLift(
  context: Context,
  actor: StaffActor,
  input: { id: string; reason: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findStanding(unit, actor, input.id);
    if (input.reason === "") throw new Invalid({ reason: "Say why it can be lifted" });
    if (isLiftAsked(row, unit.now)) throw new Invalid({ reason: "Somebody has asked for this already" });
    const key = await readDataKey(unit, "person", row.personId);
    const place = { table: "restriction", row: row.id, column: "lift_reason" };
    await unit.tx
      .update(restriction)
      .set({
        liftReason: seal(key, place, input.reason),
        liftAskedBy: actor.id,
        liftAskedAt: unit.now,
      })
      .where(eq(restriction.id, row.id));
    await unit.audit({ kind: "person.lift-asked", subjectId: row.personId, facts: {} });
  });
}

/**
 * Lifts a restriction that somebody else asked to lift. Contacts that nothing else locks are the hub's again.
 * @throws Forbidden for whoever asked; NotFound when nobody did
 */
export async function liftRestriction(
  context: Context,
  actor: StaffActor,
  input: { id: string },
): Promise<{ contacts: number }> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findStanding(unit, actor, input.id);
    if (row.liftAskedBy === null || !isLiftAsked(row, unit.now))
      throw new NotFound("nobody asked for it to be lifted");
    if (!may(actor, "lift-restriction", { begunById: row.liftAskedBy }))
      throw new Forbidden("lift it yourself");
    await unit.tx
      .update(restriction)
      .set({ liftedBy: actor.id, liftedAt: unit.now })
      .where(eq(restriction.id, row.id));
    await unit.tx.update(person).set({ restricted: false }).where(eq(person.id, row.personId));
    const contacts = await openUnlocked(unit, sql`restriction_id = ${row.id}`, actor.id);
    await unit.audit({
      kind: "person.lifted",
      subjectId: row.personId,
      facts: { contacts: contacts.length },
    });
    return { contacts: contacts.length };
  });
}

/** Leaves a restriction as it stands: whoever asked takes it back, or somebody who could lift it says no. */
export async function keepRestriction(
  context: Context,
  actor: StaffActor,
  { id }: { id: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findStanding(unit, actor, id);
    if (!isLiftAsked(row, unit.now)) throw new NotFound("nobody asked for it to be lifted");
    await unit.tx
      .update(restriction)
      .set({ liftReason: null, liftAskedBy: null, liftAskedAt: null })
      .where(eq(restriction.id, row.id));
    await unit.audit({ kind: "person.lift-refused", subjectId: row.personId, facts: {} });
  });
}

async function findStanding(unit: Unit, actor: StaffActor, id: string) {
  if (!may(actor, "see-restricted") || !isId(id)) throw new NotFound("no such restriction");
  const [row] = await unit.tx
    .select()
    .from(restriction)
    .where(and(eq(restriction.id, id), isNull(restriction.liftedAt)))
    .for("update");
  // Whose family it is has no part in it, and does not learn of it.
  if (!row || row.staffId === actor.id) throw new NotFound("no such restriction");
  return row;
}
