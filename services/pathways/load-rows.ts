import { and, asc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { clock, decision } from "#db/schema/decision";
import { staff, team } from "#db/schema/directory";
import { contact, contactChild } from "#db/schema/intake";
import { cafRedirect, pathway, socialWorkReferral, transfer } from "#db/schema/pathways";
import type { Unit } from "../unit-of-work.ts";

const worker = alias(staff, "worker");

/** At most this many on one board: beyond it nobody looks at a list. It says so when there are more. */
const boardLimit = 200;

/**
 * When something was last added to the contact since this work began: to itself, or as a contact of its own. Of one that
 * only few may know of, nobody is told who does not know of this one already.
 */
const addedAt = sql<string | null>`greatest(
  (select max(added.at) from addition added
    where added.contact_id = ${pathway.contactId} and added.at > ${pathway.createdAt}),
  (select max(later.received_at) from contact later
    where later.adds_to_id = ${pathway.contactId} and later.received_at > ${pathway.createdAt}
      and (later.cleared_only_since is null or ${contact.clearedOnlySince} is not null)))`;

const callsMade = sql<number>`(select count(*)::int from pathway_entry made
  where made.pathway_id = ${pathway.id} and made.kind = 'call')`;

/** Pieces of work with everything that a line of a board is made of, the oldest first, and their running clocks. */
export async function loadRows({ tx }: Unit, where: SQL | undefined) {
  const rows = await tx
    .select({
      work: pathway,
      contact: { reference: contact.reference, rating: contact.rating, facts: contact.facts },
      child: contactChild,
      decision: { id: decision.id, content: decision.content, at: decision.decidedAt },
      team: team.name,
      owner: staff.name,
      calls: callsMade,
      caf: cafRedirect,
      receivingAuthority: transfer.receivingAuthority,
      level: decision.level,
      referral: {
        allocatedAt: socialWorkReferral.allocatedAt,
        workerId: socialWorkReferral.workerId,
        workerName: sql<string | null>`coalesce(${socialWorkReferral.workerName}, ${worker.name})`,
        needCode: socialWorkReferral.needCode,
        assessedAt: socialWorkReferral.assessedAt,
        outcome: socialWorkReferral.assessmentOutcome,
        outcomeFrom: socialWorkReferral.outcomeFrom,
        consent: socialWorkReferral.consent,
      },
      addedAt,
    })
    .from(pathway)
    .innerJoin(contact, eq(contact.id, pathway.contactId))
    .innerJoin(contactChild, eq(contactChild.id, pathway.contactChildId))
    .innerJoin(decision, eq(decision.id, pathway.decisionId))
    .leftJoin(team, eq(team.id, pathway.teamId))
    .leftJoin(staff, eq(staff.id, pathway.ownerId))
    .leftJoin(cafRedirect, eq(cafRedirect.pathwayId, pathway.id))
    .leftJoin(socialWorkReferral, eq(socialWorkReferral.pathwayId, pathway.id))
    .leftJoin(worker, eq(worker.id, socialWorkReferral.workerId))
    .leftJoin(transfer, eq(transfer.pathwayId, pathway.id))
    .where(where)
    .orderBy(asc(pathway.createdAt), asc(pathway.id))
    .limit(boardLimit + 1);
  const ids = rows.map(({ work }) => work.id);
  const clocks =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(clock)
          .where(and(inArray(clock.pathwayId, ids), isNull(clock.stoppedAt)))
          .orderBy(asc(clock.dueAt));
  return { rows: rows.slice(0, boardLimit), more: rows.length > boardLimit, clocks };
}

export type LoadedRow = Awaited<ReturnType<typeof loadRows>>["rows"][number];
export type LoadedClock = typeof clock.$inferSelect;
