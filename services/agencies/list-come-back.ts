import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

export type CameBack = {
  contactId: string;
  reference: string;
  organisation: string;
  what: "reply" | "question" | "late";
  since: Date;
};

/** More than anybody reads; the contacts themselves say the rest. */
const atMost = 50;

/**
 * What came back to somebody on what they hold: replies that nobody has read, questions of agencies that nobody answered,
 * and answers that should have come. The oldest first.
 */
export async function listCameBack({ tx, now }: Unit, actor: StaffActor): Promise<CameBack[]> {
  const rows = await tx.execute<{
    contact_id: string;
    reference: string;
    organisation: string;
    what: CameBack["what"];
    since: string;
  }>(sql`
    with mine as (
      select r.*, c.reference, o.name as organisation from hold h
      join agency_request r on r.contact_id = h.contact_id join contact c on c.id = h.contact_id
      join organisation o on o.id = r.organisation_id
      where h.holder_id = ${actor.id} and h.lease_until > clock_timestamp())
    select contact_id, reference, organisation, what, since from (
      select mine.contact_id, reference, organisation, 'reply' as what, p.replied_at as since
        from mine join agency_reply p on p.request_id = mine.id where p.seen_at is null
      union all select mine.contact_id, reference, organisation, 'question', q.asked_at
        from mine join agency_question q on q.request_id = mine.id where q.answered_at is null
      union all select contact_id, reference, organisation, 'late', due_at
        from mine where closed_at is null and due_at < ${now.toISOString()}
    ) as back order by since limit ${atMost}`);
  return rows.map(({ contact_id: contactId, since, reference, organisation, what }) => ({
    ...{ contactId, reference, organisation, what, since: new Date(since) },
  }));
}
