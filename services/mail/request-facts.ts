import { sql, type SQL } from "drizzle-orm";
import type { DroppedBecause } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/** Which contact a message about a question to an agency is of, since when, and by when it is to be answered. */
export const requestFacts = (subjectId: string): SQL => sql`
  select contact_id, asked_at, due_at from agency_request where id = ${subjectId}
  union all select r.contact_id, r.asked_at, r.due_at from agency_reply p join agency_request r on r.id = p.request_id
    where p.id = ${subjectId}
  union all select r.contact_id, r.asked_at, r.due_at from agency_chase c join agency_request r on r.id = c.request_id
    where c.id = ${subjectId}
  union all select r.contact_id, r.asked_at, r.due_at from agency_question q join agency_request r on r.id = q.request_id
    where q.id = ${subjectId}`;

/** Nobody is asked or reminded of what is answered, or taken back, since. */
export async function isClosedRequest(unit: Unit, id: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(
    sql`select 1 from agency_request r where closed_at is not null
      and (r.id = ${id} or r.id = (select request_id from agency_chase where id = ${id}))`,
  );
  return found ? "over" : null;
}
