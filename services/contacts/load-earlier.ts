import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decision } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { ContactFacts } from "#domain/contact-facts";
import type { Outcome } from "#domain/outcome";
import type { Worry } from "#domain/questions/worries";
import type { Rating } from "#domain/rating";
import { loadHistory } from "../decisions/load-history.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { mayKnowOf } from "./known-to.ts";

export type EarlierView = {
  reference: string;
  receivedAt: Date;
  rating: Rating | null;
  /** Null when what it said was erased. */
  worries: readonly Worry[] | null;
  /** What stands for its children; empty while nothing was decided. */
  outcomes: readonly Outcome[];
};

/** What fits on a page and in a head; the rest is counted. */
const shownAtMost = 10;

/**
 * Earlier contacts about these children, newest first, leaving out what this person may not know of. What is shown of
 * each is recorded: it is a look at that contact too.
 */
export async function loadEarlier(
  unit: Unit,
  actor: StaffActor,
  { contactId, receivedAt, childIds }: { contactId: string; receivedAt: Date; childIds: readonly string[] },
): Promise<{ contacts: EarlierView[]; more: number }> {
  const history = await loadHistory(unit, receivedAt, childIds);
  const ids = [...new Set(history.map(({ contactId }) => contactId))];
  if (ids.length === 0) return { contacts: [], more: 0 };
  const later = alias(decision, "later");
  const [rows, decided, keys] = await Promise.all([
    unit.tx
      .select()
      .from(contact)
      .where(and(inArray(contact.id, ids), mayKnowOf(actor)))
      .orderBy(desc(contact.receivedAt)),
    unit.tx
      .select({ contactId: decision.contactId, outcome: decision.outcome })
      .from(decision)
      .leftJoin(later, eq(later.supersedesId, decision.id))
      .where(and(inArray(decision.contactId, ids), isNull(later.id))),
    readDataKeys(unit, "contact", ids),
  ]);
  const shown = rows.slice(0, shownAtMost);
  if (shown.length > 0) {
    const resultIds = shown.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", contactId, facts: { list: "earlier", resultIds } });
  }
  const contacts = shown.map((row) => {
    const key = keys.get(row.id);
    const place = { table: "contact", row: row.id, column: "facts" };
    return {
      reference: row.reference,
      receivedAt: row.receivedAt,
      rating: row.rating,
      worries: key ? open<ContactFacts>(key, place, row.facts).worries : null,
      outcomes: [...new Set(decided.filter((one) => one.contactId === row.id).map(({ outcome }) => outcome))],
    };
  });
  return { contacts, more: rows.length - contacts.length };
}
