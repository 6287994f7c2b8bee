import { clock } from "#db/schema/decision";
import type { pathway } from "#db/schema/pathways";
import { allocateDeadline } from "#domain/onward-clocks";
import { calendarOf } from "#domain/working-calendar";
import type { Unit } from "../unit-of-work.ts";

/**
 * A team that has accepted a child finds a worker in time. The time counts from the first acceptance of all: another
 * team that takes the child over later has what is left of it.
 */
export async function startAllocating(
  unit: Unit,
  work: Pick<typeof pathway.$inferSelect, "id" | "contactId" | "contactChildId">,
): Promise<void> {
  const { settings, newId } = unit.context;
  await unit.tx
    .insert(clock)
    .values({
      ...{ id: newId(), kind: "allocate", pathwayId: work.id },
      ...{ contactId: work.contactId, contactChildId: work.contactChildId },
      startedAt: unit.now,
      dueAt: allocateDeadline(unit.now, settings, calendarOf(settings)),
      rule: "working hours to give to a worker",
    })
    .onConflictDoUpdate({
      target: [clock.kind, clock.contactId, clock.contactChildId, clock.pathwayId],
      set: { stoppedAt: null, stoppedById: null },
    });
}
