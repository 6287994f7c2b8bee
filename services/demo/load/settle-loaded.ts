import { childStanding } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { seal } from "../../sealing/seal.ts";
import type { Arrived } from "./arrive.ts";
import type { Scribe } from "./sheaf.ts";

/** Children of the home who were looked at and set aside. */
export function settleLoaded(by: Scribe, { rows, key, children }: Arrived): void {
  const { context, sheaf, now } = by;
  for (const { id: contactChildId, decidedAbout } of children) {
    if (decidedAbout) continue;
    const id = context.newId();
    const place = { table: "child_standing", row: id, column: "reason" };
    sheaf.add(childStanding, {
      id,
      contactChildId,
      standing: "considered",
      reason: seal(key, place, "Safe and well, and not part of what was told."),
      ruledBy: (by.actor as StaffActor).id,
      ruledAt: now,
    });
    by.audit({
      kind: "child.standing-ruled",
      contactId: rows.contact.id,
      subjectId: contactChildId,
      facts: { standing: "considered" },
    });
  }
}
