import { eq, sql } from "drizzle-orm";
import { phoneCall } from "#db/schema/calls";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { addressIn, callSubmission, childrenIn, type Call } from "#domain/phone-call";
import { localDate } from "#domain/time-words";
import { actOnProven } from "../acting-as.ts";
import { receiveContact } from "../contacts/receive-contact.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { handOverFiles } from "../files/hand-over-files.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openCall, sealCall } from "./open-call.ts";

/**
 * Sends a call to triage: the contact was received when the call began. Pressing twice makes one contact.
 * @param input.cutOff the line went dead: what is there is sent, and is marked as not whole
 * @returns the reference to give to the caller
 */
export async function sendCall(
  context: Context,
  actor: StaffActor,
  { id, call, cutOff = false }: { id: string; call: Call; cutOff?: boolean },
): Promise<string> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, key } = await openCall(unit, actor, id, true);
    // Whoever takes a call writes what a sender's form would write, in rooms that they may not read.
    await actOnProven(unit);
    if (row.contactId !== null) return referenceOf();
    const submission = { ...callSubmission(call, localDate(unit.now)), partial: cutOff };
    await receiveContact(unit, submission, {
      channel: "phone",
      idempotencyKey: row.id,
      receivedAt: row.startedAt,
    });
    const [made] = await unit.tx
      .select({ id: contact.id, reference: contact.reference })
      .from(contact)
      .where(eq(contact.idempotencyKey, row.id));
    if (made) await handOverFiles(unit, { owner: { callId: row.id }, key }, made.reference);
    await unit.tx
      .update(phoneCall)
      .set({
        ...{ endedAt: unit.now, ending: "sent", contactId: made?.id ?? null },
        // What was typed is the contact's now, and goes with it when it is erased.
        typed: sealCall(key, row.id, {}),
      })
      .where(eq(phoneCall.id, row.id));
    return referenceOf();

    async function referenceOf(): Promise<string> {
      const [found] = await unit.tx
        .select({ reference: contact.reference })
        .from(contact)
        .where(eq(contact.idempotencyKey, id));
      return found?.reference ?? "";
    }
  });
}

/**
 * Ends a call in which no child was named: somebody asked for advice and got it. Nothing that was typed is kept.
 * @throws Invalid when there is a clue to a child in it: then it is a contact
 */
export async function endAdviceCall(context: Context, actor: StaffActor, id: string): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, key, typed } = await openCall(unit, actor, id, true);
    if (row.endedAt !== null) return;
    if (childrenIn(typed, localDate(unit.now)).length > 0 || addressIn(typed) !== null)
      throw new Invalid({
        child1: "There is a child or a place in it, so it is a contact: send it to triage",
      });
    await unit.tx.execute(sql`select frontdoor_drop_call_files(${row.id}::uuid, null)`);
    await unit.tx
      .update(phoneCall)
      .set({ endedAt: unit.now, ending: "advice", typed: sealCall(key, row.id, {}) })
      .where(eq(phoneCall.id, row.id));
    await unit.audit({ kind: "call.ended", subjectId: row.id, facts: { as: "advice" } });
  });
}
