import { sql, type SQL } from "drizzle-orm";

/** Which contact a message about a question to an agency is of, since when, and by when it is to be answered. */
export const requestFacts = (subjectId: string): SQL => sql`
  select contact_id, asked_at, due_at from agency_request where id = ${subjectId}
  union all select r.contact_id, r.asked_at, r.due_at from agency_reply p join agency_request r on r.id = p.request_id
    where p.id = ${subjectId}
  union all select r.contact_id, r.asked_at, r.due_at from agency_chase c join agency_request r on r.id = c.request_id
    where c.id = ${subjectId}
  union all select r.contact_id, r.asked_at, r.due_at from agency_question q join agency_request r on r.id = q.request_id
    where q.id = ${subjectId}`;
