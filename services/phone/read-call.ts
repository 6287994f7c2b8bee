import { and, count, desc, eq, isNull } from "drizzle-orm";
import { phoneCall } from "#db/schema/calls";
import { attachment, contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { findReceipt, type Receipt } from "../contacts/find-receipt.ts";
import { actOnProven } from "../acting-as.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { listCallBacks, type OwedCall } from "../calls/open-call-back.ts";
import { listUnsent, type Unsent } from "../unsent/list-unsent.ts";
import { lookUpCall, type CallMatch } from "./look-up-call.ts";
import { openCall, type TypedCall } from "./open-call.ts";

export type CallPage = {
  id: string;
  startedAt: Date;
  savedAt: Date;
  typed: TypedCall;
  ending: "sent" | "advice" | null;
  /** What to read out once it is sent. */
  receipt: Receipt | null;
  matches: CallMatch[];
  /** How many came with it so far. */
  files: number;
  /** What they had typed into it, in this tab or another, and never sent or looked up. */
  unsent: Unsent[];
};

/** @throws NotFound when it is not theirs */
export async function readPhoneCall(context: Context, actor: StaffActor, id: string): Promise<CallPage> {
  return unitOfWork(context, actor, async (unit) => {
    const { row, typed } = await openCall(unit, actor, id);
    const unsent = await listUnsent(unit, actor, { contactId: null, callId: row.id }, "call");
    const matches = row.endedAt === null ? await lookUpCall(unit, actor, typed, row.id) : [];
    // What they sent themselves a moment ago, whatever else they may read, and what they add to it.
    await actOnProven(unit);
    const [added] = await unit.tx
      .select({ n: count() })
      .from(attachment)
      .where(eq(attachment.callId, row.id));
    return {
      ...{ id: row.id, startedAt: row.startedAt, savedAt: row.savedAt, typed, ending: row.ending, matches },
      files: added?.n ?? 0,
      unsent,
      receipt: row.ending === "sent" ? await findReceipt(unit, row.id) : null,
    };
  });
}

export type MyCall = { id: string; startedAt: Date; reference: string | null };

/** Calls that the hub owes, and those of one's own: still open, the newest first, and the last that were sent. */
export async function listCalls(
  context: Context,
  actor: StaffActor,
): Promise<{ open: MyCall[]; sent: MyCall[]; owed: OwedCall[]; asAt: Date }> {
  if (!may(actor, "take-calls")) throw new Forbidden("take-calls");
  return unitOfWork(context, actor, async (unit) => {
    const columns = { id: phoneCall.id, startedAt: phoneCall.startedAt, reference: contact.reference };
    const mine = eq(phoneCall.takenBy, actor.id);
    const from = () =>
      unit.tx.select(columns).from(phoneCall).leftJoin(contact, eq(contact.id, phoneCall.contactId));
    const open = await from()
      .where(and(mine, isNull(phoneCall.endedAt)))
      .orderBy(desc(phoneCall.startedAt))
      .limit(20);
    const sent = await from()
      .where(and(mine, eq(phoneCall.ending, "sent")))
      .orderBy(desc(phoneCall.startedAt))
      .limit(10);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "calls", resultIds: [...open, ...sent].map(({ id }) => id) },
    });
    const owed = await listCallBacks(unit);
    const owedIds = owed.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "call-backs", resultIds: owedIds } });
    return { open, sent, owed, asAt: unit.now };
  });
}
