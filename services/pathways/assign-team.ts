import { and, desc, eq, inArray } from "drizzle-orm";
import { team } from "#db/schema/directory";
import { strategyChild } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import type { MessageKind } from "#domain/messages";
import { pathwayFollows, pathwayKinds, type PathwayKind } from "#domain/pathway";
import { may } from "#domain/permissions";
import { assignableTo } from "#domain/routing";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findPathway } from "./find-pathway.ts";
import { raisePathway } from "./raise-pathway.ts";

const told: Record<PathwayKind, MessageKind> = {
  advice_episode: "family-waiting",
  caf_redirect: "family-waiting",
  social_work_referral: "referral-waiting",
  strategy_discussion: "strategy-called",
  transfer: "transfer-to-confirm",
  case_notice: "case-information",
};

/**
 * A manager of the hub gives work to a team: work that no rule had a team for, or that a team returned. Its deadlines are
 * the ones that it had.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `teamId`, by "" when a team has accepted it
 */
export async function assignTeam(
  context: Context,
  actor: StaffActor,
  input: { id: string; version: number; teamId: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    if (!may(actor, "take-over")) throw new Forbidden("A manager of the hub sends work to a team.");
    const found = await findPathway(unit, actor, { id: input.id, kinds: pathwayKinds, toChange: false });
    const { row } = found;
    const next = pathwayFollows(row.state, "assign");
    if ("because" in next && row.version === input.version) throw new Invalid({ "": next.because });
    const teamId = await teamFor(unit, row.kind, input.teamId);
    const state = "next" in next ? next.next : row.state;
    await raisePathway(unit, row, input.version, { state, teamId, ownerId: null, acceptedAt: null });
    await unit.audit({
      kind: "pathway.assigned",
      contactId: row.contactId,
      subjectId: row.id,
      facts: { teamId },
    });
    await unit.owe({
      kind: "send-message",
      subjectId: await subjectOf(unit, row),
      recipientId: teamId,
      facts: { message: told[row.kind], to: "team" },
    });
  });
}

async function teamFor({ tx }: Unit, kind: PathwayKind, teamId: string): Promise<string> {
  const teams = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(inArray(team.purpose, [...assignableTo[kind]]), eq(team.active, true)));
  if (!teams.some(({ id }) => id === teamId)) throw new Invalid({ teamId: "Choose a team from the list" });
  return teamId;
}

/** A strategy discussion is told about as a whole, with every child in it. */
async function subjectOf({ tx }: Unit, { id, kind }: { id: string; kind: PathwayKind }): Promise<string> {
  if (kind !== "strategy_discussion") return id;
  const [child] = await tx
    .select({ discussionId: strategyChild.discussionId })
    .from(strategyChild)
    .where(eq(strategyChild.pathwayId, id))
    // Ids lie in the order in which they were made: the one that is to be held, or was held last.
    .orderBy(desc(strategyChild.discussionId))
    .limit(1);
  return child?.discussionId ?? id;
}
