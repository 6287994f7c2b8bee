import { sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { ratingCodes, type Rating } from "#domain/rating";
import { ageBands, type AgeChoice, type HolderChoice, type Narrowing } from "#domain/triage-narrowing";

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

type NarrowingFacts = { actor: Pick<StaffActor, "id" | "teamId">; today: string };

/** The choices of the form above the list, as one condition over the rows of `queue`. */
export function narrowedTo(
  { source, age, holder, openCase }: Narrowing,
  { actor, today }: NarrowingFacts,
): SQL {
  const conditions = [
    source && sourceCondition(source),
    age && ageCondition(age, today),
    holder && holderConditions(actor)[holder],
    openCase &&
      sql`${openCase === "no" ? sql`not` : sql``} exists (
      select from contact_child ch
      join person_link l on l.contact_child_id = ch.id and l.answer = 'same' and l.ended_at is null
      join open_case oc on oc.person_id = l.person_id and oc.closed_at is null and oc.status <> 'early_help'
      where ch.contact_id = queue.id)`,
  ].filter((condition): condition is SQL => condition !== null);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** A police notice is a professional's too, and is what somebody means who asks for notices. */
function sourceCondition(source: NonNullable<Narrowing["source"]>): SQL {
  const of =
    source === "police" || source === "phone" || source === "api"
      ? sql`c.channel = ${source}`
      : sql`c.audience = ${source} and c.channel <> 'police'`;
  return sql`exists (select from contact c where c.id = queue.id and ${of})`;
}

/** A date of birth counts before an age that somebody guessed. */
function ageCondition(age: AgeChoice, today: string): SQL {
  const years = sql`coalesce(extract(year from age(${today}::date, ch.date_of_birth))::int, ch.estimated_age::int)`;
  const unborn = sql`(ch.due_date is not null)`;
  const of =
    age === "not_known"
      ? sql`${years} is null and not ${unborn}`
      : sql`(${years} between ${ageBands[age][0]} and ${ageBands[age][1]} ${age === "baby" ? sql`or ${unborn}` : sql``})`;
  return sql`exists (select from contact_child ch where ch.contact_id = queue.id and ${of})`;
}

const holderConditions = ({ id, teamId }: NarrowingFacts["actor"]): Record<HolderChoice, SQL> => ({
  nobody: sql`(not held)`,
  me: sql`(held and holder_id = ${id})`,
  team: sql`(held and holder_id in (select s.id from staff s where s.team_id = ${teamId}))`,
  others: sql`(held and holder_id <> ${id})`,
});
