import { pathway, pathwayEntry } from "#db/schema/pathways";
import { clock } from "#db/schema/decision";
import { addElapsed } from "#domain/clocks";
import { outcomeFacts } from "#domain/outcome";
import type { PathwayKind } from "#domain/pathway";
import { chooseTeam, teamPurposeFor } from "#domain/routing";
import { needsOf } from "#domain/team-needs";
import { localDate } from "#domain/time-words";
import { onwardClocks } from "../../pathways/new-pathway.ts";
import { entryPlace } from "../../pathways/write-entry.ts";
import { seal } from "../../sealing/seal.ts";
import type { Arrived } from "./arrive.ts";
import type { Crew } from "./crew.ts";
import { writeDetail } from "./pathway-details.ts";
import { firstEntry } from "./pathway-entries.ts";
import type { Recommended } from "./screen-loaded.ts";
import { auditPathway } from "./audit-pathway.ts";
import type { Scribe } from "./sheaf.ts";
import { workDone } from "./work-done.ts";

/** Days until each kind of work is usually done. */
const daysToDo: Record<PathwayKind, number> = {
  advice_episode: 3,
  caf_redirect: 9,
  social_work_referral: 58,
  strategy_discussion: 1,
  transfer: 1,
  case_notice: 1,
};

export type Decided = Recommended & { decisionId: string; age: number | null; rating: "R" | "A" | "G" | "B" };

/**
 * The work that a decision made: accepted, begun and finished.
 * @param until work that is still going on at this moment stays open; null when all of it is over
 */
export function followLoaded(
  by: Scribe,
  crew: Crew,
  arrived: Arrived,
  made: Decided,
  until: Date | null,
): void {
  const kind = outcomeFacts[made.outcome].pathway;
  if (kind === null) return;
  const { sheaf, context, now: decidedAt } = by;
  const { contact: about } = arrived.rows;
  const postcode = arrived.rows.children[0]?.postcode ?? null;
  const team = chooseTeam(crew.teams, teamPurposeFor[kind], {
    ...{ age: made.age, postcode },
    needs: needsOf({ age: made.age, need: "primaryNeed" in made.record ? made.record.primaryNeed : null }),
  });
  const owner = (team && crew.ofTeam(team.id)) ?? crew.withRole("manager", decidedAt.getTime());
  const id = context.newId();
  const closesAt = addElapsed(decidedAt, { hours: 24 * daysToDo[kind] });
  const open = until !== null && closesAt.getTime() > until.getTime();
  const closedAt = open ? null : closesAt;
  const acceptedAt = addElapsed(decidedAt, { hours: 2 });
  const begunAt = addElapsed(decidedAt, { hours: 5 });
  sheaf.add(pathway, {
    id,
    kind,
    state: open ? "active" : "closed",
    decisionId: made.decisionId,
    contactId: about.id,
    contactChildId: made.childId,
    teamId: team?.id ?? null,
    ownerId: owner.id,
    createdAt: decidedAt,
    acceptedAt,
    firstRecordAt: begunAt,
    closedAt,
    version: open ? 3 : 4,
  });
  writeDetail(by, { id, kind, record: made.record, arrived, begunAt, closedAt, chair: owner, crew });
  sheaf.add(
    clock,
    ...onwardClocks(by, {
      id,
      kind,
      decision: { at: decidedAt, content: { record: made.record } },
      child: { id: made.childId },
      contact: { id: about.id, rating: made.rating },
    }).map((one) => ({ ...one, ...stopped(one.kind === "accept" ? acceptedAt : (closedAt ?? begunAt), id) })),
  );
  const message = kind === "social_work_referral" ? "referral-waiting" : "family-waiting";
  if (team && kind !== "strategy_discussion")
    workDone(by, {
      kind: "send-message",
      subjectId: id,
      recipientId: team.id,
      facts: { message, to: "team" },
    });
  auditPathway(by, {
    id,
    kind,
    contactId: about.id,
    decisionId: made.decisionId,
    owner,
    acceptedAt,
    begunAt,
    closedAt,
  });
  const entry = firstEntry(kind, localDate(begunAt));
  if (entry === null) return;
  const entryId = context.newId();
  sheaf.add(pathwayEntry, {
    id: entryId,
    pathwayId: id,
    kind: entry.kind,
    content: seal(arrived.key, entryPlace(entryId), entry.content),
    authorId: owner.id,
    at: begunAt,
  });
}

const stopped = (stoppedAt: Date, stoppedById: string) => ({ stoppedAt, stoppedById });
