import { sql, type SQL } from "drizzle-orm";
import { ratingCodes, type Rating } from "#domain/rating";

/**
 * The links above the list. "all" is what waits to be screened; "late" and "soon" look at every open decision;
 * "returned" is what a manager sent back to the one who asks.
 */
export const triageFilters = [
  "all",
  "unrated",
  ...ratingCodes,
  "soon",
  "late",
  "mine",
  "returned",
  "recommended",
] as const;
export type TriageFilter = (typeof triageFilters)[number];

export const isTriageFilter = (value: string | null): value is TriageFilter =>
  (triageFilters as readonly (string | null)[]).includes(value);

export type FilterFacts = { now: Date; soonUntil: Date; actorId: string };

const rated = (rating: Rating) => sql`(to_screen and rating = ${rating})`;

/** One condition a filter, over the rows of `queue`; the counters are made of the same ones. */
export function filterConditions({ now, soonUntil, actorId }: FilterFacts): Record<TriageFilter, SQL> {
  const at = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  return {
    all: sql`to_screen`,
    unrated: sql`(to_screen and rating is null)`,
    R: rated("R"),
    A: rated("A"),
    G: rated("G"),
    B: rated("B"),
    soon: sql`(decide_by >= ${at(now)} and decide_by <= ${at(soonUntil)})`,
    late: sql`(decide_by < ${at(now)})`,
    mine: sql`(held and holder_id = ${actorId})`,
    returned: sql`(sent_back and id in (select r.contact_id from recommendation r where r.recommended_by = ${actorId}))`,
    recommended: sql`(not to_screen)`,
  };
}
