import { inArray, sql } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import type { Owed } from "#domain/jobs";
import type { ClockKind } from "#domain/pathway";
import type { Context } from "../context.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** Alarmed in one transaction. More than this are late at once only after a long stop, and the next sweep goes on. */
const atOnce = 200;

/** "cloc": one sweep of all workers at a time. */
const sweepLock = 0x636c6f63;

/**
 * Alarms every clock that has run out, once. Deadlines are rows that are looked at, never jobs that are to come: a
 * lost job would be a deadline that nobody hears.
 * @returns how many were alarmed; 0 also when another worker is sweeping
 */
export async function sweepClocks(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => {
    const late = await lateClocks(unit);
    if (late.length === 0) return 0;
    const ids = late.map((one) => one.id);
    await Promise.all([
      unit.tx.update(clock).set({ alarmedAt: unit.now }).where(inArray(clock.id, ids)),
      unit.audit(
        ...late.map((one) => ({
          kind: "clock.alarmed" as const,
          contactId: one.contact_id,
          subjectId: one.id,
          facts: { clock: one.kind },
        })),
      ),
      // The first knock came with the contact; this one is about the clock, or the outbox would take it for that one.
      oweHub(unit, "red-contact", ...late.filter((one) => one.pressing).map((one) => one.id)),
      oweHub(unit, "work-late", ...late.filter(isTeamsWork).flatMap((one) => (one.team_id ? [] : [one.id]))),
      unit.owe(
        ...late.filter(isTeamsWork).flatMap((one): Owed[] =>
          one.team_id === null
            ? []
            : [
                {
                  ...{ kind: "send-message", subjectId: one.id, recipientId: one.team_id },
                  facts: { message: "work-late", to: "team" },
                },
              ],
        ),
      ),
      // Nobody accepted help for a family: it is still the hub's.
      oweHub(unit, "family-waiting", ...late.filter((one) => one.family_waits).map((one) => one.id)),
    ]);
    return late.length;
  });
}

/** What a team, or the hub where no team has it, hears of by itself; the rest stands on the duty screen. */
const teamsWork: readonly ClockKind[] = [
  "allocate",
  "first_review",
  "second_review",
  "assessment",
  "child_seen",
  "police_protection",
  "receipt",
];
const isTeamsWork = ({ kind }: { kind: ClockKind }): boolean => teamsWork.includes(kind);

/** `pressing`: Red or perhaps in danger, and nobody has it in hand, although it should have been rated or gathered. */
async function lateClocks(unit: Unit) {
  return unit.tx.execute<{
    id: string;
    kind: ClockKind;
    contact_id: string;
    pressing: boolean;
    team_id: string | null;
    family_waits: boolean;
  }>(sql`
    select clock.id, clock.kind::text, clock.contact_id,
      clock.kind in ('rating', 'brag') and (contact.rating = 'R' or contact.danger <> 'no')
        and not exists (select 1 from hold where hold.contact_id = contact.id and hold.lease_until > clock_timestamp())
        as pressing, pathway.team_id,
      clock.kind = 'accept' and coalesce(pathway.kind in ('advice_episode', 'caf_redirect'), false) as family_waits
    from clock join contact on contact.id = clock.contact_id left join pathway on pathway.id = clock.pathway_id
    where clock.stopped_at is null and clock.alarmed_at is null and clock.due_at < ${unit.now.toISOString()}
      and pg_try_advisory_xact_lock(${sweepLock})
    order by clock.due_at
    limit ${atOnce}
    for update of clock skip locked`);
}
