import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { organisation, team } from "#db/schema/directory";
import { strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/strategy";
import type { Records } from "#domain/decision";
import { strategyDeadline } from "#domain/onward-clocks";
import { roleOf } from "#domain/strategy-invitation";
import { notBypassed } from "../lado/not-bypassed.ts";
import type { Unit } from "../unit-of-work.ts";
import { isId } from "../new-id.ts";
import { invitation } from "../strategy/invitation.ts";
import type { NewPathway } from "./new-pathway.ts";

/**
 * Puts a child into the open strategy discussion of their contact, or opens one: brothers and sisters are talked about
 * together. Invites social care and whom the manager chose, each organisation once, and tells them. The caller has
 * locked the contact, so that two children of it cannot open two.
 */
export async function callDiscussion(unit: Unit, made: NewPathway): Promise<void> {
  const { tx } = unit;
  const record = made.decision.content.record as Records["strategy_discussion"];
  const holdBy = strategyDeadline(made.decision.at, record.urgency, unit.context.settings);
  const discussionId =
    (await joinDiscussion(unit, made.contact.id, holdBy)) ??
    (await newDiscussion(unit, made.contact.id, holdBy));
  await tx.insert(strategyChild).values({ pathwayId: made.id, discussionId });
  const invited = await invitedOrganisations(unit, made, record.invited);
  const ids = [...invited.partners, ...invited.socialCare];
  if (ids.length > 0)
    await tx
      .insert(strategyAttendance)
      .values(
        ids.map(({ id, kind }) => invitation(unit, discussionId, { organisationId: id, role: roleOf(kind) })),
      )
      .onConflictDoNothing();
  await tell(unit, discussionId, made.teamId, invited);
}

/** Social care hears through the team that has the child, where there is one, and everybody else through their duty inbox. */
async function tell(unit: Unit, subjectId: string, teamId: string | null, invited: Invited): Promise<void> {
  const all = teamId === null ? [...invited.partners, ...invited.socialCare] : invited.partners;
  const called = (recipientId: string, to: "organisation" | "team") => ({
    kind: "send-message" as const,
    subjectId,
    recipientId,
    facts: { message: "strategy-called" as const, to },
  });
  await unit.owe(
    ...all.map(({ id }) => called(id, "organisation")),
    ...(teamId === null ? [] : [called(teamId, "team")]),
  );
}

/** The discussion of a contact that is still to be held; it waits no longer than the child who can wait least. */
async function joinDiscussion({ tx }: Unit, contactId: string, holdBy: Date): Promise<string | null> {
  const [open] = await tx
    .update(strategyDiscussion)
    .set({ holdBy: sql`least(${strategyDiscussion.holdBy}, ${holdBy.toISOString()})` })
    .where(and(eq(strategyDiscussion.contactId, contactId), isNull(strategyDiscussion.heldAt)))
    .returning({ id: strategyDiscussion.id });
  return open?.id ?? null;
}

async function newDiscussion(unit: Unit, contactId: string, holdBy: Date): Promise<string> {
  const id = unit.context.newId();
  const [before] = await unit.tx
    .select({ n: count() })
    .from(strategyDiscussion)
    .where(eq(strategyDiscussion.contactId, contactId));
  const ordinal = (before?.n ?? 0) + 1;
  await unit.tx.insert(strategyDiscussion).values({ id, contactId, ordinal, holdBy, createdAt: unit.now });
  return id;
}

type Organisation = Pick<typeof organisation.$inferSelect, "id" | "kind">;
type Invited = { partners: Organisation[]; socialCare: Organisation[] };

/**
 * Whom the manager chose, where they still work with us and are not gone around since, and the council's own social
 * care in any case.
 */
async function invitedOrganisations(
  { tx }: Unit,
  { teamId, contact }: NewPathway,
  chosen: readonly string[],
): Promise<Invited> {
  const [partners, socialCare] = await Promise.all([
    tx
      .select({ id: organisation.id, kind: organisation.kind })
      .from(organisation)
      .where(
        and(
          inArray(organisation.id, chosen.filter(isId)),
          eq(organisation.active, true),
          notBypassed(tx, contact.id),
        ),
      ),
    teamId === null
      ? tx
          .select({ id: organisation.id, kind: organisation.kind })
          .from(organisation)
          .where(and(eq(organisation.kind, "council"), eq(organisation.active, true)))
      : tx
          .select({ id: organisation.id, kind: organisation.kind })
          .from(team)
          .innerJoin(organisation, eq(organisation.id, team.organisationId))
          .where(eq(team.id, teamId)),
  ]);
  const ours = socialCare.map(({ id }) => id);
  return { partners: partners.filter(({ id }) => !ours.includes(id)), socialCare };
}
