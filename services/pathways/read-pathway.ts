import { and, eq, ne } from "drizzle-orm";
import { pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { Caseload } from "#domain/caseload";
import { attemptsOf, type Attempts } from "#domain/call-attempts";
import { groundOf } from "#domain/grounds";
import type { PathwayKind } from "#domain/pathway";
import type { RecordKind } from "#domain/pathway-records";
import { may } from "#domain/permissions";
import type { SafeCalling } from "#domain/safe-calling";
import type { Context } from "../context.ts";
import { loadDecisions, type StandingDecision } from "../decisions/load-decisions.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findPathway, mayWorkOn } from "./find-pathway.ts";
import { loadCaseloads } from "./load-caseloads.ts";
import { knownAlready } from "./known-already.ts";
import { callsOf, safeOf } from "./load-calling.ts";
import { loadDetails, loadTeams } from "./load-details.ts";
import { loadEntries, type Entry } from "./load-entries.ts";
import { loadRows } from "./load-rows.ts";
import { workClock, workRow, type WorkClock, type WorkRow } from "./pathway-view.ts";

export type WorkView = {
  work: WorkRow;
  clocks: WorkClock[];
  decision:
    (Pick<StandingDecision, "outcome" | "level" | "by" | "at"> & { record: Record<string, unknown> }) | null;
  /** Oldest first. */
  entries: Entry[];
  /** Work for the brothers and sisters of the same contact that this person may see. */
  siblings: WorkRow[];
  childSeenAt: Date | null;
  familyContactedAt: Date | null;
  calling: { safe: SafeCalling | null; attempts: Attempts };
  /** What was told already, for the forms that ask for it: nobody tells their story twice. */
  known: Partial<Record<RecordKind, Record<string, string>>>;
  /** Who can lead help. */
  organisations: { id: string; name: string }[];
  /** Teams that this could be sent to; empty for those who may not send it. */
  teams: { id: string; name: string }[];
  /** What each worker of the team has; empty for those who do not give children to workers. */
  caseloads: Caseload[];
  can: { work: boolean; assign: boolean; manage: boolean };
  /** Goes into every form of the page. */
  formKey: string;
};

/** One piece of work, with its decision, what was written on it, and what may be done. Reading it is recorded. */
export async function readPathway(
  context: Context,
  actor: StaffActor,
  { id, kinds }: { id: string; kinds: readonly PathwayKind[] },
): Promise<WorkView> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, subject } = await findPathway(unit, actor, { id, kinds, toChange: false });
    const key = await readDataKey(unit, "contact", row.contactId);
    const [own, others, decisions, entries, details] = await Promise.all([
      loadRows(unit, eq(pathway.id, row.id)),
      loadRows(
        unit,
        and(eq(pathway.contactId, row.contactId), ne(pathway.id, row.id), eq(pathway.kind, row.kind)),
      ),
      loadDecisions(unit, row.contactId, key),
      loadEntries(unit, row.id, key),
      loadDetails(unit, row.id),
      unit.audit({
        kind: "pathway.viewed",
        contactId: row.contactId,
        subjectId: row.id,
        facts: { because: groundOf(actor, subject, row.contactId) },
      }),
    ]);
    const [shown] = own.rows;
    if (!shown) throw new Error("work without its rows");
    const decision = [...decisions.values()].find((one) => one.id === row.decisionId);
    const assign = may(actor, "take-over");
    // Of a team that is accepted by name, its manager; of all other work, whoever works on it.
    const manage = row.kind !== "social_work_referral" || may(actor, "accept-referral", subject);
    return {
      work: workRow(unit, actor, shown, key, own.clocks),
      clocks: own.clocks.map((clock) => workClock(unit, clock)),
      decision: decision ? { ...decision, record: { ...decision.content.record } } : null,
      entries,
      calling: { safe: safeOf(entries), attempts: attemptsOf(callsOf(entries), context.settings) },
      known: knownAlready(decision, entries),
      siblings: others.rows
        .filter(({ work }) =>
          mayWorkOn(actor, work.kind, { ...subject, teamId: work.teamId, ownerId: work.ownerId }),
        )
        .map((sibling) => workRow(unit, actor, sibling, key, others.clocks)),
      ...details,
      teams: assign ? await loadTeams(unit, row.kind) : [],
      caseloads:
        manage && row.kind === "social_work_referral" && row.teamId !== null
          ? await loadCaseloads(unit, row.teamId)
          : [],
      can: { work: mayWorkOn(actor, row.kind, subject), assign, manage },
      formKey: context.newId(),
    };
  });
}
