import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { knownRow } from "../contacts/known-to.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** From when somebody who looks at a list counts, and how many had come since then when it was made. */
export type ArrivalWatch = { from: Date; had: number };

/**
 * Counting begins this long before the list was made: a contact has the time at which its transaction began, so one that
 * was being kept at that moment has an earlier time than the list that does not show it yet.
 */
const overlapMinutes = 10;

/** A screen that was left open for longer is told to load the list again, and costs no count of everything since. */
const countedForHours = 24;

export async function watchArrivals(unit: Unit, actor: StaffActor): Promise<ArrivalWatch> {
  const from = new Date(unit.now.getTime() - overlapMinutes * 60_000);
  return { from, had: await arrivedSince(unit, actor, from) };
}

/** How many contacts have come in since a list was made; of what does not exist for this person, none. */
export async function countArrivals(
  context: Context,
  actor: StaffActor,
  { from, had }: ArrivalWatch,
): Promise<number> {
  if (!may(actor, "see-triage")) throw new Forbidden("see-triage");
  return unitOfWork(context, actor, async (unit) => {
    const earliest = unit.now.getTime() - countedForHours * 3_600_000;
    const since = new Date(Math.max(from.getTime(), earliest));
    return Math.max(0, (await arrivedSince(unit, actor, since)) - had);
  });
}

async function arrivedSince({ tx }: Unit, actor: StaffActor, from: Date): Promise<number> {
  const [row] = await tx.execute<{ arrived: number }>(sql`
    select count(*)::int as arrived from contact
    where received_at >= ${from.toISOString()}::timestamptz and ${knownRow(actor, sql`contact`)}`);
  return row?.arrived ?? 0;
}
