import type { StaffActor } from "#domain/actor";
import { pathwayFollows, type PathwayKind } from "#domain/pathway";
import { may } from "#domain/permissions";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findPathway } from "./find-pathway.ts";
import { raisePathway } from "./raise-pathway.ts";
import { startAllocating } from "./start-allocating.ts";

/** What a named person accepts. A transfer is received elsewhere, a notice is acknowledged, a discussion is chaired. */
const acceptable: readonly PathwayKind[] = ["advice_episode", "caf_redirect", "social_work_referral"];

/**
 * Somebody owns this work from now on: the person who is signed in, never a name that was typed. Accepting what one has
 * accepted already changes nothing.
 * @throws Conflict when somebody else changed it meanwhile; Invalid by "" when it cannot be accepted
 */
export async function acceptPathway(
  context: Context,
  actor: StaffActor,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, subject } = await findPathway(unit, actor, { id, kinds: acceptable, toChange: true });
    // A social worker is given a child; it is the manager who takes one on for the team.
    if (row.kind === "social_work_referral" && !may(actor, "accept-referral", subject))
      throw new Forbidden("accept-referral");
    if (row.ownerId === actor.id && row.acceptedAt !== null) return;
    const next = pathwayFollows(row.state, "accept");
    if ("because" in next && row.version === version) throw new Invalid({ "": next.because });
    const state = "next" in next ? next.next : row.state;
    await raisePathway(unit, row, version, { state, ownerId: actor.id, acceptedAt: unit.now });
    await stopClocks(unit, { kind: "accept", pathwayId: row.id }, row.id);
    if (row.kind === "social_work_referral") await startAllocating(unit, row);
    await unit.audit({ kind: "pathway.accepted", contactId: row.contactId, subjectId: row.id, facts: {} });
  });
}
