import { draftNotice } from "#db/schema/intake";
import type { Unit } from "../unit-of-work.ts";

/** Owes an email about a draft to one sender. */
export async function oweNotice(
  unit: Unit,
  {
    draftId,
    senderId,
    message,
  }: { draftId: string; senderId: string; message: "draft-unfinished" | "draft-offered" },
): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(draftNotice).values({ id, draftId, madeAt: unit.now });
  await unit.owe({
    kind: "send-message",
    subjectId: id,
    recipientId: senderId,
    facts: { message, to: "sender" },
  });
}
