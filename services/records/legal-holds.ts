import { and, eq, isNull, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { contact } from "#db/schema/intake";
import { person } from "#db/schema/people";
import { legalHold } from "#db/schema/records";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Erased, Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { keyOfPerson } from "../sealing/key-of-person.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { contactsOf } from "./ask-to-erase.ts";
import { findRecord } from "./find-record.ts";

type Placing = { reference: string; personId: string | null; reason: string; months: number };

/**
 * Puts a legal hold on a contact, or on a person in it and with that on every contact about them. Nothing of it is
 * erased until somebody lifts it.
 */
export async function placeHold(context: Context, actor: StaffActor, placing: Placing): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findRecord(unit, actor, placing.reference, true);
    if (row.erasedAt !== null) throw new Erased(row.erasedAt, row.erasedGround);
    const { personId } = placing;
    if (personId !== null && !(await contactsOf(unit, personId)).some(({ id }) => id === row.id))
      throw new NotFound("nobody of this contact");
    if (placing.reason === "") throw new Invalid({ reason: "Say what it is kept for" });
    const subject = personId === null ? { contactId: row.id } : { personId };
    await mark(unit, subject, true);
    const key =
      personId === null ? await readDataKey(unit, "contact", row.id) : await keyOfPerson(unit, personId);
    const id = unit.context.newId();
    const reviewOn = Temporal.PlainDate.from(localDate(unit.now)).add({ months: placing.months }).toString();
    await unit.tx.insert(legalHold).values({
      ...{ id, ...subject, reviewOn, placedBy: actor.id, placedAt: unit.now },
      reason: seal(key, { table: "legal_hold", row: id, column: "reason" }, placing.reason),
    });
    await unit.audit({ kind: "legal-hold.placed", contactId: row.id, subjectId: id, facts: { reviewOn } });
  });
}

/** Lifts a legal hold. What it kept is then kept as long as the rules say, and no longer. */
export async function liftHold(
  context: Context,
  actor: StaffActor,
  input: { id: string; reason: string },
): Promise<void> {
  if (!may(actor, "keep-records")) throw new Forbidden("keep-records");
  await unitOfWork(context, actor, async (unit) => {
    const standing = and(eq(legalHold.id, isId(input.id) ? input.id : nobody), isNull(legalHold.liftedAt));
    const [row] = await unit.tx.select().from(legalHold).where(standing).for("update");
    if (!row) throw new NotFound("no such hold");
    if (input.reason === "") throw new Invalid({ reason: "Say why it is no longer needed" });
    const subject =
      row.contactId === null ? { personId: row.personId ?? nobody } : { contactId: row.contactId };
    const key =
      row.contactId === null
        ? await readDataKey(unit, "person", row.personId ?? nobody)
        : await readDataKey(unit, "contact", row.contactId);
    const place = { table: "legal_hold", row: row.id, column: "lift_reason" };
    await unit.tx
      .update(legalHold)
      .set({ liftReason: seal(key, place, input.reason), liftedBy: actor.id, liftedAt: unit.now })
      .where(eq(legalHold.id, row.id));
    await mark(unit, subject, await stillHeld(unit, subject));
    const about = row.contactId === null ? {} : { contactId: row.contactId };
    await unit.audit({ kind: "legal-hold.lifted", ...about, subjectId: row.id, facts: {} });
  });
}

const nobody = "00000000-0000-0000-0000-000000000000";
type Subject = { contactId: string } | { personId: string };

/** Also locks the row: an erasure of the same that has begun ends first, and one that has not waits. */
async function mark({ tx }: Unit, subject: Subject, held: boolean): Promise<void> {
  if ("contactId" in subject) {
    await tx.update(contact).set({ legalHold: held }).where(eq(contact.id, subject.contactId));
    return;
  }
  const [row] = await tx
    .update(person)
    .set({ legalHold: held })
    .where(eq(person.id, subject.personId))
    .returning({ erasedAt: person.erasedAt });
  if (row?.erasedAt) throw new Erased(row.erasedAt);
}

async function stillHeld({ tx }: Unit, subject: Subject): Promise<boolean> {
  const of =
    "contactId" in subject
      ? eq(legalHold.contactId, subject.contactId)
      : eq(legalHold.personId, subject.personId);
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(legalHold)
    .where(and(of, isNull(legalHold.liftedAt)));
  return (row?.n ?? 0) > 0;
}
