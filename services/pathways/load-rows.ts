import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { clock, decision } from "#db/schema/decision";
import { staff, team } from "#db/schema/directory";
import { contact, contactChild } from "#db/schema/intake";
import { adviceEpisode, cafRedirect, pathway, transfer } from "#db/schema/pathways";
import type { Unit } from "../unit-of-work.ts";

/** At most this many on one board: beyond it nobody looks at a list. It says so when there are more. */
const boardLimit = 200;

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
      calls: adviceEpisode.callAttempts,
      agreedOn: cafRedirect.familyAgreedOn,
      receivingAuthority: transfer.receivingAuthority,
    })
    .from(pathway)
    .innerJoin(contact, eq(contact.id, pathway.contactId))
    .innerJoin(contactChild, eq(contactChild.id, pathway.contactChildId))
    .innerJoin(decision, eq(decision.id, pathway.decisionId))
    .leftJoin(team, eq(team.id, pathway.teamId))
    .leftJoin(staff, eq(staff.id, pathway.ownerId))
    .leftJoin(adviceEpisode, eq(adviceEpisode.pathwayId, pathway.id))
    .leftJoin(cafRedirect, eq(cafRedirect.pathwayId, pathway.id))
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
