import { adviceEpisode, cafRedirect, socialWorkReferral } from "#db/schema/pathways";
import { section47, strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import type { DecisionRecord, Records } from "#domain/decision";
import { strategyDeadline } from "#domain/onward-clocks";
import { roleOf } from "#domain/strategy-invitation";
import type { PathwayKind } from "#domain/pathway";
import { localDate } from "#domain/time-words";
import { seal } from "../../sealing/seal.ts";
import type { Arrived } from "./arrive.ts";
import type { Crew } from "./crew.ts";
import type { Scribe } from "./sheaf.ts";

type Detail = {
  id: string;
  kind: PathwayKind;
  record: DecisionRecord["record"];
  arrived: Arrived;
  begunAt: Date;
  closedAt: Date | null;
  chair: StaffActor;
  crew: Crew;
};

/** What each kind of work keeps beside the pathway itself. */
export function writeDetail(by: Scribe, detail: Detail): void {
  const { sheaf, now } = by;
  const { id: pathwayId, kind, arrived, begunAt, record } = detail;
  if (kind === "advice_episode")
    sheaf.add(adviceEpisode, { pathwayId, callAttempts: 1, adviceGivenAt: begunAt });
  if (kind === "caf_redirect")
    sheaf.add(cafRedirect, {
      pathwayId,
      familyAgreedOn: localDate(now),
      familyContactedAt: begunAt,
    });
  if (kind === "social_work_referral")
    sheaf.add(socialWorkReferral, {
      pathwayId,
      referredOn: localDate(now),
      sourceCode: arrived.rows.contact.sourceCode,
      needCode: "primaryNeed" in record ? record.primaryNeed : "N1",
      childSeenAt: begunAt,
      allocatedAt: begunAt,
      workerName: "A social worker of the team",
    });
  if (kind === "strategy_discussion") holdDiscussion(by, detail);
}

/** Brothers and sisters are talked about together: the first of them opens the discussion. */
const discussions = new WeakMap<Arrived, string>();

function holdDiscussion(
  by: Scribe,
  { id: pathwayId, record, arrived, begunAt, closedAt, chair, crew }: Detail,
): void {
  const { sheaf, context, now } = by;
  const contactId = arrived.rows.contact.id;
  const known = discussions.get(arrived);
  const discussionId = known ?? context.newId();
  discussions.set(arrived, discussionId);
  if (known === undefined) {
    sheaf.add(strategyDiscussion, {
      id: discussionId,
      contactId,
      holdBy: strategyDeadline(now, (record as Records["strategy_discussion"]).urgency, context.settings),
      meetingAt: begunAt,
      chairId: chair.id,
      heldAt: closedAt === null ? null : begunAt,
      quorate: closedAt === null ? null : true,
      lockedAt: closedAt,
      createdAt: now,
    });
    sheaf.add(
      strategyAttendance,
      ...crew.core.map(({ id: organisationId, kind }) => ({
        id: context.newId(),
        discussionId,
        organisationId,
        role: roleOf(kind),
        invitedAt: now,
        answer: "coming" as const,
        answeredAt: begunAt,
        present: closedAt !== null,
      })),
    );
  }
  sheaf.add(strategyChild, { pathwayId, discussionId });
  if (closedAt === null) return;
  const id = context.newId();
  const place = { table: "section47", row: id, column: "content" };
  const words = { because: "Police and health agree on what they know.", seeBy: "Today, at school." };
  sheaf.add(section47, {
    id,
    pathwayId,
    discussionId,
    finding: now.getTime() % 3 === 0 ? "section17" : "joint",
    content: seal(arrived.key, place, words),
    decidedBy: chair.id,
    decidedAt: begunAt,
  });
}
