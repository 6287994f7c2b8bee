import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import { addWorkingMinutes } from "#domain/clocks";
import { may } from "#domain/permissions";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import { readDataKeys } from "../sealing/data-keys.ts";
import { soonMinutes } from "../triage/list-triage.ts";
import { readTriageRows } from "../triage/triage-rows.ts";
import { triageRow, type TriageRow } from "../triage/triage-view.ts";
import type { Unit } from "../unit-of-work.ts";

export type ToHandOver = { contactId: string; row: TriageRow };

const atMost = 100;

/**
 * What somebody holds and has not offered to anybody; for a manager also what is Red or has a sign of danger and is on
 * nobody's desk, because nothing of that may be there when the lights go out.
 */
export async function listToHandOver(unit: Unit, actor: StaffActor): Promise<ToHandOver[]> {
  const { settings } = unit.context;
  const calendar = calendarOf(settings);
  const queue = {
    now: unit.now,
    soonUntil: addWorkingMinutes(unit.now, soonMinutes, calendar),
    actorId: actor.id,
    closesAt: nextClosing(unit.now, calendar),
    reader: actor,
    ...{ limit: atMost, offset: 0 },
  };
  const notOffered = sql`not exists (select from hand_over o where o.contact_id = queue.id and o.ended_at is null)`;
  const [mine, pressing] = await Promise.all([
    readTriageRows(unit, { ...queue, filter: "mine", narrowing: notOffered }),
    may(actor, "take-over")
      ? readTriageRows(unit, {
          ...queue,
          filter: "all",
          narrowing: sql`not held and step <= 1 and ${notOffered}`,
        })
      : [],
  ]);
  const rows = [...mine, ...pressing];
  const keys = await readDataKeys(
    unit,
    "contact",
    rows.map(({ id }) => id),
  );
  const viewer = { actor, now: unit.now, calendar, context: unit.context };
  return rows.map((row) => ({ contactId: row.id, row: triageRow(row, keys.get(row.id), viewer) }));
}
