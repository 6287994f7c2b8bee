import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decision } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { ContactFacts } from "#domain/contact-facts";
import type { DangerAnswer } from "#domain/intake";
import type { Outcome } from "#domain/outcome";
import type { Worry } from "#domain/questions/worries";
import { raisedByWords } from "#domain/raised-by";
import type { Rating } from "#domain/rating";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { mayKnowOf } from "./known-to.ts";

/** What the page of one contact says of another. */
export type ContactInShort = {
  id: string;
  reference: string;
  receivedAt: Date;
  rating: Rating | null;
  danger: DangerAnswer;
  /** Null when what it said was erased. */
  worries: readonly Worry[] | null;
  /** What stands for its children; empty while nothing was decided. */
  outcomes: readonly Outcome[];
  /** What kind of sender raised it; never who. */
  raisedBy: string;
};

/** These contacts in short, newest first, leaving out what this person may not know of. Whoever asks records the look. */
export async function loadInShort(
  unit: Unit,
  actor: StaffActor,
  ids: readonly string[],
): Promise<ContactInShort[]> {
  if (ids.length === 0) return [];
  const later = alias(decision, "later");
  const [rows, decided, keys] = await Promise.all([
    unit.tx
      .select()
      .from(contact)
      .where(and(inArray(contact.id, [...ids]), mayKnowOf(actor)))
      .orderBy(desc(contact.receivedAt), desc(contact.id)),
    unit.tx
      .select({ contactId: decision.contactId, outcome: decision.outcome })
      .from(decision)
      .leftJoin(later, eq(later.supersedesId, decision.id))
      .where(and(inArray(decision.contactId, [...ids]), isNull(later.id))),
    readDataKeys(unit, "contact", [...ids]),
  ]);
  return rows.map((row) => {
    const key = keys.get(row.id);
    const place = { table: "contact", row: row.id, column: "facts" };
    const said = key ? open<ContactFacts>(key, place, row.facts) : null;
    const standing = decided.filter(({ contactId }) => contactId === row.id);
    return {
      id: row.id,
      reference: row.reference,
      receivedAt: row.receivedAt,
      rating: row.rating,
      danger: row.danger,
      worries: said?.worries ?? null,
      raisedBy: raisedByWords({ ...row, keepSecret: said?.keepSenderSecret === true }),
      outcomes: [...new Set(standing.map(({ outcome }) => outcome))],
    };
  });
}
