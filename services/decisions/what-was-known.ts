import { and, count, eq, inArray, lte } from "drizzle-orm";
import { addition } from "#db/schema/additions";
import { contact } from "#db/schema/intake";
import { note } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";
import type { KnownThen } from "./content.ts";
import type { HouseholdChild } from "./load-household.ts";
import type { ToDecide } from "./to-decide.ts";

/** What there was to see for one child when somebody decides: kept with the decision, because all of it moves on. */
export async function whatIsKnown(unit: Unit, all: ToDecide, child: HouseholdChild): Promise<KnownThen> {
  const { row } = all;
  const [notes, additions] = await Promise.all([
    unit.tx.select({ count: count() }).from(note).where(eq(note.contactId, row.id)),
    unit.tx
      .select({ count: count() })
      .from(addition)
      .where(and(eq(addition.contactId, row.id), lte(addition.at, unit.now))),
  ]);
  const cases = all.openCases.filter(({ childId }) => childId === child.id);
  return {
    version: row.version,
    rating: row.rating,
    comparedAt: row.matchedAt?.toISOString() ?? null,
    earlier: all.history.filter(({ childId }) => childId === child.id).map(({ contactId }) => contactId),
    openCase: cases.some(({ socialWork }) => socialWork),
    onPlan: cases.some(({ onPlan }) => onPlan),
    notes: notes[0]?.count ?? 0,
    additions: additions[0]?.count ?? 0,
  };
}

/** The references of those earlier contacts that exist for this reader: a number alone would hint at the others. */
export async function earlierReferences(
  unit: Unit,
  actor: StaffActor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.tx
    .select({ id: contact.id, reference: contact.reference })
    .from(contact)
    .where(and(inArray(contact.id, [...ids]), mayKnowOf(actor)));
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
