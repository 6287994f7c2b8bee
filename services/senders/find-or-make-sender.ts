import { inArray } from "drizzle-orm";
import { dataKey } from "#db/schema/proof";
import { sender } from "#db/schema/senders";
import { newDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";
import { senderKey, senderKeys } from "./sender-key.ts";
import { sealSender } from "./sender-particulars.ts";

/** The sender of an address, made when it is new. Two that make the same one at once get the same. */
export async function findOrMakeSender(unit: Unit, email: string): Promise<string> {
  const { tx, context, now } = unit;
  const keys = senderKeys(context.keys, email);
  const find = () => tx.select({ id: sender.id }).from(sender).where(inArray(sender.emailKey, keys));
  const [known] = await find();
  if (known) return known.id;
  const id = context.newId();
  const { key, row } = newDataKey(context.keys, "sender", id);
  const particulars = sealSender(key, id, { email, you: null });
  const [made] = await tx
    .insert(sender)
    .values({ id, ...senderKey(context.keys, email), particulars, madeAt: now })
    .onConflictDoNothing()
    .returning({ id: sender.id });
  if (made) await tx.insert(dataKey).values(row);
  return made?.id ?? (await find())[0]?.id ?? id;
}
