import { eq } from "drizzle-orm";
import { strategyAttendance } from "#db/schema/strategy";
import type { Attendee } from "#domain/strategy-record";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { FoundDiscussion } from "./find-discussion.ts";

export const attendeePlace = (row: string) => ({ table: "strategy_attendance", row, column: "attendee" });

/** Writes down who took part for which organisation, and tells each that the record waits for it to agree. */
export async function markPresent(
  unit: Unit,
  key: Buffer,
  { attendance }: Pick<FoundDiscussion, "attendance">,
  present: readonly Attendee[],
): Promise<void> {
  for (const { row } of attendance) {
    const one = present.find(({ organisationId }) => organisationId === row.organisationId);
    await unit.tx
      .update(strategyAttendance)
      .set({
        present: one !== undefined,
        attendee: one === undefined ? null : seal(key, attendeePlace(row.id), { name: one.name }),
        presentHow: one?.how ?? null,
      })
      .where(eq(strategyAttendance.id, row.id));
    if (one === undefined) continue;
    await unit.owe({
      ...{ kind: "send-message", subjectId: row.id, recipientId: row.organisationId },
      facts: { message: "strategy-ready", to: "organisation" },
    });
  }
}
