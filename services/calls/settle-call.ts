import { and, eq, isNull } from "drizzle-orm";
import { expectedCall } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { CallFinding } from "#domain/expected-call";
import { may } from "#domain/permissions";
import { findContact } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import type { ExpectedRow } from "./list-expected.ts";

export type CallView = ExpectedRow & { ending: (typeof expectedCall.$inferSelect)["ending"]; asAt: Date };

/** @throws NotFound for whoever may not chase it, and for one that there is not */
export async function readCall(context: Context, actor: StaffActor, id: string): Promise<CallView> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findCall(unit, actor, id);
    const { audience, danger, called999, since, ending } = row;
    return { id: row.id, audience, danger, called999, since, ending, asAt: unit.now };
  });
}

/**
 * Somebody says what became of a call that was expected. The first to say it is right; whoever comes later finds it
 * settled.
 * @throws Invalid by `reference` when it says no contact that they know of
 */
export async function settleCall(
  context: Context,
  actor: StaffActor,
  { id, finding, reference }: { id: string; finding: CallFinding; reference: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const call = await findCall(unit, actor, id);
    const contactId = finding === "joined" ? await idOf(unit, actor, reference) : null;
    const settled = await unit.tx
      .update(expectedCall)
      .set({ ending: finding, endedBy: actor.id, endedAt: unit.now, contactId })
      .where(and(eq(expectedCall.id, call.id), isNull(expectedCall.endedAt)))
      .returning({ id: expectedCall.id });
    if (settled.length === 0) return;
    await unit.audit({
      kind: "call.settled",
      subjectId: call.id,
      ...(contactId === null ? {} : { contactId }),
      facts: { finding },
    });
  });
}

async function findCall(unit: Unit, actor: StaffActor, id: string) {
  if (!may(actor, "see-duty") || !may(actor, "see-triage")) throw new Forbidden("see-duty");
  const [row] = isId(id) ? await unit.tx.select().from(expectedCall).where(eq(expectedCall.id, id)) : [];
  if (row === undefined) throw new NotFound("no such call");
  return row;
}

async function idOf(unit: Unit, actor: StaffActor, reference: string): Promise<string> {
  try {
    const { row } = await findContact(unit, actor, reference);
    return row.id;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Invalid({ reference: "Type the reference of a contact, such as 7KQ4 M2XD" });
  }
}
