import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { contact, contactChild } from "#db/schema/intake";
import { matchCandidate, personLink } from "#db/schema/people";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";

export type EarlierContact = { childId: string; contactId: string; reference: string; receivedAt: Date };

/**
 * Earlier contacts about each of these children that the hub knows of: a sure match that nobody has rejected, or one
 * that a person confirmed. What was sent after this contact is not history, and what does not exist for whoever asks is
 * not in it: a count or a rule that hangs on it would tell them.
 */
export async function loadHistory(
  unit: Unit,
  receivedAt: Date,
  childIds: readonly string[],
): Promise<EarlierContact[]> {
  if (childIds.length === 0) return [];
  const earlier = alias(contactChild, "earlier");
  const rejected = alias(personLink, "rejected");
  const theirs = alias(personLink, "theirs");
  const facts = { contactId: contact.id, reference: contact.reference, receivedAt: contact.receivedAt };
  const seen = unit.actor.kind === "staff" ? mayKnowOf(unit.actor) : undefined;
  const before = sql`${contact.receivedAt} < ${receivedAt.toISOString()}`;
  const [sure, confirmed] = await Promise.all([
    unit.tx
      .selectDistinct({ childId: matchCandidate.contactChildId, ...facts })
      .from(matchCandidate)
      .innerJoin(earlier, eq(earlier.id, matchCandidate.earlierChildId))
      .innerJoin(contact, and(eq(contact.id, earlier.contactId), before, seen))
      .leftJoin(
        theirs,
        and(eq(theirs.contactChildId, earlier.id), eq(theirs.answer, "same"), isNull(theirs.endedAt)),
      )
      .leftJoin(
        rejected,
        and(
          eq(rejected.contactChildId, matchCandidate.contactChildId),
          eq(rejected.personId, theirs.personId),
          eq(rejected.answer, "not_same"),
          isNull(rejected.endedAt),
        ),
      )
      .where(
        and(
          inArray(matchCandidate.contactChildId, [...childIds]),
          eq(matchCandidate.band, "sure"),
          isNull(rejected.id),
        ),
      ),
    unit.tx
      .selectDistinct({ childId: sql<string>`${personLink.contactChildId}`, ...facts })
      .from(personLink)
      .innerJoin(
        theirs,
        and(eq(theirs.personId, personLink.personId), eq(theirs.answer, "same"), isNull(theirs.endedAt)),
      )
      .innerJoin(
        earlier,
        and(eq(earlier.id, theirs.contactChildId), ne(earlier.id, personLink.contactChildId)),
      )
      .innerJoin(contact, and(eq(contact.id, earlier.contactId), before, seen))
      .where(
        and(
          inArray(personLink.contactChildId, [...childIds]),
          eq(personLink.answer, "same"),
          isNull(personLink.endedAt),
        ),
      ),
  ]);
  const known = new Map([...sure, ...confirmed].map((one) => [`${one.childId} ${one.contactId}`, one]));
  return [...known.values()].sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
}
