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
const ownNames: readonly MatchFact[] = ["first_same", "first_nickname", "first_similar", "known_as"];

/** Of one who is named in many contacts the newest is enough to lead to them. */
const isNamedAlike = (a: SiblingFound, b: SiblingFound): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase() && a.dateOfBirth === b.dateOfBirth;

/**
 * Brothers and sisters in other contacts, each once, newest first, leaving out what this person may not know of.
 * @param known children of other contacts who are shown as the same child already
 */
export async function findSiblings(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  known: ReadonlySet<string>,
): Promise<SiblingFound[]> {
  const like = new Map<string, { ofId: string; facts: MatchFact[] }>();
  const children = await describeContact(unit, contactId);
  const near = new Set<string>();
  for (const { subject } of children) {
    const { ids } = await findCandidates(unit, subject, searchKeys(subject), contactId);
    for (const id of ids) if (!known.has(id)) near.add(id);
  }
  for (const [id, other] of await describeChildren(unit, [...near])) {
    const compared = children.map((child) => ({ ofId: child.id, ...compare(child.subject, other.subject) }));
    // Whoever may be another child of this contact, or is called as one of them, is no brother or sister who is missing.
    if (compared.some(({ band, facts }) => band !== "none" || facts.some((fact) => ownNames.includes(fact))))
      continue;
    const found = compared.find(({ sibling }) => sibling);
    if (found) like.set(id, { ofId: found.ofId, facts: found.facts });
  }
  if (like.size === 0) return [];
  const rows = await unit.tx
    .select({ child: contactChild, reference: contact.reference, receivedAt: contact.receivedAt })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(and(inArray(contactChild.id, [...like.keys()]), isNull(contact.erasedAt), mayKnowOf(actor)));
  return rows
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    .flatMap(({ child, reference, receivedAt }) => {
      const found = like.get(child.id);
      const name = childName({ ...child, description: null, unborn: child.dueDate !== null });
      const other = { id: child.contactId, reference, receivedAt };
      return found ? [{ id: child.id, name, dateOfBirth: child.dateOfBirth, ...found, other }] : [];
    })
    .filter((one, at, all) => all.findIndex((other) => isNamedAlike(one, other)) === at)
    .slice(0, shownAtMost);
}
