import { eq } from "drizzle-orm";
import { sender } from "#db/schema/senders";
import type { SenderParticulars } from "#domain/sender";
import { readDataKey } from "../sealing/data-keys.ts";
import { open, seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

const place = (row: string) => ({ table: "sender", row, column: "particulars" });

export const sealSender = (key: Buffer, senderId: string, particulars: SenderParticulars) =>
  seal(key, place(senderId), particulars);

/** What is kept of a sender; for the system alone. */
export async function readSender(unit: Unit, senderId: string): Promise<SenderParticulars | null> {
  const [found] = await unit.tx.select().from(sender).where(eq(sender.id, senderId));
  if (!found) return null;
  const key = await readDataKey(unit, "sender", senderId);
  return open<SenderParticulars>(key, place(senderId), found.particulars);
}
