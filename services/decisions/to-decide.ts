import { and, asc, eq } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import type { contact } from "#db/schema/intake";
import { childrenUnsettled, type Unsettled } from "#domain/children-on-decision";
import type { ContactFacts } from "#domain/contact-facts";
import type { OrganisationKind } from "#domain/organisation";
import { localDate } from "#domain/time-words";
import { loadRequestStates, type RequestStateView } from "../agencies/load-request-states.ts";
import { notBypassed } from "../lado/not-bypassed.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { loadDecisions, type StandingDecision } from "./load-decisions.ts";
import { loadHistory, type EarlierContact } from "./load-history.ts";
import { isSubject, loadHousehold, type HouseholdChild } from "./load-household.ts";
import { loadOpenCases, type CaseOfChild } from "./load-open-cases.ts";
import { loadRecommendations, type StandingRecommendation } from "./load-recommendations.ts";

/** Everything that a recommendation or a decision on a contact rests on, opened. Never shown as it is. */
export type ToDecide = {
  row: typeof contact.$inferSelect;
  key: Buffer;
  facts: ContactFacts;
  household: HouseholdChild[];
  subjects: HouseholdChild[];
  unsettled: Unsettled[];
  recommendations: Map<string, StandingRecommendation>;
  decisions: Map<string, StandingDecision>;
  checks: RequestStateView[];
  history: EarlierContact[];
  openCases: CaseOfChild[];
  /** Who can be invited to a strategy discussion. */
  organisations: { id: string; name: string; kind: OrganisationKind }[];
};

/** Loads it in two round trips: the children first, because what is known about them hangs on their ids. */
export async function loadToDecide(unit: Unit, row: typeof contact.$inferSelect): Promise<ToDecide> {
  const key = await readDataKey(unit, "contact", row.id);
  const [household, recommendations, decisions, checks, organisations] = await Promise.all([
    loadHousehold(unit, row.id, key),
    loadRecommendations(unit, row.id, key),
    loadDecisions(unit, row.id, key),
    loadRequestStates(unit, row.id),
    unit.tx
      .select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
      .from(organisation)
      .where(and(eq(organisation.active, true), notBypassed(unit.tx, row.id)))
      .orderBy(asc(organisation.kind), asc(organisation.name)),
  ]);
  const subjects = household.filter(isSubject);
  const ids = subjects.map(({ id }) => id);
  const [history, openCases] = await Promise.all([
    loadHistory(unit, row.receivedAt, ids),
    loadOpenCases(unit, ids),
  ]);
  return {
    row,
    key,
    facts: open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts),
    household,
    subjects,
    unsettled: childrenUnsettled(household, localDate(unit.now)),
    recommendations,
    decisions,
    checks,
    history,
    openCases,
    organisations,
  };
}
