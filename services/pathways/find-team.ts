import { eq } from "drizzle-orm";
import { team } from "#db/schema/directory";
import type { DecisionRecord } from "#domain/decision";
import type { PathwayKind } from "#domain/pathway";
import { chooseTeam, teamPurposeFor } from "#domain/routing";
import { needsOf } from "#domain/team-needs";
import type { HouseholdChild } from "../decisions/load-household.ts";
import type { Unit } from "../unit-of-work.ts";

/** The team that takes this work: by what it is for, and the child's age, area and need. */
export async function findTeam(
  { tx }: Unit,
  kind: PathwayKind,
  { years: age, postcode }: Pick<HouseholdChild, "years" | "postcode">,
  record: DecisionRecord["record"],
): Promise<string | null> {
  const teams = await tx.select().from(team).where(eq(team.active, true));
  const need = "primaryNeed" in record ? record.primaryNeed : null;
  const wanted = { age, postcode, needs: needsOf({ age, need }) };
  return chooseTeam(teams, teamPurposeFor[kind], wanted)?.id ?? null;
}
