import { eq, ne } from "drizzle-orm";
import { sender } from "#db/schema/senders";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { senderKey } from "./sender-key.ts";
import { readSender } from "./sender-particulars.ts";

const batchSize = 100;

/** Keeps senders under the version of the lookup key that is in use, a small batch a transaction. It may be run twice at once. */
export async function rekeySenders(context: Context): Promise<number> {
  for (let all = 0; ;) {
    const done = await unitOfWork(context, { kind: "system", process: "rekey" }, async (unit) => {
      const older = await unit.tx
        .select({ id: sender.id })
        .from(sender)
        .where(ne(sender.keyVersion, context.keys.lookup.current))
        .limit(batchSize)
        .for("update", { skipLocked: true });
      for (const { id } of older) {
        const kept = await readSender(unit, id);
        if (kept)
          await unit.tx.update(sender).set(senderKey(context.keys, kept.email)).where(eq(sender.id, id));
      }
      return older.length;
    });
    if (done === 0) return all;
    all += done;
  }
}
