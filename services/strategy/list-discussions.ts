import { and, asc, eq, exists, gt, isNull, or, sql, type SQL } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import { strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { may } from "#domain/permissions";
import { missingFromQuorum, type CoreRole, type InvitationAnswer } from "#domain/strategy-invitation";
import { mayKnowOf, notBarred } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { loadComing } from "./load-coming.ts";
import { loadListedChildren } from "./listed-children.ts";

export type DiscussionRow = {
  id: string;
  reference: string;
  children: { name: string; age: string }[];
  hold: ClockFace;
  meetingAt: Date | null;
  chair: string | null;
  heldAt: Date | null;
  lockedAt: Date | null;
  /** The answer of this person's own organisation; null where it is not invited or has not answered. */
  answer: InvitationAnswer | null;
  /** Of social care, police and health: who has not said that they come. */
  missing: CoreRole[];
};

/** What was locked stays on the list for a week. */
const lockedDays = 7;
const atMost = 100;

/**
 * The strategy discussions that this person may see, the first to be held on top. A partner sees those that their
 * organisation is invited to, a social-work team those with a child of theirs, the hub and the chairs all of them.
 */
export async function listDiscussions(
  context: Context,
  actor: StaffActor,
): Promise<{ asAt: Date; rows: DiscussionRow[] }> {
  return unitOfWork(context, actor, async (unit) => {
    const since = new Date(unit.now.getTime() - lockedDays * 86_400_000);
    const found = await unit.tx
      .select({
        row: strategyDiscussion,
        reference: contact.reference,
        chair: staff.name,
        answer: strategyAttendance.answer,
      })
      .from(strategyDiscussion)
      .innerJoin(contact, eq(contact.id, strategyDiscussion.contactId))
      .leftJoin(staff, eq(staff.id, strategyDiscussion.chairId))
      .leftJoin(
        strategyAttendance,
        and(
          eq(strategyAttendance.discussionId, strategyDiscussion.id),
          eq(strategyAttendance.organisationId, actor.organisationId),
        ),
      )
      .where(
        and(
          or(isNull(strategyDiscussion.lockedAt), gt(strategyDiscussion.lockedAt, since)),
          theirs(unit, actor),
        ),
      )
      .orderBy(sql`${strategyDiscussion.lockedAt} is not null`, asc(strategyDiscussion.holdBy))
      .limit(atMost);
    const ids = found.map(({ row }) => row.id);
    const [children, coming] = await Promise.all([
      loadListedChildren(unit, ids),
      loadComing(unit, ids),
      unit.audit({ kind: "list.viewed", facts: { list: "strategy", resultIds: ids } }),
    ]);
    return {
      asAt: unit.now,
      rows: found.map(({ row, reference, chair, answer }) => ({
        id: row.id,
        reference,
        children: children.get(row.id) ?? [],
        hold: clockFace({ startedAt: row.createdAt, dueAt: row.holdBy }, unit.now, null),
        meetingAt: row.meetingAt,
        chair,
        heldAt: row.heldAt,
        lockedAt: row.lockedAt,
        answer,
        missing: missingFromQuorum(coming.get(row.id) ?? []),
      })),
    };
  });
}

function theirs({ tx }: Unit, actor: StaffActor): SQL | undefined {
  const seen = mayKnowOf(actor);
  if (may(actor, "see-strategy")) {
    if (may(actor, "see-strategy", { teamId: null })) return seen;
    const ofTeam = tx
      .select({ one: sql`1` })
      .from(strategyChild)
      .innerJoin(pathway, eq(pathway.id, strategyChild.pathwayId))
      .where(
        and(
          eq(strategyChild.discussionId, strategyDiscussion.id),
          actor.teamId === null ? sql`false` : eq(pathway.teamId, actor.teamId),
        ),
      );
    return and(seen, exists(ofTeam));
  }
  // Only the invited organisation's own row was joined.
  return actor.roles.includes("partner")
    ? and(eq(strategyAttendance.organisationId, actor.organisationId), notBarred(actor))
    : sql`false`;
}
