import { eq } from "drizzle-orm";
import { section47 } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import type { ContactFacts } from "#domain/contact-facts";
import { clockFace } from "#domain/clock-face";
import { groundOf, nearestGround } from "#domain/grounds";
import type { Context } from "../context.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { joiningPlace, listChairs } from "./arrange-discussion.ts";
import { attendanceView, missingFrom } from "./attendance-view.ts";
import { discussionChildren } from "./discussion-children.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";
import { loadActions, loadInformation } from "./load-told.ts";
import { readBeside } from "./read-beside.ts";
import { listInvitable } from "./invite-organisation.ts";

export type DiscussionView = Awaited<ReturnType<typeof readDiscussion>>;

/**
 * A strategy discussion as this person may see it. A partner sees the children, why it was called and what their own
 * organisation said; what the others said they see once it was held with them in it.
 */
export async function readDiscussion(context: Context, actor: StaffActor, id: string) {
  return unitOfWork(context, actor, async (unit) => {
    const found = await findDiscussion(unit, actor, id, "see-strategy");
    const { row, contact, attendance, subjects } = found;
    const key = await readDataKey(unit, "contact", contact.id);
    const because = nearestGround(subjects.map((subject) => groundOf(actor, subject, contact.id)));
    const [findings, information, actions, chairs, beside, invitable] = await Promise.all([
      unit.tx.select().from(section47).where(eq(section47.discussionId, id)),
      loadInformation(unit, id, key),
      loadActions(unit, id, key),
      listChairs(unit),
      readBeside(unit, found, key),
      mayOnAny(actor, "chair-strategy", subjects) && row.heldAt === null
        ? listInvitable(unit, contact.id)
        : [],
      unit.audit({ kind: "strategy.viewed", contactId: contact.id, subjectId: id, facts: { because } }),
    ]);
    const partner = actor.roles.includes("partner");
    const took = attendance.some((one) => one.organisation.id === actor.organisationId && one.row.present);
    const all = !partner || (row.heldAt !== null && took);
    const facts = open<ContactFacts>(
      key,
      { table: "contact", row: contact.id, column: "facts" },
      contact.facts,
    );
    return {
      id,
      version: row.version,
      reference: contact.reference,
      rating: contact.rating,
      hold: clockFace({ startedAt: row.createdAt, dueAt: row.holdBy }, unit.now, null),
      meetingAt: row.meetingAt,
      chair: chairs.find((one) => one.id === row.chairId)?.name ?? null,
      heldAt: row.heldAt,
      lockedAt: row.lockedAt,
      safeContact: facts.safeContact,
      children: discussionChildren(unit, found, findings, key, all).map((child) => ({
        ...child,
        outcome: all ? (beside.outcomes.get(child.pathwayId) ?? null) : null,
      })),
      ordinal: row.ordinal,
      joining: row.joining && open<string>(key, joiningPlace(id), row.joining),
      attendance: attendance.map((one) => attendanceView(one, key, actor.organisationId)),
      missing: missingFrom(row, attendance),
      information: information.filter((one) => all || one.organisationId === actor.organisationId),
      actions: actions.filter((one) => all || one.organisationId === actor.organisationId),
      /** Each time that it met: the record of a meeting without its core stays beside the one that found. */
      meetings: all ? beside.meetings : [],
      addenda: all ? beside.addenda : [],
      lockedBecause: all ? beside.lockedBecause : null,
      agreeBy: row.agreeBy,
      quorate: row.quorate,
      /** The other times that it met, or will; a partner finds those that they are invited to on their own list. */
      others: partner ? [] : beside.others,
      /** Nothing waits to be held, and somebody's work goes on. */
      mayMeetAgain:
        row.heldAt !== null &&
        [row, ...beside.others].every(({ heldAt }) => heldAt !== null) &&
        beside.others.every(({ ordinal }) => ordinal < row.ordinal) &&
        found.children.some(({ work }) => work.state !== "closed"),
      chairs: mayOnAny(actor, "chair-strategy", subjects) ? chairs : [],
      invitable,
      can: {
        chair: mayOnAny(actor, "chair-strategy", subjects),
        reply: mayOnAny(actor, "reply-strategy", subjects),
        /** Their organisation took part, so the record is theirs to agree to and to add to. */
        agree: took && mayOnAny(actor, "reply-strategy", subjects),
      },
      formKey: context.newId(),
    };
  });
}
