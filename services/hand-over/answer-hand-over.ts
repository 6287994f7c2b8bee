import { and, eq, isNull, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { handOver } from "#db/schema/hand-over";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { isHandedTo } from "#domain/hand-over";
import { may } from "#domain/permissions";
import { findContact, type FoundContact } from "../contacts/contact-access.ts";
import { freshLease } from "../contacts/renew-hold.ts";
import { writeNote } from "../contacts/write-note.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { isUndecided } from "./is-undecided.ts";

type Given = { row: typeof handOver.$inferSelect; found: FoundContact };

/**
 * Accepts one contact that was handed over: from now on they hold it, by name.
 * @throws NotFound when it was not handed to them; Conflict when it is not to be accepted any more
 */
export async function acceptHandOver(context: Context, actor: StaffActor, id: string): Promise<string> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, found } = await findOpen(unit, actor, id);
    if (!isHandedTo(row, actor) || !may(actor, "hold")) throw new NotFound("not handed to them");
    const { contactId } = row;
    if (!(await isUndecided(unit, contactId))) throw new Conflict("it is decided", null);
    const before = found.hold;
    const [held] = await unit.tx
      .update(hold)
      .set({
        ...{ holderId: actor.id, takenAt: sql`clock_timestamp()`, leaseUntil: freshLease(unit) },
        ...{ hasNotes: false, version: sql`${hold.version} + 1` },
      })
      .where(eq(hold.contactId, contactId))
      .returning({ leaseUntil: hold.leaseUntil });
    if (!held?.leaseUntil) throw new Error("a contact without its hold row");
    await end(unit, actor, row, { ending: "accepted" });
    if (before && before.holderId !== actor.id)
      await unit.audit({
        kind: "contact.released",
        ...{ contactId, subjectId: before.holderId, facts: { how: "handed-over" as const } },
      });
    await unit.audit({
      kind: "contact.held",
      contactId,
      facts: { how: "handed-over", leaseUntil: held.leaseUntil.toISOString(), jumped: false },
    });
    return found.row.reference;
  });
}

/**
 * Says that they do not take it, and why; the one who gave it still has it, and is told. Whoever gave it takes it back
 * in the same way, without a reason.
 * @throws Invalid by `reason`; NotFound
 */
export async function declineHandOver(
  context: Context,
  actor: StaffActor,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findOpen(unit, actor, id);
    if (row.fromId === actor.id) return end(unit, actor, row, { ending: "withdrawn", seen: true });
    // What was handed to everybody of a shift is not for one of them to refuse.
    if (row.target !== "person" || !isHandedTo(row, actor)) throw new NotFound("not handed to them");
    if (reason === "") throw new Invalid({ reason: "Say why you do not take it" });
    const text = `Not accepted: ${reason}`;
    const answerId = await writeNote(unit, actor, row.contactId, { kind: "note", text });
    return end(unit, actor, row, { ending: "declined", answerId });
  });
}

/** The one who gave it, or held it, has seen what became of it. */
export async function markSeen(context: Context, actor: StaffActor, id: string): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    if (!isId(id)) throw new NotFound("no such hand-over");
    await unit.tx
      .update(handOver)
      .set({ seenAt: unit.now })
      .where(and(eq(handOver.id, id), eq(handOver.fromId, actor.id), isNull(handOver.seenAt)));
  });
}

/** @throws NotFound; Conflict when somebody has answered it meanwhile */
async function findOpen(unit: Unit, actor: StaffActor, id: string): Promise<Given> {
  const [found] = isId(id)
    ? await unit.tx
        .select({ row: handOver, reference: contact.reference })
        .from(handOver)
        .innerJoin(contact, eq(contact.id, handOver.contactId))
        .where(eq(handOver.id, id))
        .for("update", { of: handOver })
    : [];
  if (!found) throw new NotFound("no such hand-over");
  const opened = await findContact(unit, actor, found.reference);
  if (!isHandedTo(found.row, actor) && found.row.fromId !== actor.id) throw new NotFound("not theirs");
  if (found.row.endedAt !== null) throw new Conflict("it is answered already", null);
  return { row: found.row, found: opened };
}

type Ended = { ending: "accepted" | "declined" | "withdrawn"; answerId?: string; seen?: true };

async function end(unit: Unit, actor: StaffActor, row: Given["row"], { ending, answerId, seen }: Ended) {
  await unit.tx
    .update(handOver)
    .set({
      ...{ ending, endedBy: actor.id, endedAt: unit.now },
      ...(answerId ? { answerId } : {}),
      ...(seen ? { seenAt: unit.now } : {}),
    })
    .where(eq(handOver.id, row.id));
  await unit.audit({
    kind: "hand-over.ended",
    ...{ contactId: row.contactId, subjectId: row.id, facts: { how: ending } },
  });
}
