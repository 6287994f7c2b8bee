import { handOver } from "#db/schema/hand-over";
import { acceptBy } from "#domain/hand-over";
import { calendarOf } from "#domain/working-calendar";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * What came or turned urgent while the hub is closed is offered to whoever works tonight, by the service itself: they say
 * by name that they have it, or the on-call manager is alarmed. What only cleared staff may know of is told to managers
 * alone, one by one, and is on the on-call manager's list.
 */
export async function offerToNight(
  unit: Unit,
  { id: contactId, clearedOnlySince }: { id: string; clearedOnlySince: Date | null },
): Promise<void> {
  const { settings, newId } = unit.context;
  const id = newId();
  await unit.tx
    .insert(handOver)
    .values({
      ...{ id, contactId, target: "night" as const, offeredAt: unit.now },
      acceptBy: acceptBy("night", unit.now, settings, calendarOf(settings)),
    })
    .onConflictDoNothing();
  if (clearedOnlySince === null)
    await tellOneByOne(unit, {
      ...{ contactId, subjectId: contactId, message: "red-contact" },
      roles: ["out_of_hours"],
    });
}
