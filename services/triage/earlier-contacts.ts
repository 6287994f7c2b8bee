import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { knownRow } from "../contacts/known-to.ts";

/**
 * How many earlier contacts of twelve months are about a child of this one: where a person said "same", or a sure match
 * that nobody has answered otherwise. What only cleared staff may know of is not hinted at by a number.
 */
export function earlierContacts({
  contactId,
  now,
  reader,
}: {
  contactId: SQL;
  now: Date;
  reader: Reader;
}): SQL {
  return sql`
    select count(distinct e.id)::int as earlier
    from (
      select other.contact_id
      from contact_child mine
      join person_link l on l.contact_child_id = mine.id and l.answer = 'same' and l.ended_at is null
      join person_link o on o.person_id = l.person_id and o.answer = 'same' and o.ended_at is null
      join contact_child other on other.id = o.contact_child_id
      where mine.contact_id = ${contactId}
      union
      select other.contact_id
      from match_candidate m join contact_child other on other.id = m.earlier_child_id
      where m.contact_id = ${contactId} and m.band = 'sure' and not exists (
        select from person_link n join person_link o on o.person_id = n.person_id
        where n.contact_child_id = m.contact_child_id and n.answer = 'not_same' and n.ended_at is null
          and o.contact_child_id = m.earlier_child_id and o.answer = 'same' and o.ended_at is null)
    ) known join contact e on e.id = known.contact_id
    where e.id <> ${contactId} and e.received_at > ${now.toISOString()}::timestamptz - interval '12 months'
      and ${knownRow(reader, sql`e`)}`;
}
