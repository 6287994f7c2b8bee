import { eq } from "drizzle-orm";
import { callBack } from "#db/schema/calls";
import { dataKey } from "#db/schema/proof";
import { callBackSlots, owedFrom, type AskedCallBack } from "#domain/call-back";
import type { DangerAnswer } from "#domain/intake";
import { attemptLimits } from "#domain/sign-in";
import { calendarOf } from "#domain/working-calendar";
import { actOnSent } from "../acting-as.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound, TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { isId } from "../new-id.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { auditIfPossible } from "./audit-if-possible.ts";
import { sealAsker } from "./open-call-back.ts";

/**
 * Keeps that somebody wants to be called. The same key never asks twice.
 * @throws Invalid by `slot` for a time that is not offered any more, TooManyAttempts for a network that asks too often
 */
export async function askCallBack(
  context: Context,
  { asked, network }: { asked: AskedCallBack; network: string },
): Promise<void> {
  const until = await spendAttempts(context, [
    { name: "call-back-network", of: network, ...attemptLimits["call-back-network"] },
  ]);
  if (until) throw new TooManyAttempts(until);
  await unitOfWork(context, { kind: "public" }, async (unit) => {
    const { key: id, slot: code, danger, about, ...asker } = asked;
    await actOnSent(unit, id);
    const [before] = await unit.tx.select({ id: callBack.id }).from(callBack).where(eq(callBack.id, id));
    if (before) return;
    const slot = callBackSlots(unit.now, calendarOf(context.settings)).find((one) => one.code === code);
    if (slot === undefined) throw new Invalid({ slot: "slot" });
    const { from: fromAt, until: untilAt } = owedFrom(danger, slot, unit.now);
    const { key, row } = newDataKey(context.keys, "call", id);
    const made = await unit.tx
      .insert(callBack)
      .values({
        ...{ id, askedAt: unit.now, about, danger, fromAt, untilAt },
        asker: sealAsker(key, id, asker),
      })
      .onConflictDoNothing()
      .returning({ id: callBack.id });
    if (made.length === 0) return;
    await unit.tx.insert(dataKey).values(row);
    await auditIfPossible(unit, { kind: "call-back.asked", subjectId: id, facts: { about, danger } });
  });
}

export type CallBackReceipt = { from: Date; until: Date; danger: DangerAnswer; asAt: Date };

/** What whoever asked is told. @throws NotFound for a key with which nobody asked */
export async function readCallBackReceipt(context: Context, id: string): Promise<CallBackReceipt> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    if (!isId(id)) throw new NotFound("no such call");
    await actOnSent(unit, id);
    const [row] = await unit.tx.select().from(callBack).where(eq(callBack.id, id));
    if (row === undefined) throw new NotFound("no such call");
    return { from: row.fromAt, until: row.untilAt, danger: row.danger, asAt: unit.now };
  });
}
