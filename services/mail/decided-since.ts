import { sql } from "drizzle-orm";
import type { DroppedBecause } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/** Every child whose decision was due then has one. */
export async function isDecidedSince(unit: Unit, alarmId: string): Promise<DroppedBecause | null> {
  const running = sql`select 1 from clock_alarm a join clock k on k.contact_id = a.contact_id and k.due_at = a.due_at
    where a.id = ${alarmId} and k.kind = 'decision' and k.stopped_at is null`;
  return (await unit.tx.execute(running)).length > 0 ? null : "over";
}
