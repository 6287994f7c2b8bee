import { sql } from "drizzle-orm";
import { localInstant } from "#domain/local-time";
import { listInWords } from "#domain/look-words";
import type { Unit } from "../unit-of-work.ts";

export type Looker = { name: string; job: string; organisation: string };
/** That somebody's list showed a contact so many times in a day. */
export type Listing = { by: Looker; what: string; times: number; last: Date };

/**
 * One day at a time: what a list showed is in its event, and an index over every id of every list would cost more than
 * all other writing. A day of a busy hub is some ten thousand events, found by their time.
 */
export async function readListings(unit: Unit, contactId: string, day: string): Promise<Listing[]> {
  const from = localInstant(day, "00:00");
  const until = new Date(from.getTime() + 26 * 3_600_000);
  const rows = await unit.tx.execute<{
    name: string;
    job: string;
    organisation: string;
    list: string;
    times: number;
    last: string;
  }>(sql`
    with about as (
      select ${contactId}::text as id
      union all select id::text from contact_child where contact_id = ${contactId}
      union all select id::text from decision where contact_id = ${contactId}
      union all select id::text from pathway where contact_id = ${contactId}
      union all select id::text from strategy_discussion where contact_id = ${contactId}
    )
    select staff.name, staff.job_title as job, organisation.name as organisation, event.facts->>'list' as list,
      count(*)::int as times, max(event.at) as last
    from audit_event event join staff on staff.id = event.actor_id
      join organisation on organisation.id = staff.organisation_id
    where event.at >= ${from.toISOString()} and event.at < ${until.toISOString()} and event.kind = 'list.viewed'
      and (event.at at time zone 'Europe/London')::date = ${day}::date
      and event.facts->>'list' <> 'lookers'
      and event.facts->'resultIds' ?| (select array_agg(id) from about)
    group by staff.id, organisation.id, event.facts->>'list'
    order by last desc`);
  return rows.map(({ list, times, last, ...by }) => ({
    by,
    what: listInWords(list),
    times,
    last: new Date(last),
  }));
}
