import { eq } from "drizzle-orm";
import { insertRows } from "#db/insert-rows";
import { clock, decision } from "#db/schema/decision";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import type { Owed } from "#domain/jobs";
import type { MessageKind } from "#domain/messages";
import { outcomeFacts } from "#domain/outcome";
import type { PathwayKind } from "#domain/pathway";
import { loadDecisions } from "../decisions/load-decisions.ts";
import { loadHousehold, type HouseholdChild } from "../decisions/load-household.ts";
import { loadOpenCases } from "../decisions/load-open-cases.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";
import { findTeam } from "./find-team.ts";
import { onwardClocks, type NewPathway } from "./new-pathway.ts";
import { writeDetails } from "./write-details.ts";

/** Who is told that work is waiting. A strategy discussion tells its own invitations. */
const told: Record<PathwayKind, MessageKind | null> = {
  advice_episode: "family-waiting",
  caf_redirect: "family-waiting",
  social_work_referral: "referral-waiting",
  strategy_discussion: null,
  transfer: "transfer-to-confirm",
  case_notice: "case-information",
};

/**
 * Turns a decision into the piece of work that it creates, with its clocks, its team and who is told. However often it
 * runs there is one pathway: it does nothing for a decision that was superseded, that is routed already, or whose
 * outcome creates no work. When no team takes the child the work is made all the same, without a team, and stands on
 * the duty screen until somebody gives it one.
 */
export async function routeDecision(unit: Unit, decisionId: string): Promise<void> {
  const [found] = await unit.tx
    .select({ contactId: decision.contactId, childId: decision.contactChildId })
    .from(decision)
    .where(eq(decision.id, decisionId));
  if (!found) return;
  // Superseding locks this row too: a decision is never superseded between our look and our write.
  const [row] = await unit.tx
    .select()
    .from(contact)
    .where(eq(contact.id, found.contactId))
    .for("no key update");
  if (!row) return;
  const key = await readDataKey(unit, "contact", row.id);
  const [standing, household, [made]] = await Promise.all([
    loadDecisions(unit, row.id, key),
    loadHousehold(unit, row.id, key),
    unit.tx.select({ id: pathway.id }).from(pathway).where(eq(pathway.decisionId, decisionId)),
  ]);
  const stands = standing.get(found.childId);
  const child = household.find(({ id }) => id === found.childId);
  if (made || !child || stands?.id !== decisionId) return;
  const kind = outcomeFacts[stands.outcome].pathway;
  if (kind === null) return;
  const openCase = kind === "case_notice" ? await findOpenCase(unit, child) : null;
  const teamId = openCase?.teamId ?? (await findTeam(unit, kind, child, stands.content.record));
  await write(
    unit,
    { id: unit.context.newId(), kind, decision: stands, child, contact: row, teamId },
    openCase,
  );
}

type OpenCase = { id: string; workerId: string | null; teamId: string | null };

async function write(unit: Unit, made: NewPathway, openCase: OpenCase | null): Promise<void> {
  const { id, kind, teamId, contact: about } = made;
  const row = {
    id,
    kind,
    decisionId: made.decision.id,
    contactId: about.id,
    contactChildId: made.child.id,
    teamId,
    createdAt: unit.now,
  };
  // One flush: the connection runs them in this order while we wait once.
  await Promise.all([
    insertRows(unit.tx, pathway, [row]),
    writeDetails[kind](unit, made, openCase?.id ?? null),
    insertRows(unit.tx, clock, onwardClocks(unit, made)),
    unit.audit({
      kind: "pathway.created",
      contactId: about.id,
      subjectId: id,
      facts: { kind, decisionId: made.decision.id },
    }),
    tell(unit, made, openCase?.workerId ?? null),
  ]);
  if (teamId === null) unit.context.log.warn({ pathwayId: id, kind }, "no team takes this work");
}

/** The team, and of an open case the allocated worker by name beside it: their manager reads what the team is told. */
async function tell(unit: Unit, { id, kind, teamId }: NewPathway, workerId: string | null): Promise<void> {
  const message = told[kind];
  if (message === null) return;
  const owed = (recipientId: string | null, to: "staff" | "team"): Owed[] =>
    recipientId === null
      ? []
      : [{ kind: "send-message", subjectId: id, recipientId, facts: { message, to } }];
  await unit.owe(...owed(workerId, "staff"), ...owed(teamId, "team"));
}

async function findOpenCase(unit: Unit, child: HouseholdChild): Promise<OpenCase | null> {
  const open = (await loadOpenCases(unit, [child.id])).find(({ socialWork }) => socialWork);
  if (!open) return null;
  if (open.workerId === null) return { ...open, teamId: null };
  const [worker] = await unit.tx
    .select({ id: staff.id, teamId: staff.teamId })
    .from(staff)
    .where(eq(staff.id, open.workerId));
  return { id: open.id, workerId: worker?.id ?? null, teamId: worker?.teamId ?? null };
}
