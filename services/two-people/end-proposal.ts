import { eq } from "drizzle-orm";
import { proposal } from "#db/schema/records";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { isLive, proposalRules } from "#domain/two-people";
import { Forbidden, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";

export type Proposal = typeof proposal.$inferSelect;

/**
 * Takes the second person's word for a proposal. The caller does what was asked for in the same transaction.
 * @throws NotFound when nobody asked, or its time is over; Forbidden for whoever asked
 */
export async function endConfirmed(unit: Unit, actor: StaffActor, id: string): Promise<Proposal> {
  const row = await lockLive(unit, id);
  const { second } = proposalRules[row.kind];
  if (!may(actor, second, { begunById: row.askedBy })) throw new Forbidden("confirm it yourself");
  await end(unit, row, actor, "confirmed");
  return row;
}

/** Whoever asked takes it back, or somebody who could confirm it says no. */
export async function endWithdrawn(unit: Unit, actor: StaffActor, id: string): Promise<void> {
  const row = await lockLive(unit, id);
  const { ask, second } = proposalRules[row.kind];
  if (!may(actor, ask) && !may(actor, second)) throw new Forbidden("not yours to withdraw");
  await end(unit, row, actor, "withdrawn");
}

async function lockLive(unit: Unit, id: string): Promise<Proposal> {
  const [row] = isId(id)
    ? await unit.tx.select().from(proposal).where(eq(proposal.id, id)).for("update")
    : [];
  if (!row || !isLive(row, unit.now)) throw new NotFound("nothing is asked for");
  return row;
}

async function end(unit: Unit, row: Proposal, actor: StaffActor, how: "confirmed" | "withdrawn") {
  await unit.tx
    .update(proposal)
    .set({ endedHow: how, endedBy: actor.id, endedAt: unit.now })
    .where(eq(proposal.id, row.id));
  await unit.audit({ kind: "proposal.ended", subjectId: row.id, facts: { what: row.kind, how } });
}
