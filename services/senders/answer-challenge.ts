import { and, desc, eq, isNull } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import { referrer } from "#db/schema/intake";
import { challenge } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { mayAnswerChallenge, type ChallengeOutcome } from "#domain/challenge";
import { findContact } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** Who decided about the children of a contact, or answered about it before: none of them answers again. */
export async function decidersOf({ tx }: Unit, contactId: string): Promise<string[]> {
  const [decided, answered] = await Promise.all([
    tx.select({ by: decision.decidedBy }).from(decision).where(eq(decision.contactId, contactId)),
    tx.select({ by: challenge.answeredBy }).from(challenge).where(eq(challenge.contactId, contactId)),
  ]);
  return [...decided, ...answered].flatMap(({ by }) => (by === null ? [] : [by]));
}

/**
 * A manager who did not decide answers whoever disagrees. A decision that changes is made on its own page first.
 * @throws Invalid when there is nothing to answer any more
 */
export async function answerChallenge(
  context: Context,
  actor: StaffActor,
  { reference, outcome, text }: { reference: string; outcome: ChallengeOutcome; text: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContact(unit, actor, reference);
    if (!mayAnswerChallenge(actor, await decidersOf(unit, row.id)))
      throw new Forbidden("another manager answers");
    const [room] = await unit.tx
      .select({ id: referrer.id, canBeEmailed: referrer.canBeEmailed })
      .from(referrer)
      .where(eq(referrer.contactId, row.id));
    const [open] = await unit.tx
      .select({ id: challenge.id, stage: challenge.stage })
      .from(challenge)
      .where(and(eq(challenge.contactId, row.id), isNull(challenge.answeredAt)))
      .orderBy(desc(challenge.stage))
      .for("update");
    if (!room) throw new NotFound("a contact without its referrer");
    if (!open) throw new Invalid({ text: "It was answered meanwhile" });
    const key = await readDataKey(unit, "referrer", room.id);
    const answer = seal(key, { table: "challenge", row: open.id, column: "answer" }, text);
    await unit.tx
      .update(challenge)
      .set({ answer, outcome, answeredBy: actor.id, answeredAt: unit.now })
      .where(eq(challenge.id, open.id));
    await unit.audit({
      kind: "challenge.answered",
      contactId: row.id,
      subjectId: open.id,
      facts: { stage: open.stage, outcome },
    });
    if (!room.canBeEmailed) return;
    await unit.owe({
      kind: "send-message",
      subjectId: open.id,
      recipientId: room.id,
      facts: { message: "challenge-answered", to: "referrer" },
    });
  });
}
