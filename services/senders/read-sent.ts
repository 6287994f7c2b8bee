import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openSent, sendersWork } from "./open-sent.ts";
import { whatBecame, type SentPage } from "./what-became.ts";

/**
 * What became of something that was sent.
 * @throws NotFound when it is not theirs
 */
export async function readSent(
  context: Context,
  asked: { secret: string | null; reference: string },
): Promise<SentPage> {
  return unitOfWork(context, sendersWork, async (unit) => {
    const sent = await openSent(unit, asked);
    const { row, senderId } = sent;
    await unit.audit({ kind: "contact.tracked", contactId: row.id, subjectId: senderId, facts: {} });
    return whatBecame(unit, sent);
  });
}
