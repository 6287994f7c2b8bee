import { and, eq, sql } from "drizzle-orm";
import { addition } from "#db/schema/additions";
import { contact, contactChild } from "#db/schema/intake";
import { gravest, isUndecided } from "#domain/addition";
import { ratingDeadline } from "#domain/clocks";
import type { Channel } from "#domain/intake";
import { calendarOf } from "#domain/working-calendar";
import { actOnProven } from "../acting-as.ts";
import { Erased, NotFound } from "../errors.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { addFile, type NewFile } from "../files/add-file.ts";
import { tellOwners } from "../pathways/tell-owners.ts";
import { locksOf } from "../restricted/locks-of.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { findReceipt } from "./find-receipt.ts";
import { linkedSubmission, type Said } from "./linked-submission.ts";
import { raiseVersion } from "./raise-version.ts";
import { writeContact } from "./receive-contact.ts";

export type Addition = Said & {
  /** What it adds to. The caller has found out that whoever adds may. */
  contactId: string;
  channel: Channel;
  /** The same key never adds twice. */
  idempotencyKey: string;
  /** Comes with it, and goes where it goes. */
  file?: NewFile;
};

/** Where it went: to whoever works on the contact, or into a contact of its own with its own clock. */
export type Added = { how: "added" } | { how: "linked"; reference: string; decideBy: Date };

/**
 * Adds something to a contact that was sent before. While a child of it waits for a decision it stands on the contact,
 * where its holder and whoever decides have to look at it; once every child is decided it is a contact of its own, linked
 * to the first, that is screened like any other.
 * @throws NotFound for a contact that there is not, Erased when nothing of it is left, RefusedFile when it has as many
 *   files as it can
 */
export async function addToContact(unit: Unit, input: Addition): Promise<Added> {
  await actOnProven(unit);
  // The lock that a decision takes as well: either it is there before this is read, or it has to look at this.
  const [row] = await unit.tx.select().from(contact).where(eq(contact.id, input.contactId)).for("update");
  if (row === undefined) throw new NotFound("no such contact");
  if (row.erasedAt !== null) throw new Erased(row.erasedAt, row.erasedGround);
  const before = await findAdded(unit, input);
  if (before !== null) return before;
  const children = await unit.tx
    .select({ state: contactChild.state, standing: contactChild.standing })
    .from(contactChild)
    .where(eq(contactChild.contactId, row.id));
  return isUndecided(children) ? addHere(unit, row, input) : link(unit, row, input);
}

async function findAdded(unit: Unit, { contactId, idempotencyKey }: Addition): Promise<Added | null> {
  const [here] = await unit.tx
    .select({ id: addition.id })
    .from(addition)
    .where(and(eq(addition.contactId, contactId), eq(addition.idempotencyKey, idempotencyKey)));
  if (here) return { how: "added" };
  const linked = await findReceipt(unit, idempotencyKey);
  return linked && { how: "linked", reference: linked.reference, decideBy: linked.decideBy };
}

type ContactRow = typeof contact.$inferSelect;

async function addHere(unit: Unit, row: ContactRow, input: Addition): Promise<Added> {
  const { settings, newId } = unit.context;
  const id = newId();
  const key = await readDataKey(unit, "contact", row.id);
  const { text, danger, channel, idempotencyKey } = input;
  await unit.tx.insert(addition).values({
    ...{ id, contactId: row.id, at: unit.now, channel, danger, idempotencyKey },
    content: seal(key, { table: "addition", row: id, column: "content" }, text),
  });
  if (input.file) await addFile(unit, { contactId: row.id, additionId: id }, key, input.file);
  await raiseVersion(unit, row.id);
  const facts = { channel, danger };
  await unit.audit({ kind: "contact.added-to", contactId: row.id, subjectId: id, facts });
  await tellOwners(unit, row.id, id);
  if (danger === "no") return { how: "added" };
  // Rated before anybody said this: whatever is not Red is rated again, before everything else.
  const rateBy = ratingDeadline(unit.now, true, settings, calendarOf(settings)).toISOString();
  const now = gravest(row.danger, danger);
  await unit.tx.execute(
    sql`select frontdoor_danger_added(${row.id}, ${now}::danger, ${unit.now.toISOString()}::timestamptz, ${rateBy}::timestamptz)`,
  );
  await oweHub(unit, "red-contact", row.id);
  return { how: "added" };
}

async function link(unit: Unit, row: ContactRow, input: Addition): Promise<Added> {
  const submission = await linkedSubmission(unit, row, input);
  const { reference, decideBy } = await writeContact(unit, submission, {
    ...{
      channel: input.channel,
      idempotencyKey: input.idempotencyKey,
      senderId: input.from?.senderId ?? null,
    },
    addsTo: { id: row.id, locks: await locksOf(unit, row.id) },
  });
  const [made] = await unit.tx
    .select({ id: contact.id, clearedOnlySince: contact.clearedOnlySince })
    .from(contact)
    .where(eq(contact.reference, reference));
  const owner = { contactId: made?.id ?? "", additionId: null };
  if (made && input.file) await addFile(unit, owner, await readDataKey(unit, "contact", made.id), input.file);
  // What may be about somebody restricted is told to nobody who does not know of them already.
  if (made && (made.clearedOnlySince === null || row.clearedOnlySince !== null))
    await tellOwners(unit, row.id, made.id);
  return { how: "linked", reference, decideBy };
}
