import { and, eq, gt, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { pathway, socialWorkReferral } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { PathwayKind } from "#domain/pathway";
import { may, type PermissionVerb } from "#domain/permissions";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { loadRows } from "./load-rows.ts";
import { workRow, type WorkRow } from "./pathway-view.ts";

export type Board = "social-work" | "handed-over";

const boards: Record<Board, { verb: PermissionVerb; kinds: readonly PathwayKind[] }> = {
  "social-work": { verb: "see-social-work", kinds: ["social_work_referral", "case_notice"] },
  "handed-over": { verb: "see-triage", kinds: ["transfer", "case_notice"] },
};

/** Work that a named person accepts: a discussion is chaired instead, and the hub keeps the rest for itself. */
const accepted: readonly PathwayKind[] = ["advice_episode", "caf_redirect", "social_work_referral"];

/** What was closed stays on the board for a week, so that nobody wonders where it went. */
const closedDays = 7;

export type BoardView = { asAt: Date; rows: WorkRow[]; more: boolean };

/**
 * One board of work: everything that waits or runs, and what was closed in the last week. A team sees its own; managers
 * of the hub see every team's. The hub's own board also has what came back, what no team has and what nobody has accepted
 * yet, of every kind: until somebody accepts it, the hub owns it.
 */
export async function listPathways(context: Context, actor: StaffActor, board: Board): Promise<BoardView> {
  const { verb, kinds } = boards[board];
  if (!may(actor, verb)) throw new Forbidden(verb);
  return unitOfWork(context, actor, async (unit) => {
    const since = new Date(unit.now.getTime() - closedDays * 86_400_000);
    const recent = or(isNull(pathway.closedAt), gt(pathway.closedAt, since));
    const { rows, more, clocks } = await loadRows(
      unit,
      and(recent, mayKnowOf(actor), mine(actor, board, kinds)),
    );
    const [keys] = await Promise.all([
      readDataKeys(
        unit,
        "contact",
        rows.map(({ work }) => work.contactId),
      ),
      unit.audit({ kind: "list.viewed", facts: { list: board, resultIds: rows.map(({ work }) => work.id) } }),
    ]);
    const due = (row: WorkRow) => row.clock?.face.dueAt.getTime() ?? Infinity;
    return {
      asAt: unit.now,
      more,
      rows: rows
        .map((row) => workRow(unit, actor, row, keys.get(row.work.contactId), clocks))
        .sort((a, b) => Number(a.state === "closed") - Number(b.state === "closed") || due(a) - due(b)),
    };
  });
}

function mine(actor: StaffActor, board: Board, kinds: readonly PathwayKind[]): SQL | undefined {
  const ofKind = inArray(pathway.kind, [...kinds]);
  const unaccepted = and(eq(pathway.state, "waiting"), inArray(pathway.kind, [...accepted]));
  const withTheHub = and(
    isNull(pathway.closedAt),
    or(eq(pathway.state, "returned"), isNull(pathway.teamId), unaccepted),
  );
  if (board === "handed-over") return or(ofKind, withTheHub);
  if (may(actor, "take-over")) return ofKind;
  if (actor.roles.includes("service_manager")) return ofKind;
  // A worker who is no manager has the children that they were given, and not the team's.
  if (board === "social-work" && !actor.roles.includes("social_work_manager"))
    return and(ofKind, or(eq(socialWorkReferral.workerId, actor.id), isCaseOf(actor.id)));
  return actor.teamId === null
    ? eq(pathway.ownerId, actor.id)
    : and(ofKind, eq(pathway.teamId, actor.teamId));
}

/** A notice about an open case of this worker. */
const isCaseOf = (workerId: string): SQL => sql`exists (
  select 1 from case_notice notice join open_case on open_case.id = notice.open_case_id
  where notice.pathway_id = ${pathway.id} and open_case.worker_id = ${workerId})`;
