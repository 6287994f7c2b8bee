import { and, asc, eq, inArray } from "drizzle-orm";
import { organisation, team } from "#db/schema/directory";
import { cafRedirect, socialWorkReferral } from "#db/schema/pathways";
import type { PathwayKind } from "#domain/pathway";
import { assignableTo } from "#domain/routing";
import type { Unit } from "../unit-of-work.ts";

/** What a piece of work keeps beside the pathway, and who can lead help. */
export async function loadDetails({ tx }: Unit, pathwayId: string) {
  const [[caf], [referral], organisations] = await Promise.all([
    tx.select().from(cafRedirect).where(eq(cafRedirect.pathwayId, pathwayId)),
    tx.select().from(socialWorkReferral).where(eq(socialWorkReferral.pathwayId, pathwayId)),
    tx
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(eq(organisation.active, true))
      .orderBy(asc(organisation.name)),
  ]);
  return {
    childSeenAt: referral?.childSeenAt ?? null,
    familyContactedAt: caf?.familyContactedAt ?? null,
    organisations,
  };
}

/** Teams that work of this kind can be sent to. */
export async function loadTeams({ tx }: Unit, kind: PathwayKind) {
  return tx
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(and(inArray(team.purpose, [...assignableTo[kind]]), eq(team.active, true)))
    .orderBy(asc(team.name));
}
