import type { section47 } from "#db/schema/strategy";
import { ageInWords, childName } from "#domain/child-name";
import type { ChildParticulars } from "#domain/contact-facts";
import type { Records } from "#domain/decision";
import type { ChildNote } from "#domain/strategy-record";
import { localDate } from "#domain/time-words";
import { contentOf, type DecisionContent } from "../decisions/content.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { FoundDiscussion } from "./find-discussion.ts";
import { findingPlace } from "./keep-finding.ts";

/** The children of a discussion: who they are, why it was called, and what was found. */
export function discussionChildren(
  unit: Unit,
  { children }: FoundDiscussion,
  findings: readonly (typeof section47.$inferSelect)[],
  key: Buffer,
  withFindings: boolean,
) {
  const today = localDate(unit.now);
  return children.map(({ work, child, decision }) => {
    const place = { table: "contact_child", row: child.id, column: "particulars" };
    const { description, birth } = open<ChildParticulars>(key, place, child.particulars);
    const unborn = birth.kind === "unborn";
    // A strategy discussion is made by one outcome alone, so the record is of that outcome.
    const record = open<DecisionContent>(key, contentOf("decision", decision.id), decision.content)
      .record as Records["strategy_discussion"];
    const finding = withFindings ? findings.find(({ pathwayId }) => pathwayId === work.id) : undefined;
    return {
      pathwayId: work.id,
      state: work.state,
      name: childName({ ...child, description, unborn }),
      age: ageInWords({ ...child, unborn }, today),
      dateOfBirth: child.dateOfBirth,
      reason: record.reason,
      harmSuspected: record.harmSuspected,
      safeNow: record.safeNow,
      urgency: record.urgency,
      finding: finding?.finding ?? null,
      note: finding ? open<Partial<ChildNote>>(key, findingPlace(finding.id), finding.content) : null,
    };
  });
}
