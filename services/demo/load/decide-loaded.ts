import { decision } from "#db/schema/decision";
import { feedback } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { addElapsed } from "#domain/clocks";
import { feedbackWords } from "#domain/feedback-words";
import { contentOf, type DecisionContent } from "../../decisions/content.ts";
import { seal } from "../../sealing/seal.ts";
import type { Arrived } from "./arrive.ts";
import type { Recommended } from "./screen-loaded.ts";
import type { Scribe } from "./sheaf.ts";
import { workDone } from "./work-done.ts";

/** A manager agreed with what was recommended for one child. @returns the decision's id */
export function decideLoaded(by: Scribe, { rows, key }: Arrived, made: Recommended): string {
  const { context, sheaf, now } = by;
  const id = context.newId();
  const contactId = rows.contact.id;
  const { outcome, record, childId } = made;
  const content: DecisionContent = {
    record,
    verdict: "agree",
    ownReason: "I read the whole contact and agree with the reasons given.",
    pattern: "",
    checks: [],
    formHash: "",
  };
  sheaf.add(decision, {
    id,
    contactId,
    contactChildId: childId,
    recommendationId: made.id,
    outcome,
    level: record.level,
    content: seal(key, contentOf("decision", id), content),
    decidedBy: (by.actor as StaffActor).id,
    decidedAt: now,
  });
  const feedbackId = context.newId();
  const availableAt = addElapsed(now, { minutes: context.settings.feedbackDelayMinutes });
  const words = feedbackWords(outcome, record.feedback);
  sheaf.add(feedback, {
    id: feedbackId,
    decisionId: id,
    contactId,
    content: seal(key, { table: "feedback", row: feedbackId, column: "content" }, words),
    availableAt,
  });
  const facts = { outcome, level: record.level, childId, supersedesId: null };
  by.audit(
    { kind: "decision.made", contactId, subjectId: id, facts },
    {
      kind: "child.state-changed",
      contactId,
      subjectId: childId,
      facts: { from: "recommended", to: "decided" },
    },
  );
  workDone(by, { kind: "route-decision", subjectId: id, facts: {} });
  if (rows.referrer.canBeEmailed)
    workDone(by, {
      kind: "send-message",
      subjectId: id,
      recipientId: rows.referrer.id,
      facts: { message: "decision-made", to: "referrer" },
      availableAt,
    });
  return id;
}
