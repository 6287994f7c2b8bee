import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import type { Sealed } from "#db/columns";
import type { Audience, Channel, DangerAnswer } from "#domain/intake";
import type { Rating } from "#domain/rating";
import { newerContacts } from "../contacts/find-newer.ts";
import type { Unit } from "../unit-of-work.ts";
import { earlierContacts } from "./earlier-contacts.ts";
import { familyHeld, justCame, keptWhole } from "./family-held-sql.ts";
import { queueTables } from "./queue-sql.ts";
import { filterConditions, type FilterFacts, type TriageFilter } from "./triage-filter.ts";

type Asked = FilterFacts & {
  closesAt: Date;
  reader: Reader;
  filter: TriageFilter;
  narrowing: SQL;
  limit: number;
  offset: number;
};

/** A page of the queue in its order, with everything that a row shows, in one statement. Sealed values stay sealed. */
export async function readTriageRows(unit: Unit, asked: Asked): Promise<TriageSqlRow[]> {
  const wanted = filterConditions(asked)[asked.filter];
  return unit.tx.execute<TriageSqlRow>(sql`
    with ${queueTables(asked)},
    ${familyHeld({ reader: asked.reader, which: justCame(unit.context.settings.familyKeptMinutes) })},
    placed as (
      select q.*, row(first_value(step) over household, first_value(event_at) over household,
          first_value(due_at) over household, first_value(received_at) over household,
          first_value(id) over household) as group_place,
        count(*) over (partition by household, to_screen)::int as together
      from queue q
      window household as (partition by household, to_screen order by step, event_at, due_at, received_at, id)
    ),
    page as (
      select * from placed as queue where ${wanted} and ${asked.narrowing}
      order by group_place, step, event_at, due_at, received_at, id
      limit ${asked.limit} offset ${asked.offset}
    )
    select p.id, c.reference, c.rating, c.rated_at, c.danger, c.audience, c.channel, c.next_event_at, c.partial, c.facts,
      p.received_at, p.rate_by, p.rate_elapsed, p.decide_by, p.to_screen, p.sent_back, p.together, p.holder_id, p.taken_at, p.held,
      p.has_notes, s.name as holder_name, first.*, history.earlier, after_it.newer_at,
      (select count(*)::int from clock k where k.contact_id = p.id and k.kind = 'decision') as children,
      (select count(*)::int from attachment f where f.contact_id = p.id) as files,
      exists (select from addition a where a.contact_id = p.id and a.seen_at is null) as added_to,
      (select coalesce(k.name, 'Somebody') from queue q join family_held f on f.id = q.id left join staff k on k.id = f.holder_id
        where q.id = p.id and ${keptWhole}) as kept_for
    from page p
    join contact c on c.id = p.id
    left join staff s on s.id = p.holder_id
    left join lateral (
      select ch.id as child_id, ch.first_name, ch.last_name, ch.date_of_birth, ch.estimated_age, ch.due_date, ch.postcode, ch.particulars
      from contact_child ch where ch.contact_id = p.id order by (ch.standing = 'subject') desc, ch.ordinal limit 1
    ) first on true
    left join lateral (${earlierContacts({ ...asked, contactId: sql`p.id` })}) history on true
    left join lateral (
      select max(n.received_at) as newer_at from (${newerContacts({ ...asked, contactId: sql`p.id` })}) n
    ) after_it on true
    order by p.group_place, p.step, p.event_at, p.due_at, p.received_at, p.id`);
}

export type TriageSqlRow = {
  id: string;
  reference: string;
  rating: Rating | null;
  rated_at: string | null;
  danger: DangerAnswer;
  audience: Audience;
  channel: Channel;
  next_event_at: string | null;
  partial: boolean;
  facts: Sealed;
  received_at: string;
  rate_by: string;
  rate_elapsed: boolean;
  decide_by: string;
  to_screen: boolean;
  sent_back: boolean;
  together: number;
  holder_id: string | null;
  taken_at: string | null;
  held: boolean;
  has_notes: boolean;
  holder_name: string | null;
  child_id: string | null;
  first_name: string | null;
  last_name: string | null;
  date_of_birth: string | null;
  estimated_age: number | null;
  due_date: string | null;
  postcode: string | null;
  particulars: Sealed | null;
  earlier: number;
  newer_at: string | null;
  children: number;
  files: number;
  added_to: boolean;
  kept_for: string | null;
};
