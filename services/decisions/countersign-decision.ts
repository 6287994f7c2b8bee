import { eq } from "drizzle-orm";
import { countersignature, decision } from "#db/schema/decision";
import type { StaffActor } from "#domain/actor";
import { sentence } from "#domain/decision-fields";
import { may } from "#domain/permissions";
import { mayCountersign } from "#domain/signing";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

const noteSchema = sentence("Say in one sentence what you checked");

/**
 * A second manager signs what somebody decided alone out of hours. It changes nothing that was decided: who disagrees
 * makes a new decision. Signing what is signed already changes nothing either.
 * @throws Invalid by `note`
 */
export async function countersignDecision(
  context: Context,
  actor: StaffActor,
  input: { decisionId: string; note: unknown },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const [found] = isId(input.decisionId)
      ? await unit.tx.select().from(decision).where(eq(decision.id, input.decisionId))
      : [];
    if (!found || found.countersignBy === null) throw new NotFound("no decision to countersign");
    const signing = mayCountersign(actor, found.decidedBy);
    if (signing.kind === "refused") throw new Forbidden(signing.because);
    if (!may(actor, "countersign", { decidedById: found.decidedBy })) throw new Forbidden("countersign");
    const note = noteSchema.safeParse(input.note);
    if (!note.success) throw new Invalid({ note: note.error.issues[0]?.message ?? "Write a sentence" });
    const key = await readDataKey(unit, "contact", found.contactId);
    const place = { table: "countersignature", row: found.id, column: "note" };
    const signed = await unit.tx
      .insert(countersignature)
      .values({
        decisionId: found.id,
        note: seal(key, place, note.data),
        signedBy: actor.id,
        signedAt: unit.now,
      })
      .onConflictDoNothing()
      .returning({ id: countersignature.decisionId });
    if (signed.length === 0) return;
    await stopClocks(unit, { kind: "countersign", contactChildId: found.contactChildId }, found.id);
    await unit.audit({
      kind: "decision.countersigned",
      contactId: found.contactId,
      subjectId: found.id,
      facts: {},
    });
  });
}
