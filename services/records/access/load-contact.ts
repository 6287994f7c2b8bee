import { asc, eq } from "drizzle-orm";
import { contact, contactAdult, contactChild, contactSnapshot, referrer } from "#db/schema/intake";
import type { AdultParticulars, ChildParticulars, ContactFacts } from "#domain/contact-facts";
import type { ReferrerParticulars } from "#domain/contact-facts";
import type { SnapshotPage } from "#domain/questions/submission";
import { listContactFiles } from "../../files/list-contact-files.ts";
import { readDataKeys } from "../../sealing/data-keys.ts";
import { open } from "../../sealing/seal.ts";
import type { Unit } from "../../unit-of-work.ts";

/** One contact with everything opened that its sender wrote; null when it is erased. */
export async function loadContact(unit: Unit, contactId: string) {
  const { tx } = unit;
  const [[row], children, adults, [snapshot], [sender], keys] = await Promise.all([
    tx.select().from(contact).where(eq(contact.id, contactId)),
    tx
      .select()
      .from(contactChild)
      .where(eq(contactChild.contactId, contactId))
      .orderBy(asc(contactChild.ordinal)),
    tx
      .select()
      .from(contactAdult)
      .where(eq(contactAdult.contactId, contactId))
      .orderBy(asc(contactAdult.ordinal)),
    tx.select().from(contactSnapshot).where(eq(contactSnapshot.contactId, contactId)),
    tx.select().from(referrer).where(eq(referrer.contactId, contactId)),
    readDataKeys(unit, "contact", [contactId]),
  ]);
  const key = keys.get(contactId);
  if (!row || !key || !snapshot || !sender) return null;
  const at = (table: string, id: string, column = "particulars") => ({ table, row: id, column });
  const senderKey = (await readDataKeys(unit, "referrer", [sender.id])).get(sender.id);
  return {
    ...{ row, key, senderId: sender.id },
    sender: senderKey
      ? open<ReferrerParticulars>(senderKey, at("referrer", sender.id), sender.particulars)
      : null,
    facts: open<ContactFacts>(key, at("contact", contactId, "facts"), row.facts),
    files: await listContactFiles(unit, { contactId, key, named: true }),
    pages: open<readonly SnapshotPage[]>(key, at("contact_snapshot", contactId, "content"), snapshot.content),
    children: children.map((child) => ({
      child,
      said: open<ChildParticulars>(key, at("contact_child", child.id), child.particulars),
    })),
    adults: adults.map((adult) => ({
      adult,
      said: open<AdultParticulars>(key, at("contact_adult", adult.id), adult.particulars),
    })),
  };
}

export type LoadedContact = NonNullable<Awaited<ReturnType<typeof loadContact>>>;
