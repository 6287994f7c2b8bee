import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import { contactChild } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import { hold } from "#db/schema/screening";
import type { Owed } from "#domain/jobs";
import type { Unit } from "../unit-of-work.ts";

/**
 * Tells whoever works on a contact that an agency answered: while a child waits for a decision its holder, who has it
 * on their list as well; once all are decided whoever decided, and everybody who has the work that came of it.
 * @param subjectId the reply
 */
export async function tellOfReply(
  unit: Unit,
  { contactId, askedBy }: { contactId: string; askedBy: string },
  subjectId: string,
): Promise<void> {
  const { tx } = unit;
  const [waiting] = await tx
    .select({ id: contactChild.id })
    .from(contactChild)
    .where(
      and(
        eq(contactChild.contactId, contactId),
        eq(contactChild.standing, "subject"),
        ne(contactChild.state, "decided"),
      ),
    )
    .limit(1);
  const told: Told =
    waiting === undefined
      ? await afterDecision(unit, contactId)
      : new Map([[await whoHasIt(unit, contactId, askedBy), "staff"]]);
  await unit.owe(
    ...[...told].map(([recipientId, to]): Owed => ({
      ...{ kind: "send-message", subjectId, recipientId },
      facts: { message: "agency-answered", to },
    })),
  );
}

type Told = Map<string, "staff" | "team">;

/** Whoever holds a contact or held it last; whoever asked while nobody does. */
export async function whoHasIt({ tx }: Unit, contactId: string, askedBy: string): Promise<string> {
  const [held] = await tx.select({ id: hold.holderId }).from(hold).where(eq(hold.contactId, contactId));
  return held?.id ?? askedBy;
}

/** Who decided last about each child, and the owner of each piece of work or, while nobody accepted it, its team. */
async function afterDecision({ tx }: Unit, contactId: string): Promise<Told> {
  const [deciders, works] = await Promise.all([
    tx
      .selectDistinctOn([decision.contactChildId], { id: decision.decidedBy })
      .from(decision)
      .where(eq(decision.contactId, contactId))
      .orderBy(decision.contactChildId, desc(decision.decidedAt)),
    tx
      .selectDistinct({ ownerId: pathway.ownerId, teamId: pathway.teamId })
      .from(pathway)
      .where(and(eq(pathway.contactId, contactId), isNull(pathway.closedAt))),
  ]);
  return new Map([
    ...deciders.map(({ id }): [string, "staff"] => [id, "staff"]),
    ...works.flatMap(({ ownerId, teamId }): [string, "staff" | "team"][] => {
      if (ownerId !== null) return [[ownerId, "staff"]];
      return teamId === null ? [] : [[teamId, "team"]];
    }),
  ]);
}
