import type { StaffActor } from "#domain/actor";
import { addWorkingMinutes } from "#domain/clocks";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import { takesAll, type Narrowing } from "#domain/triage-narrowing";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { countTriage, type TriageCounts } from "./count-triage.ts";
import { watchArrivals, type ArrivalWatch } from "./count-arrivals.ts";
import { narrowedTo, type TriageFilter } from "./triage-filter.ts";
import { readTriageRows } from "./triage-rows.ts";
import { triageRow, type TriageRow } from "./triage-view.ts";

const rowsAPage = 50;
/** What "due soon" means: opening time, because nobody can decide while the hub is closed. */
export const soonMinutes = 120;

export type Triage = {
  asAt: Date;
  rows: TriageRow[];
  counts: TriageCounts;
  filter: TriageFilter;
  narrowing: Narrowing;
  /** What tells later what has come in since. */
  watch: ArrivalWatch;
  page: number;
  pages: number;
};

/**
 * One page of the queue as it stands at this moment, and its counters. It reads the contact tables alone, so a contact
 * is on the list as soon as its sender has the reference, whatever the queue or a worker does.
 */
export async function listTriage(
  context: Context,
  actor: StaffActor,
  { filter, narrowing = takesAll, page }: { filter: TriageFilter; narrowing?: Narrowing; page: number },
): Promise<Triage> {
  if (!may(actor, "see-triage")) throw new Forbidden("see-triage");
  return unitOfWork(context, actor, async (unit) => {
    const calendar = calendarOf(context.settings);
    const queue = {
      now: unit.now,
      soonUntil: addWorkingMinutes(unit.now, soonMinutes, calendar),
      actorId: actor.id,
      closesAt: nextClosing(unit.now, calendar),
      reader: actor,
      filter,
      narrowing: narrowedTo(narrowing, { actor, today: localDate(unit.now) }),
    };
    const [found, counts, watch] = await Promise.all([
      readTriageRows(unit, { ...queue, limit: rowsAPage, offset: (page - 1) * rowsAPage }),
      countTriage(unit, queue),
      watchArrivals(unit, actor),
    ]);
    const ids = found.map(({ id }) => id);
    const [keys] = await Promise.all([
      readDataKeys(unit, "contact", ids),
      unit.audit({ kind: "list.viewed", facts: { list: "triage", resultIds: ids } }),
    ]);
    const viewer = { actor, now: unit.now, calendar, context };
    return {
      asAt: unit.now,
      rows: found.map((row) => triageRow(row, keys.get(row.id), viewer)),
      counts,
      filter,
      narrowing,
      watch,
      page,
      pages: Math.max(1, Math.ceil(counts.narrowed / rowsAPage)),
    };
  });
}
