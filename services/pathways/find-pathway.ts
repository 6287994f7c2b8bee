import { eq, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { caseNotice, pathway, socialWorkReferral } from "#db/schema/pathways";
import { openCase } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import type { PathwayKind } from "#domain/pathway";
import { may, type PermissionVerb, type Subject } from "#domain/permissions";
import { knowing } from "../contacts/known-to.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";

export type FoundPathway = {
  row: typeof pathway.$inferSelect;
  contact: Pick<typeof contact.$inferSelect, "id" | "reference" | "rating" | "facts" | "receivedAt">;
  subject: Subject;
};

/** Who may see each kind of work, and who works on it. What the hub keeps for itself is seen with its queue. */
const verbs: Record<PathwayKind, { see: PermissionVerb; work: PermissionVerb }> = {
  advice_episode: { see: "see-advice", work: "work-advice" },
  caf_redirect: { see: "see-advice", work: "work-advice" },
  social_work_referral: { see: "see-social-work", work: "work-referral" },
  strategy_discussion: { see: "see-strategy", work: "chair-strategy" },
  transfer: { see: "see-triage", work: "see-triage" },
  case_notice: { see: "see-triage", work: "see-triage" },
};

/** A notice about an open case goes to the worker and the team that have it, and they may acknowledge it beside the hub. */
const alsoOfTheTeam = (actor: StaffActor, kind: PathwayKind, subject: Subject): boolean =>
  kind === "case_notice" && (may(actor, "accept-referral", subject) || may(actor, "work-referral", subject));

export const mayWorkOn = (actor: StaffActor, kind: PathwayKind, subject: Subject): boolean =>
  may(actor, verbs[kind].work, subject) || alsoOfTheTeam(actor, kind, subject);

const maySee = (actor: StaffActor, kind: PathwayKind, subject: Subject): boolean =>
  may(actor, verbs[kind].see, subject) || alsoOfTheTeam(actor, kind, subject);

/**
 * Finds a piece of work that this person may see, and locks it for a change.
 * @throws NotFound when it does not exist, is of another kind, or is not theirs to see; Forbidden when they may see it
 *   and not work on it
 */
export async function findPathway(
  unit: Unit,
  actor: StaffActor,
  { id, kinds, toChange }: { id: string; kinds: readonly PathwayKind[]; toChange: boolean },
): Promise<FoundPathway> {
  const base = unit.tx
    .select({
      row: pathway,
      id: contact.id,
      reference: contact.reference,
      rating: contact.rating,
      facts: contact.facts,
      receivedAt: contact.receivedAt,
      clearedOnlySince: contact.clearedOnlySince,
      workerId: sql<string | null>`coalesce(${socialWorkReferral.workerId}, ${openCase.workerId})`,
    })
    .from(pathway)
    .innerJoin(contact, eq(contact.id, pathway.contactId))
    .leftJoin(socialWorkReferral, eq(socialWorkReferral.pathwayId, pathway.id))
    .leftJoin(caseNotice, eq(caseNotice.pathwayId, pathway.id))
    .leftJoin(openCase, eq(openCase.id, caseNotice.openCaseId))
    .where(eq(pathway.id, isId(id) ? id : nobody));
  const [found] = toChange ? await base.for("update", { of: pathway }) : await base;
  if (!found || !kinds.includes(found.row.kind)) throw new NotFound("no such work");
  const { row, clearedOnlySince, workerId, ...about } = found;
  const subject: Subject = {
    teamId: row.teamId,
    ownerId: row.ownerId,
    workerId,
    ...knowing(actor, { id: about.id, clearedOnlySince }),
  };
  if (!maySee(actor, row.kind, subject)) throw new NotFound("not yours to see", about.id);
  if (toChange && !mayWorkOn(actor, row.kind, subject)) throw new Forbidden("work on this");
  return { row, contact: about, subject };
}

const nobody = "00000000-0000-0000-0000-000000000000";
