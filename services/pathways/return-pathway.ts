import { and, eq } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import { cafRedirect } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { pathwayFollows, pathwayKinds, type ReturnReason } from "#domain/pathway";
import { returnableFor, returnSchema } from "#domain/pathway-records";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { entryMade } from "./entry-made.ts";
import { findPathway, type FoundPathway } from "./find-pathway.ts";
import { invalidFrom } from "./invalid-from.ts";
import { raisePathway } from "./raise-pathway.ts";
import { asManager, takeFromWorker } from "./record-social-work.ts";
import { triedEnough } from "./tried-enough.ts";
import { writeEntry } from "./write-entry.ts";

export type Returning = {
  id: string;
  version: number;
  formKey: string;
  draft: Readonly<Record<string, unknown>>;
};

/**
 * Gives work back to the hub, with a reason. It does not vanish: a manager sends it to another team, or decides again.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field, by "" for work that cannot come back
 */
export async function returnPathway(context: Context, actor: StaffActor, input: Returning): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findPathway(unit, actor, { id: input.id, kinds: pathwayKinds, toChange: true });
    const entryId = idFromForm(context.keys, input.formKey, input.id);
    if (await entryMade(unit, entryId, actor)) return;
    const reasons = returnableFor[found.row.kind];
    if (reasons === null) throw new Invalid({ "": "This work protects a child, and does not come back" });
    if (found.row.kind === "social_work_referral") asManager(actor, found);
    const read = returnSchema(reasons).safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    if (read.data.reason === "unreachable") await triedEnough(unit, found.row);
    await giveBack(unit, actor, found, { version: input.version, entryId, ...read.data });
  });
}

/** The return itself, for those whose own record says that the family will not go on. */
export async function giveBack(
  unit: Unit,
  actor: StaffActor,
  { row }: Pick<FoundPathway, "row">,
  returned: { version: number; entryId: string; reason: ReturnReason; because: string },
  verb: "return" | "reopen" = "return",
): Promise<void> {
  const next = pathwayFollows(row.state, verb);
  if ("because" in next && row.version === returned.version) throw new Invalid({ "": next.because });
  const state = "next" in next ? next.next : row.state;
  const { entryId: id, reason, because } = returned;
  const nobodys = { teamId: null, ownerId: null, acceptedAt: null, closedAt: null };
  await raisePathway(unit, row, returned.version, { state, ...nobodys, returnedBecause: reason });
  if (row.kind === "caf_redirect") await takeBackAgreement(unit, row.id, reason);
  await writeEntry(unit, actor, row, { id, kind: "returned", content: { reason, because } });
  await unit.audit({ kind: "pathway.returned", contactId: row.contactId, subjectId: row.id, facts: {} });
  if (row.kind === "social_work_referral") await takeFromWorker(unit, row.id, id);
  await resumeAccepting(unit, row.id);
  await oweHub(unit, "work-returned", id);
}

/** Its deadline is the one it had: going round a corner gives nobody more time. */
async function resumeAccepting(unit: Unit, pathwayId: string): Promise<void> {
  await unit.tx
    .update(clock)
    .set({ stoppedAt: null, stoppedById: null })
    .where(and(eq(clock.pathwayId, pathwayId), eq(clock.kind, "accept")));
}

/** Whoever was going to lead is not any more; and a family that will not go on has not agreed. */
async function takeBackAgreement({ tx }: Unit, pathwayId: string, reason: ReturnReason): Promise<void> {
  const over = reason === "refused" || reason === "withdrawn";
  await tx
    .update(cafRedirect)
    .set({ leadAcceptedAt: null, startCheckDueAt: null, ...(over && { familyAgreedOn: null }) })
    .where(eq(cafRedirect.pathwayId, pathwayId));
}
