import { and, eq, inArray, isNull } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { childName } from "#domain/child-name";
import type { MatchFact } from "#domain/match-facts";
import { searchKeys } from "#domain/match-keys";
import { compare } from "#domain/matching";
import type { Unit } from "../unit-of-work.ts";
import { describeChildren, describeContact } from "./describe-children.ts";
import { findCandidates } from "./find-candidates.ts";
import { mayKnowOf } from "./known-to.ts";

/** A child of another contact who looks like a brother or sister of one of this contact, and not like the same child. */
export type SiblingFound = {
  id: string;
  name: string;
  dateOfBirth: string | null;
  /** The child of this contact. */
  ofId: string;
  facts: readonly MatchFact[];
  other: { id: string; reference: string; receivedAt: Date };
};

const shownAtMost = 10;

/**
 * Brothers and sisters in other contacts, newest first, leaving out what this person may not know of.
 * @param known children of other contacts who are shown as the same child already
 */
export async function findSiblings(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  known: ReadonlySet<string>,
): Promise<SiblingFound[]> {
  const like = new Map<string, { ofId: string; facts: MatchFact[] }>();
  for (const { id: ofId, subject } of await describeContact(unit, contactId)) {
    const { ids } = await findCandidates(unit, subject, searchKeys(subject), contactId);
    for (const [id, other] of await describeChildren(unit, ids)) {
      const { band, sibling, facts } = compare(subject, other.subject);
      if (band === "none" && sibling && !known.has(id) && !like.has(id)) like.set(id, { ofId, facts });
    }
  }
  if (like.size === 0) return [];
  const rows = await unit.tx
    .select({ child: contactChild, reference: contact.reference, receivedAt: contact.receivedAt })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(and(inArray(contactChild.id, [...like.keys()]), isNull(contact.erasedAt), mayKnowOf(actor)));
  return rows
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    .slice(0, shownAtMost)
    .flatMap(({ child, reference, receivedAt }) => {
      const found = like.get(child.id);
      const name = childName({ ...child, description: null, unborn: child.dueDate !== null });
      const other = { id: child.contactId, reference, receivedAt };
      return found ? [{ id: child.id, name, dateOfBirth: child.dateOfBirth, ...found, other }] : [];
    });
}
