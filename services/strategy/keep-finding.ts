import { section47 } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import type { StrategyRecord } from "#domain/strategy-record";
import { stopClocks } from "../clocks/stop-clocks.ts";
import { closePathway } from "../pathways/close-pathway.ts";
import { raisePathway } from "../pathways/raise-pathway.ts";
import { writeEntry } from "../pathways/write-entry.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { startClocks } from "./discussion-clocks.ts";
import type { FoundDiscussion } from "./find-discussion.ts";

import { keepVisit } from "./keep-visit.ts";

export const findingPlace = (row: string) => ({ table: "section47", row, column: "content" });

type Noted = StrategyRecord["children"][number];

/**
 * Keeps what a discussion wrote for one child: the whole record as an entry of the child's own work, and, where the core
 * was there, the finding with the clocks that it starts.
 */
export async function keepFinding(
  unit: Unit,
  actor: StaffActor,
  { row, children }: FoundDiscussion,
  { meeting, quorate }: StrategyRecord,
  { pathwayId, note, finding }: Noted,
  heldAt: Date,
): Promise<void> {
  const one = children.find(({ work }) => work.id === pathwayId);
  if (!one) return;
  const { work } = one;
  const id = unit.context.newId();
  await raisePathway(unit, work, work.version, {
    state: "active",
    firstRecordAt: work.firstRecordAt ?? unit.now,
  });
  await writeEntry(unit, actor, work, {
    id,
    kind: "strategy-record",
    content: { ...meeting, ...note, finding, discussionId: row.id },
  });
  await unit.audit({
    kind: "pathway.recorded",
    contactId: work.contactId,
    subjectId: work.id,
    facts: { entry: "strategy-record" },
  });
  if (!quorate || finding === "") return;
  const key = await readDataKey(unit, "contact", work.contactId);
  const findingId = unit.context.newId();
  await unit.tx.insert(section47).values({
    id: findingId,
    pathwayId,
    discussionId: row.id,
    finding,
    content: seal(key, findingPlace(findingId), note),
    decidedBy: actor.id,
    decidedAt: unit.now,
  });
  await stopClocks(unit, { kind: "hold_discussion", pathwayId }, id);
  if (finding === "none") return closePathway(unit, work, "no-enquiry");
  await Promise.all([startClocks(unit, one, finding, heldAt), keepVisit(unit, row.id, work, note, key)]);
}
