import { clock } from "#db/schema/decision";
import { section47 } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { assessmentDeadline, conferenceDeadline } from "#domain/onward-clocks";
import { startsSection47, type Finding } from "#domain/strategy";
import type { StrategyRecord } from "#domain/strategy-record";
import { calendarOf } from "#domain/working-calendar";
import { stopClocks } from "../clocks/stop-clocks.ts";
import { closePathway } from "../pathways/close-pathway.ts";
import { raisePathway } from "../pathways/raise-pathway.ts";
import { writeEntry } from "../pathways/write-entry.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { FoundDiscussion } from "./find-discussion.ts";

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
    content: { ...meeting, ...note, finding },
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
  await startClocks(unit, one, finding, heldAt);
}

/** What the finding starts: an assessment, and with section 47 a conference counted from this discussion. */
async function startClocks(
  unit: Unit,
  { work, decision }: FoundDiscussion["children"][number],
  finding: Finding,
  heldAt: Date,
): Promise<void> {
  const { settings, newId } = unit.context;
  const calendar = calendarOf(settings);
  const conference = conferenceDeadline(
    [{ heldAt, startedSection47: startsSection47(finding) }],
    settings,
    calendar,
  );
  const about = { contactId: work.contactId, contactChildId: work.contactChildId, pathwayId: work.id };
  const assessment = {
    ...about,
    id: newId(),
    kind: "assessment" as const,
    startedAt: decision.decidedAt,
    dueAt: assessmentDeadline(decision.decidedAt, settings, calendar),
    rule: "working days to finish an assessment",
  };
  const held = {
    ...about,
    id: newId(),
    kind: "conference" as const,
    startedAt: heldAt,
    rule: "working days to a conference",
  };
  await unit.tx
    .insert(clock)
    .values([assessment, ...(conference === null ? [] : [{ ...held, dueAt: conference }])])
    .onConflictDoNothing();
}
