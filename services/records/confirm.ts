import type { StaffActor } from "#domain/actor";
import type { ProposalKind } from "#domain/two-people";
import type { Context } from "../context.ts";
import { endConfirmed, endWithdrawn, type Proposal } from "../two-people/end-proposal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { mustHaveRead } from "./access/must-have-read.ts";
import { eraseContact, erasePerson } from "./erase.ts";

/** What happens in the moment in which the second person says yes, in the same transaction. */
const effects: Record<ProposalKind, (unit: Unit, asked: Proposal) => Promise<void>> = {
  "erase-contact": eraseContact,
  "erase-person": erasePerson,
  "retention-run": (unit, { subjectId }) => unit.owe({ kind: "run-retention", subjectId, facts: {} }),
  "access-export": mustHaveRead,
};

/**
 * Does what somebody else asked for.
 * @throws Forbidden for whoever asked, NotFound when it is over, Invalid by `id` when it cannot be done now
 */
export async function confirmAsked(context: Context, actor: StaffActor, id: string): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const asked = await endConfirmed(unit, actor, id);
    await effects[asked.kind](unit, asked);
  });
}

export async function withdrawAsked(context: Context, actor: StaffActor, id: string): Promise<void> {
  await unitOfWork(context, actor, (unit) => endWithdrawn(unit, actor, id));
}
