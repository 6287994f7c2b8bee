import { and, eq, sql } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { matchCandidate } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import type { MatchBand } from "#domain/matching";
import type { Unit } from "../unit-of-work.ts";
import { mayKnowOf } from "./known-to.ts";

/** How many earlier children may be the same, by how sure that is; of contacts that exist for this person. */
export async function countMatches(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
): Promise<Record<MatchBand, number>> {
  const rows = await unit.tx
    .select({ band: matchCandidate.band, count: sql<number>`count(*)::int` })
    .from(matchCandidate)
    .innerJoin(contactChild, eq(contactChild.id, matchCandidate.earlierChildId))
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    // A twin is of the family and not a possible same child.
    .where(
      and(
        eq(matchCandidate.contactId, contactId),
        sql`not ${matchCandidate.facts} @> array['could_be_twin']`,
        mayKnowOf(actor),
      ),
    )
    .groupBy(matchCandidate.band);
  const of = (band: MatchBand) => rows.find((row) => row.band === band)?.count ?? 0;
  return { sure: of("sure"), likely: of("likely"), possible: of("possible") };
}
