import { eq } from "drizzle-orm";
import { callBack } from "#db/schema/calls";
import { staff } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { findingsAfter, nextTry, type CallBackEnding, type CallBackFinding } from "#domain/call-back";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { beginCall } from "../phone/start-call.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findCallBack, isTakenBy, openAsker, type Asker, type OwedCall } from "./open-call-back.ts";

export type CallBackPage = Omit<OwedCall, "takenBy"> & {
  ending: CallBackEnding | null;
  taken: "me" | "another" | null;
  /** Who makes it, or made it. */
  by: string | null;
  /** Only for whoever makes the call. */
  asker: Asker | null;
  asAt: Date;
};

/** @throws NotFound for a call that there is not */
export async function readCallBack(context: Context, actor: StaffActor, id: string): Promise<CallBackPage> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findCallBack(unit, actor, id);
    const taken = row.endedAt === null ? isTakenBy(row, actor, unit) : null;
    const asker = taken === "me" ? await openAsker(unit, row) : null;
    if (asker !== null) await unit.audit({ kind: "call-back.viewed", subjectId: row.id, facts: {} });
    const { about, danger, fromAt, untilAt, tries, ending } = row;
    const by = await nameOf(unit, row.endedBy ?? (taken === null ? null : row.takenBy));
    return { id: row.id, about, danger, fromAt, untilAt, tries, ending, taken, by, asker, asAt: unit.now };
  });
}

/** Somebody is about to make the call. @throws Conflict when another is */
export async function takeCallBack(context: Context, actor: StaffActor, id: string): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findCallBack(unit, actor, id, true);
    if (row.endedAt !== null) return;
    if (isTakenBy(row, actor, unit) === "another") throw new Conflict("Somebody else makes this call", null);
    await unit.tx
      .update(callBack)
      .set({ takenBy: actor.id, takenAt: unit.now })
      .where(eq(callBack.id, row.id));
    await unit.audit({ kind: "call-back.taken", subjectId: row.id, facts: {} });
  });
}

/**
 * Keeps what came of a call by whoever made it. Who asked is then gone from here; about a child it goes on as a phone
 * contact, which begins with what is known of the caller.
 * @returns the phone contact that it goes on as; null otherwise
 * @throws Conflict when it is not theirs any more
 */
export async function settleCallBack(
  context: Context,
  actor: StaffActor,
  { id, finding }: { id: string; finding: CallBackFinding },
): Promise<string | null> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findCallBack(unit, actor, id, true);
    if (row.endedAt !== null) return null;
    if (isTakenBy(row, actor, unit) !== "me") throw new Conflict("Take the call first", null);
    if (!findingsAfter(row.tries).includes(finding))
      throw new Invalid({ finding: "Try it again first: it was not tried often enough" });
    await unit.audit({ kind: "call-back.settled", subjectId: row.id, facts: { finding } });
    if (finding === "try_again") {
      const { from: fromAt, until: untilAt } = nextTry(unit.now, calendarOf(context.settings));
      await unit.tx
        .update(callBack)
        .set({ fromAt, untilAt, tries: row.tries + 1, takenBy: null, takenAt: null })
        .where(eq(callBack.id, row.id));
      return null;
    }
    const goesOn = finding === "written_down" ? { ...(await openAsker(unit, row)) } : null;
    await unit.tx
      .update(callBack)
      .set({ ending: finding, endedBy: actor.id, endedAt: unit.now, asker: null })
      .where(eq(callBack.id, row.id));
    return goesOn && beginCall(unit, actor, goesOn);
  });
}

async function nameOf({ tx }: Unit, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [found] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, id));
  return found?.name ?? null;
}
