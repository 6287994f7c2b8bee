import { sql, type SQL } from "drizzle-orm";

/** The sequencer links an event within a second. */
const unlinkedSeconds = 60;

/** A head is published every ten minutes. */
const unsealedMinutes = 30;

export const unlinkedSql = sql`
  select null::text as reference, since
  from audit_unlinked_since(${unlinkedSeconds} * interval '1 second') as since where since is not null`;

export const unsealedSql = sql`
  select null::text as reference, linked_at as since
  from (select linked_at from audit_link
    where position > coalesce((select position from audit_seal order by position desc limit 1), 0)
    order by position limit 1) as first_unsealed
  where linked_at < clock_timestamp() - ${unsealedMinutes} * interval '1 minute'`;

/** Taken although its audit event could not be written. */
export const auditGapSql = (known: SQL): SQL =>
  sql`select reference, received_at as since from contact where audit_gap and ${known}`;
