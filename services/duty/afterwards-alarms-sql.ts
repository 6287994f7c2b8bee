import { sql, type SQL } from "drizzle-orm";

/** As long as a contact may wait to be rated. */
const unseenMinutes = 60;

export const callsExpectedSql = sql`
  select null::text as reference, since from expected_call where ended_at is null`;

/** A call takes minutes; one that is not sent after this long may have been forgotten. */
const unsentMinutes = 30;

export const callsUnsentSql = (at: SQL): SQL => sql`
  select null::text as reference, started_at as since from phone_call
  where ended_at is null and started_at < ${at} - ${unsentMinutes} * interval '1 minute'`;

/** Somebody waits beside their phone. */
export const callBacksLateSql = (at: SQL): SQL => sql`
  select null::text as reference, until_at as since from call_back where ended_at is null and until_at <= ${at}`;

/** @param known which contacts exist for the reader, as a condition on `contact` */
export const additionsUnseenSql = (at: SQL, known: SQL): SQL => sql`
  select distinct on (contact.id) contact.reference, addition.at as since
  from addition join contact on contact.id = addition.contact_id
  where addition.seen_at is null and addition.at < ${at} - ${unseenMinutes} * interval '1 minute' and ${known}
  order by contact.id, addition.at`;

/** A list that nobody ever loaded is no alarm: pages about a contact say that there is none. */
export const openCasesOldSql = (at: SQL, hours: number): SQL => sql`
  select null::text as reference, max(as_at) as since from open_case_load
    having max(as_at) < ${at} - ${hours} * interval '1 hour'`;

export const unmatchedSql = (at: SQL, known: SQL, minutes: number): SQL => sql`
  select reference, received_at as since from contact
  where matched_at is null and ${known} and received_at < ${at} - ${minutes} * interval '1 minute'`;
