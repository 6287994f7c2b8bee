import { and, eq } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { FileKind } from "#domain/files/kinds";
import { openings } from "#domain/files/scan";
import { may } from "#domain/permissions";
import { isAddressSecret } from "#domain/secret-address";
import type { ContactFacts } from "#domain/contact-facts";
import { findContact } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { openFile, piecesOf, type KnownFile } from "./file-store.ts";

export type GivenFile = { name: string; kind: FileKind; size: number; pieces: AsyncGenerator<Buffer> };

/**
 * Gives a file of a contact out: who takes it is recorded before the first byte is read.
 * @param input.pressed they were told that nobody checked it, and want it all the same
 * @returns null when they have to be told first
 * @throws NotFound for whoever may not read the contact, and for a file in which something was found
 */
export async function readContactFile(
  context: Context,
  actor: StaffActor,
  input: { reference: string; fileId: string; pressed: boolean },
): Promise<GivenFile | null> {
  const file = await unitOfWork(context, actor, (unit) => take(unit, actor, input));
  if (file === null) return null;
  const { name, kind } = file.particulars;
  return { name, kind, size: file.row.size, pieces: piecesOf(context, actor, file) };
}

async function take(
  unit: Unit,
  actor: StaffActor,
  { reference, fileId, pressed }: { reference: string; fileId: string; pressed: boolean },
): Promise<KnownFile | null> {
  const { row: of, subject, ground } = await findContact(unit, actor, reference);
  const [row] = isId(fileId)
    ? await unit.tx
        .select()
        .from(attachment)
        .where(and(eq(attachment.id, fileId), eq(attachment.contactId, of.id)))
    : [];
  if (!row) throw new NotFound("no such file", of.id);
  const key = await readDataKey(unit, "contact", of.id);
  const facts = open<ContactFacts>(key, { table: "contact", row: of.id, column: "facts" }, of.facts);
  // A picture, or a letter's head, can tell where a family hides.
  if (isAddressSecret(facts) && !may(actor, "see-address", subject)) throw new NotFound("tells where", of.id);
  const opens = openings[row.scan];
  if (opens === "never") throw new NotFound("held back", of.id);
  if (opens === "second-press" && !pressed) return null;
  await unit.audit({
    kind: "file.opened",
    contactId: of.id,
    subjectId: row.id,
    facts: { checked: row.scan === "clean", because: ground },
  });
  return openFile(key, row);
}
