import { sql, type SQL } from "drizzle-orm";
import { outcomeFacts, outcomes } from "#domain/outcome";
import { ownershipWindowDays, routedWithinMinutes } from "#domain/ownership";
import type { ClockKind } from "#domain/pathway";

/** Outcomes that end with the decision: no work is made of them. */
const endings = outcomes.filter((outcome) => outcomeFacts[outcome].pathway === null);

/** Clocks of the work itself: they end with it. A conference or a visit may be due after a discussion has ended. */
const ofTheWork: readonly ClockKind[] = [
  ...(["accept", "first_contact", "receipt"] as const),
  ...(["acknowledge", "hold_discussion"] as const),
];

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );

/**
 * Everything that somebody must own, and what of it nobody does (domain/ownership.ts), as two tables: `looked` counts,
 * `broken` has a row for each child and kind. It reads the contacts and the decisions of the last weeks, whatever was found
 * before and is not put right, and all open work: not what has ever been sent.
 */
export function ownershipTables(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const since = sql`${at} - ${ownershipWindowDays} * interval '1 day'`;
  const settled = sql`${at} - ${routedWithinMinutes} * interval '1 minute'`;
  return sql`
    watched as materialized (
      select id, audience from contact
      where erased_at is null and id in (
        select id from contact where received_at >= ${since}
        union select contact_id from decision where decided_at >= ${since}
        union select contact_id from unowned where mended_at is null)
    ),
    child as materialized (
      select k.id, k.contact_id, k.ordinal, k.state, w.audience,
        coalesce((select ruled.standing from child_standing ruled where ruled.contact_child_id = k.id
          order by ruled.ruled_at desc, ruled.id desc limit 1), k.standing) as standing,
        exists (select from clock where clock.contact_child_id = k.id and clock.contact_id = k.contact_id
          and clock.kind = 'decision' and clock.stopped_at is null) as clocked
      from watched w join contact_child k on k.contact_id = w.id
    ),
    stands as materialized (
      select d.id, d.contact_id, d.contact_child_id, d.outcome, d.decided_at, w.audience
      from watched w join decision d on d.contact_id = w.id
      where not exists (select from decision later where later.supersedes_id = d.id)
    ),
    work as materialized (
      select p.id, p.kind, p.state, p.contact_id, p.contact_child_id, p.decision_id, owner.active as owner_active,
        p.owner_id, coalesce(team.active, true) as team_active
      from pathway p left join staff owner on owner.id = p.owner_id left join team on team.id = p.team_id
      where p.closed_at is null
    ),
    broken as (
      select 'unseen' as kind, contact_id, id as contact_child_id from child
        where standing = 'subject' and state <> 'decided' and not clocked
      union select 'unseen', contact_id, id from child first
        where first.ordinal = (select min(ordinal) from child other where other.contact_id = first.contact_id)
          and not exists (select from child other where other.contact_id = first.contact_id
            and (other.clocked or other.state = 'decided'))
      union select 'clock-runs-on', contact_id, id from child where state = 'decided' and clocked
      union select 'unrouted', contact_id, contact_child_id from stands
        where outcome not in (${list(endings)}) and decided_at < ${settled}
          and not exists (select from pathway where pathway.decision_id = stands.id)
      union select 'no-news', contact_id, contact_child_id from stands
        where audience = 'professional' and decided_at < ${settled}
          and not exists (select from feedback where feedback.decision_id = stands.id)
      union select 'outlived', contact_id, contact_child_id from work
        where kind <> 'strategy_discussion'
          and exists (select from decision later where later.supersedes_id = work.decision_id)
      union select 'nobody', contact_id, contact_child_id from work
        where not coalesce(owner_active, true) or not team_active
          or (state in ('accepted', 'active') and owner_id is null and kind in
            ('advice_episode', 'caf_redirect', 'social_work_referral'))
      union select 'unclocked', contact_id, contact_child_id from work
        where state in ('waiting', 'returned') and kind <> 'strategy_discussion'
          and not exists (select from clock where clock.pathway_id = work.id and clock.stopped_at is null)
      union select 'clock-runs-on', p.contact_id, p.contact_child_id
        from clock join pathway p on p.id = clock.pathway_id
        where clock.stopped_at is null and p.closed_at is not null and clock.kind in (${list(ofTheWork)})
    ),
    looked as (
      select (select count(*) from child)::int as children, (select count(*) from work)::int as works
    )`;
}
