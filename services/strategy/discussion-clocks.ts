import { clock } from "#db/schema/decision";
import { localInstant } from "#domain/local-time";
import {
  assessmentDeadline,
  childSeenDeadline,
  conferenceDeadline,
  policeProtectionEnds,
} from "#domain/onward-clocks";
import { startsSection47, type Finding } from "#domain/strategy";
import type { Meeting } from "#domain/strategy-record";
import { calendarOf } from "#domain/working-calendar";
import type { Unit } from "../unit-of-work.ts";
import type { FoundDiscussion } from "./find-discussion.ts";

type Child = FoundDiscussion["children"][number];

const about = ({ work }: Child) => ({
  contactId: work.contactId,
  contactChildId: work.contactChildId,
  pathwayId: work.id,
});

/**
 * What a finding starts: that the child is seen, an assessment, and with section 47 a conference counted from this
 * discussion. A clock that runs or ran already is left: a later discussion moves none.
 */
export async function startClocks(unit: Unit, child: Child, finding: Finding, heldAt: Date): Promise<void> {
  const { settings, newId } = unit.context;
  const calendar = calendarOf(settings);
  const started = startsSection47(finding);
  const decided = child.decision.decidedAt;
  const conference = conferenceDeadline([{ heldAt, startedSection47: started }], settings, calendar);
  const rows: (typeof clock.$inferInsert)[] = [
    {
      ...{ ...about(child), id: newId(), kind: "child_seen", startedAt: heldAt },
      dueAt: childSeenDeadline(heldAt, started ? "section_47" : "section_17", settings, calendar),
      rule: started ? "hours to see a child, section 47" : "working days to see a child, section 17",
    },
    {
      ...{ ...about(child), id: newId(), kind: "assessment", startedAt: decided },
      dueAt: assessmentDeadline(decided, settings, calendar),
      rule: "working days to finish an assessment",
    },
  ];
  if (conference !== null)
    rows.push({
      ...{ ...about(child), id: newId(), kind: "conference", startedAt: heldAt, dueAt: conference },
      rule: "working days to a conference",
    });
  await unit.tx.insert(clock).values(rows).onConflictDoNothing();
}

/** The police may keep a child safe for three days from when they took them, however long the record took. */
export async function startPoliceProtection(
  unit: Unit,
  { children }: Pick<FoundDiscussion, "children">,
  { policeTookOn, policeTookAt }: Meeting,
): Promise<void> {
  if (policeTookOn === "") return;
  const startedAt = localInstant(policeTookOn, policeTookAt);
  await unit.tx
    .insert(clock)
    .values(
      children.map((child) => ({
        ...{ ...about(child), id: unit.context.newId(), kind: "police_protection" as const, startedAt },
        ...{ dueAt: policeProtectionEnds(startedAt), rule: "hours of police protection" },
      })),
    )
    .onConflictDoNothing();
}
