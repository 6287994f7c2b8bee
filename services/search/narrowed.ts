import { sql, type SQL } from "drizzle-orm";
import type { SearchNarrowing } from "#domain/search/search-narrowing";
import type { Unit } from "../unit-of-work.ts";

/**
 * What leaves fewer contacts, as a condition on what a statement calls the contact. The newest under each key are looked at
 * first, so what is old falls out last whichever way it is asked.
 */
export function narrowed({ now }: Unit, { state, since }: SearchNarrowing, row: SQL): SQL {
  const undecided = sql`exists (select from contact_child o where o.contact_id = ${row}.id and o.state <> 'decided'
    and o.standing = 'subject')`;
  const asked = [
    ...(state === null ? [] : [state === "open" ? undecided : sql`not ${undecided}`]),
    ...(since === null
      ? []
      : [sql`${row}.received_at > ${now.toISOString()}::timestamptz - interval '12 months'`]),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
}
