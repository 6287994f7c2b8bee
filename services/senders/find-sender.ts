import type { SenderParticulars } from "#domain/sender";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { senderOf } from "./sender-of.ts";
import { readSender } from "./sender-particulars.ts";

export type KnownSender = SenderParticulars & { senderId: string };

export async function findSender(context: Context, secret: string | null): Promise<KnownSender | null> {
  if (secret === null) return null;
  return unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const senderId = await senderOf(unit, secret);
    const kept = senderId === null ? null : await readSender(unit, senderId);
    return senderId === null || kept === null ? null : { senderId, ...kept };
  });
}
