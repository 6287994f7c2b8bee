import { asc, eq } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { section47, strategyAction, strategyInformation } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { ContactFacts } from "#domain/contact-facts";
import { clockFace } from "#domain/clock-face";
import { groundOf, nearestGround } from "#domain/grounds";
import type { Context } from "../context.ts";
import { loadEntries } from "../pathways/load-entries.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { listChairs } from "./arrange-discussion.ts";
import { discussionChildren } from "./discussion-children.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";
import { informationPlace } from "./give-information.ts";
import { actionPlace } from "./strategy-actions.ts";

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
    const [first] = found.children;
    const because = nearestGround(subjects.map((subject) => groundOf(actor, subject, contact.id)));
    const [findings, information, actions, chairs, entries] = await Promise.all([
      unit.tx.select().from(section47).where(eq(section47.discussionId, id)),
      loadInformation(unit, id, key),
      loadActions(unit, id, key),
      listChairs(unit),
      first ? loadEntries(unit, first.work.id, key) : [],
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
      children: discussionChildren(unit, found, findings, key, all),
      attendance: attendance.map(({ row: { invitedAt, answer, answeredAt, present }, ...one }) => ({
        ...one.organisation,
        invitedAt,
        answer,
        answeredAt,
        answeredBy: one.answeredBy,
        present,
        mine: one.organisation.id === actor.organisationId,
      })),
      information: information.filter((one) => all || one.organisationId === actor.organisationId),
      actions: actions.filter((one) => all || one.organisationId === actor.organisationId),
      /** Each time that it met: the record of a meeting without its core stays beside the one that found. */
      meetings: all ? entries.filter(({ kind }) => kind === "strategy-record") : [],
      chairs: mayOnAny(actor, "chair-strategy", subjects) ? chairs : [],
      can: {
        chair: mayOnAny(actor, "chair-strategy", subjects),
        reply: mayOnAny(actor, "reply-strategy", subjects),
      },
      formKey: context.newId(),
    };
  });
}

async function loadInformation({ tx }: Unit, discussionId: string, key: Buffer) {
  const rows = await tx
    .select({ row: strategyInformation, organisation: organisation.name, by: staff.name })
    .from(strategyInformation)
    .innerJoin(organisation, eq(organisation.id, strategyInformation.organisationId))
    .leftJoin(staff, eq(staff.id, strategyInformation.authorId))
    .where(eq(strategyInformation.discussionId, discussionId))
    .orderBy(asc(strategyInformation.at), asc(strategyInformation.id));
  return rows.map(({ row, organisation: name, by }) => ({
    id: row.id,
    organisationId: row.organisationId,
    organisation: name,
    by: by ?? "Somebody",
    at: row.at,
    ...open<{ knows: string; mayNotTell: string; staffRisks: string }>(
      key,
      informationPlace(row.id),
      row.content,
    ),
  }));
}

async function loadActions({ tx }: Unit, discussionId: string, key: Buffer) {
  const rows = await tx
    .select({ row: strategyAction, organisation: organisation.name })
    .from(strategyAction)
    .innerJoin(organisation, eq(organisation.id, strategyAction.organisationId))
    .where(eq(strategyAction.discussionId, discussionId))
    .orderBy(asc(strategyAction.dueAt), asc(strategyAction.id));
  return rows.map(({ row, organisation: name }) => ({
    id: row.id,
    organisationId: row.organisationId,
    organisation: name,
    dueAt: row.dueAt,
    doneAt: row.doneAt,
    ...open<{ what: string; who: string }>(key, actionPlace(row.id), row.content),
  }));
}
