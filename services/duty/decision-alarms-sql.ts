import { sql, type SQL } from "drizzle-orm";
import type { ClockKind } from "#domain/pathway";

/** Rated Red, something of it still to decide, and on nobody's desk. */
export const redUnheldSql = (known: SQL): SQL => sql`
  select distinct contact.reference, contact.rated_at as since
    from clock join contact_child child on child.id = clock.contact_child_id
      join contact on contact.id = clock.contact_id join hold on hold.contact_id = contact.id
    where clock.kind = 'decision' and clock.stopped_at is null and child.state in ('waiting', 'sent_back')
      and contact.rating = 'R' and ${known}
      and (hold.holder_id is null or hold.lease_until < clock_timestamp())`;

/** Rated Red, something of it still to decide, and an agency that was asked lets its time pass. */
export const redUnansweredSql = (at: SQL, known: SQL): SQL => sql`
  select contact.reference, min(request.due_at) as since
    from agency_request request join contact on contact.id = request.contact_id
    where request.closed_at is null and request.due_at < ${at} and contact.rating = 'R' and ${known}
      and exists (select 1 from contact_child child where child.contact_id = contact.id
        and child.standing = 'subject' and child.state <> 'decided')
    group by contact.id, contact.reference`;

/** Handed to somebody who has not said that they have it, and still undecided. */
export const handOverUnacceptedSql = (at: SQL, known: SQL): SQL => sql`
  select contact.reference, hand_over.offered_at as since
    from hand_over join contact on contact.id = hand_over.contact_id
    where hand_over.ended_at is null and hand_over.accept_by < ${at} and ${known}
      and exists (select from clock k
        where k.contact_id = hand_over.contact_id and k.kind = 'decision' and k.stopped_at is null)`;

/** Called, and not held by the time that it was called for. */
export const discussionLateSql = (at: SQL, known: SQL): SQL => sql`
  select contact.reference, discussion.hold_by as since
    from strategy_discussion discussion join contact on contact.id = discussion.contact_id
    where discussion.held_at is null and discussion.hold_by < ${at} and ${known}`;

/** Decided by somebody alone out of hours. */
export const countersignLateSql = (at: SQL, known: SQL): SQL => sql`
  select contact.reference, decision.countersign_by as since
    from decision join contact on contact.id = decision.contact_id
    where decision.countersign_by < ${at} and ${known}
      and not exists (select 1 from countersignature signed where signed.decision_id = decision.id)
      and not exists (select 1 from decision later where later.supersedes_id = decision.id)`;

/** Decided, and routed to nobody. */
export const pathwayWithoutTeamSql = (known: SQL): SQL => sql`
  select contact.reference, pathway.created_at as since
    from pathway join contact on contact.id = pathway.contact_id
    where pathway.closed_at is null and pathway.team_id is null and ${known}
      and pathway.kind in ('advice_episode', 'caf_redirect', 'social_work_referral')`;

/** Alarms that are a clock which has run out, with the clock. */
export const lateClocks = [
  ["decision_late", "decision"],
  ["rating_late", "rating"],
  ["acceptance_late", "accept"],
  ["allocation_late", "allocate"],
  ["notice_unacknowledged", "acknowledge"],
  ["transfer_unconfirmed", "receipt"],
] as const satisfies readonly (readonly [string, ClockKind])[];

export const lateClocksSql = (kind: ClockKind, at: SQL, known: SQL): SQL => sql`
  select distinct on (contact.id) contact.reference, clock.due_at as since
  from clock join contact on contact.id = clock.contact_id
  where clock.kind = ${kind} and clock.stopped_at is null and clock.due_at < ${at} and ${known}
  order by contact.id, clock.due_at`;

/** What the hourly look found with nobody, until it finds it put right (check-ownership.ts). */
export const childUnownedSql = (known: SQL): SQL => sql`
  select contact.reference, min(unowned.found_at) as since
    from unowned join contact on contact.id = unowned.contact_id
    where unowned.mended_at is null and ${known}
    group by contact.id, contact.reference`;
