import { eq } from "drizzle-orm";
import { challenge } from "#db/schema/pathways";
import { challengeDue, nextStage } from "#domain/challenge";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Conflict, NotFound } from "../errors.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openSent, sendersWork } from "./open-sent.ts";
import { isKnown } from "./what-became.ts";
import { stagesOf } from "./stages-of.ts";

/**
 * Whoever sent it does not agree with what was decided. Each time somebody else answers, by a clock of its own.
 * @throws NotFound when it is not theirs, is not decided, or they may not read what was decided
 * @throws Conflict while one is open, and after the last stage
 */
export async function raiseChallenge(
  context: Context,
  given: { secret: string | null; reference: string; text: string },
): Promise<void> {
  await unitOfWork(context, sendersWork, async (unit) => {
    const sent = await openSent(unit, given);
    const { row, room, senderId } = sent;
    const stands = (await stagesOf(unit, [row.id])).get(row.id);
    if (stands?.stage !== "decided" || !(await isKnown(unit, sent)))
      throw new NotFound("nothing to disagree with");
    const before = await unit.tx.select().from(challenge).where(eq(challenge.contactId, row.id));
    const stage = nextStage(before);
    if (stage === null) throw new Conflict("nothing more can be asked here", null);
    const id = context.newId();
    const key = await readDataKey(unit, "referrer", room.id);
    const made = await unit.tx
      .insert(challenge)
      .values({
        ...{ id, stage, contactId: row.id, raisedAt: unit.now },
        content: seal(key, { table: "challenge", row: id, column: "content" }, given.text),
        dueAt: challengeDue(stage, unit.now, calendarOf(context.settings)),
      })
      .onConflictDoNothing()
      .returning({ id: challenge.id });
    // Pressed twice: the first one stands.
    if (made.length === 0) return;
    await unit.audit({ kind: "challenge.raised", contactId: row.id, subjectId: senderId, facts: { stage } });
    await oweHub(unit, "challenge-raised", id);
  });
}
