import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { addition } from "#db/schema/additions";
import { attachment, contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { Channel, DangerAnswer } from "#domain/intake";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { OpenedContact } from "./contact-head.ts";
import { mayKnowOf } from "./known-to.ts";

/** Something that was added to a contact after it was sent. */
export type AdditionView = {
  id: string;
  at: Date;
  channel: Channel;
  danger: DangerAnswer;
  text: string;
  isNew: boolean;
  /** Something came with it that is not words. */
  files: number;
};

/** A contact that is linked to another by what was added to it. */
type LinkedView = { reference: string; receivedAt: Date };

/** What was added, newest first. */
export async function additionsOf(unit: Unit, contactId: string, key: Buffer): Promise<AdditionView[]> {
  const rows = await unit.tx
    .select({ row: addition, files: count(attachment.id) })
    .from(addition)
    .leftJoin(attachment, and(eq(attachment.additionId, addition.id), eq(attachment.contactId, contactId)))
    .where(eq(addition.contactId, contactId))
    .groupBy(addition.id)
    .orderBy(desc(addition.at), desc(addition.id));
  return rows.map(({ row: { id, at, channel, danger, content, seenAt }, files }) => ({
    ...{ id, at, channel, danger, files, isNew: seenAt === null },
    text: open<string>(key, { table: "addition", row: id, column: "content" }, content),
  }));
}

/** Whoever works on a contact has it before them: nothing of it is new any more. */
async function markSeen(unit: Unit, actor: StaffActor, contactId: string): Promise<void> {
  await unit.tx
    .update(addition)
    .set({ seenBy: actor.id, seenAt: unit.now })
    .where(and(eq(addition.contactId, contactId), isNull(addition.seenAt)));
}

/** The contact that this one adds to, and those that add to this one; what does not exist for the reader is left out. */
async function loadLinked(
  unit: Unit,
  actor: StaffActor,
  { id, addsToId }: Pick<typeof contact.$inferSelect, "id" | "addsToId">,
): Promise<{ addsTo: LinkedView | null; addedBy: LinkedView[] }> {
  const shown = { reference: contact.reference, receivedAt: contact.receivedAt };
  const [[addsTo = null], addedBy] = await Promise.all([
    addsToId === null
      ? []
      : unit.tx
          .select(shown)
          .from(contact)
          .where(and(eq(contact.id, addsToId), mayKnowOf(actor))),
    unit.tx
      .select(shown)
      .from(contact)
      .where(and(eq(contact.addsToId, id), mayKnowOf(actor)))
      .orderBy(asc(contact.receivedAt)),
  ]);
  return { addsTo, addedBy };
}

export type Added = { additions: AdditionView[] } & Awaited<ReturnType<typeof loadLinked>>;

/** Everything that came to a contact afterwards; whoever works on it has looked at it now. */
export async function loadAdded(
  unit: Unit,
  actor: StaffActor,
  { head, found: { row }, key }: Pick<OpenedContact, "head" | "found" | "key">,
): Promise<Added> {
  const [additions, linked] = await Promise.all([
    additionsOf(unit, row.id, key),
    loadLinked(unit, actor, row),
  ]);
  if (head.can.note && additions.some(({ isNew }) => isNew)) await markSeen(unit, actor, row.id);
  return { additions, ...linked };
}
