import { and, eq, inArray, isNull } from "drizzle-orm";
import { organisation, team } from "#db/schema/directory";
import { strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/pathways";
import type { Records } from "#domain/decision";
import { strategyDeadline } from "#domain/onward-clocks";
import type { Unit } from "../unit-of-work.ts";
import type { NewPathway } from "./new-pathway.ts";

/**
 * Puts a child into the open strategy discussion of their contact, or opens one: brothers and sisters are talked about
 * together. Invites social care and whom the manager chose, each organisation once, and tells them. The caller has
 * locked the contact, so that two children of it cannot open two.
 */
export async function callDiscussion(unit: Unit, made: NewPathway): Promise<void> {
  const { tx, now } = unit;
  const discussionId = (await openDiscussion(unit, made.contact.id)) ?? (await newDiscussion(unit, made));
  await tx.insert(strategyChild).values({ pathwayId: made.id, discussionId });
  const record = made.decision.content.record as Records["strategy_discussion"];
  const invited = await invitedOrganisations(unit, record.invited, made.teamId);
  if (invited.length > 0)
    await tx
      .insert(strategyAttendance)
      .values(
        invited.map((organisationId) => ({
          id: unit.context.newId(),
          discussionId,
          organisationId,
          invitedAt: now,
        })),
      )
      .onConflictDoNothing();
  const called = { kind: "send-message", subjectId: discussionId } as const;
  await unit.owe(
    ...invited.map((recipientId) => ({
      ...called,
      recipientId,
      facts: { message: "strategy-called" as const, to: "organisation" as const },
    })),
    ...(made.teamId === null
      ? []
      : [
          { ...called, recipientId: made.teamId, facts: { message: "strategy-called", to: "team" } as const },
        ]),
  );
}

async function openDiscussion({ tx }: Unit, contactId: string): Promise<string | null> {
  const [open] = await tx
    .select({ id: strategyDiscussion.id })
    .from(strategyDiscussion)
    .where(and(eq(strategyDiscussion.contactId, contactId), isNull(strategyDiscussion.lockedAt)));
  return open?.id ?? null;
}

async function newDiscussion(unit: Unit, { contact, decision }: NewPathway): Promise<string> {
  const id = unit.context.newId();
  await unit.tx.insert(strategyDiscussion).values({
    id,
    contactId: contact.id,
    holdBy: strategyDeadline(decision.at, unit.context.settings),
    createdAt: unit.now,
  });
  return id;
}

/** Whom the manager chose, where they still work with us, and the council's own social care in any case. */
async function invitedOrganisations({ tx }: Unit, chosen: readonly string[], teamId: string | null) {
  const [partners, socialCare] = await Promise.all([
    tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(and(inArray(organisation.id, [...chosen]), eq(organisation.active, true))),
    teamId === null
      ? tx
          .select({ id: organisation.id })
          .from(organisation)
          .where(and(eq(organisation.kind, "council"), eq(organisation.active, true)))
      : tx.select({ id: team.organisationId }).from(team).where(eq(team.id, teamId)),
  ]);
  return [...new Set([...partners, ...socialCare].map(({ id }) => id))];
}
