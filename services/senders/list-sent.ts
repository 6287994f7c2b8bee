import { and, count, desc, eq, isNull } from "drizzle-orm";
import { contact, referrer } from "#db/schema/intake";
import type { SentStage } from "#domain/sent";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { sendersWork } from "./open-sent.ts";
import { senderOf } from "./sender-of.ts";
import { stagesOf } from "./stages-of.ts";

export type SentRow = {
  reference: string;
  receivedAt: Date;
  stage: SentStage;
  news: boolean;
  asked: boolean;
};

const sentPageSize = 20;

/** What the sender of this browser has sent, the newest first. */
export async function listSent(
  context: Context,
  { secret, page }: { secret: string | null; page: number },
): Promise<{ rows: SentRow[]; pages: number }> {
  return unitOfWork(context, sendersWork, async (unit) => {
    const senderId = await senderOf(unit, secret);
    if (senderId === null) return { rows: [], pages: 1 };
    const mine = and(eq(referrer.senderId, senderId), isNull(contact.erasedAt));
    const all = unit.tx
      .select({ n: count() })
      .from(referrer)
      .innerJoin(contact, eq(contact.id, referrer.contactId))
      .where(mine);
    const some = unit.tx
      .select({ id: contact.id, reference: contact.reference, receivedAt: contact.receivedAt })
      .from(referrer)
      .innerJoin(contact, eq(contact.id, referrer.contactId))
      .where(mine)
      .orderBy(desc(referrer.id))
      .limit(sentPageSize)
      .offset((page - 1) * sentPageSize);
    const [[total], rows] = await Promise.all([all, some]);
    const stages = await stagesOf(
      unit,
      rows.map(({ id }) => id),
    );
    return {
      rows: rows.flatMap(({ id, ...row }) => {
        const stage = stages.get(id);
        return stage === undefined ? [] : [{ ...row, ...stage }];
      }),
      pages: Math.max(1, Math.ceil((total?.n ?? 0) / sentPageSize)),
    };
  });
}
