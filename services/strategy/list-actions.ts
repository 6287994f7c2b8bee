import { and, asc, eq, isNull } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import { strategyAction, strategyDiscussion } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { childName } from "#domain/child-name";
import { clockFace, type ClockFace } from "#domain/clock-face";
import { may } from "#domain/permissions";
import { mayKnowOf, notBarred } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { actionPlace } from "./strategy-actions.ts";

export type ActionRow = {
  id: string;
  discussionId: string;
  reference: string;
  /** Whom to see; null for what is about no one child. */
  child: string | null;
  what: string;
  who: string;
  due: ClockFace;
};

const atMost = 100;

/**
 * What a person's own organisation is to do after strategy discussions, the first due on top: in its tray from when it was
 * saved. Nothing for those who see no discussion.
 */
export async function listActions(context: Context, actor: StaffActor): Promise<ActionRow[]> {
  const partner = actor.roles.includes("partner");
  if (!partner && !may(actor, "see-strategy", { teamId: null })) return [];
  return unitOfWork(context, actor, async (unit) => {
    const rows = await unit.tx
      .select({
        row: strategyAction,
        contactId: contact.id,
        reference: contact.reference,
        child: contactChild,
      })
      .from(strategyAction)
      .innerJoin(strategyDiscussion, eq(strategyDiscussion.id, strategyAction.discussionId))
      .innerJoin(contact, eq(contact.id, strategyDiscussion.contactId))
      .leftJoin(pathway, eq(pathway.id, strategyAction.pathwayId))
      .leftJoin(contactChild, eq(contactChild.id, pathway.contactChildId))
      .where(
        and(
          eq(strategyAction.organisationId, actor.organisationId),
          isNull(strategyAction.doneAt),
          partner ? notBarred(actor) : mayKnowOf(actor),
        ),
      )
      .orderBy(asc(strategyAction.dueAt), asc(strategyAction.id))
      .limit(atMost);
    const keys = await readDataKeys(unit, "contact", [...new Set(rows.map(({ contactId }) => contactId))]);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "strategy", resultIds: [...new Set(rows.map(({ row }) => row.discussionId))] },
    });
    return rows.flatMap(({ row, contactId, reference, child }) => {
      const key = keys.get(contactId);
      if (!key) return [];
      const name = child && childName({ ...child, description: null, unborn: child.dueDate !== null });
      return [
        {
          ...{ id: row.id, discussionId: row.discussionId, reference, child: name },
          ...open<{ what: string; who: string }>(key, actionPlace(row.id), row.content),
          due: clockFace({ startedAt: row.createdAt, dueAt: row.dueAt }, unit.now, null),
        },
      ];
    });
  });
}
