import { note, rating, recommendation } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { recordSchemas, type DecisionRecord } from "#domain/decision";
import type { Rating } from "#domain/rating";
import { localDate } from "#domain/time-words";
import { contentOf } from "../../decisions/content.ts";
import { seal } from "../../sealing/seal.ts";
import type { DemoOutcome } from "../records/demo-outcome.ts";
import { recordFor } from "../records/record-for.ts";
import type { Arrived } from "./arrive.ts";
import type { Scribe } from "./sheaf.ts";

/** A screener rated it and wrote down a call. @returns the rating's id, which stopped the rating clock */
export function rateLoaded(by: Scribe, { rows, key }: Arrived, code: Rating): string {
  const { context, sheaf, now } = by;
  const screener = by.actor as StaffActor;
  const id = context.newId();
  const contactId = rows.contact.id;
  const sealed = (table: string, row: string, column: string, text: string) =>
    seal(key, { table, row, column }, text);
  sheaf.add(rating, {
    id,
    contactId,
    code,
    reason: sealed(
      "rating",
      id,
      "reason",
      "Rated by what the sender saw and by what is known of the family.",
    ),
    ratedBy: screener.id,
    ratedAt: now,
  });
  by.audit({ kind: "contact.rated", contactId, subjectId: id, facts: { from: null, to: code } });
  if (code === "R" || code === "A") {
    const noteId = context.newId();
    const words = "Rang the sender, who stands by what they wrote and adds nothing new.";
    sheaf.add(note, {
      id: noteId,
      contactId,
      kind: "call",
      body: sealed("note", noteId, "body", words),
      authorId: screener.id,
      at: now,
    });
    by.audit({ kind: "contact.noted", contactId, subjectId: noteId, facts: { noteKind: "call" } });
  }
  return id;
}

export type Recommended = { id: string; childId: string } & DecisionRecord;

export function recommendLoaded(
  by: Scribe,
  { rows, key }: Arrived,
  about: {
    child: Arrived["children"][number];
    outcome: DemoOutcome;
    earlier: number;
    told: boolean;
    core: readonly string[];
  },
): Recommended {
  const { context, sheaf, now } = by;
  const { child, outcome } = about;
  const contactId = rows.contact.id;
  const form = recordFor(outcome, {
    child: child.name,
    today: localDate(now),
    parentsTold: about.told,
    earlierContacts: about.earlier,
    invited: about.core,
  });
  const record = recordSchemas[outcome].parse(form);
  const id = context.newId();
  sheaf.add(recommendation, {
    id,
    contactId,
    contactChildId: child.id,
    outcome,
    level: record.level,
    content: seal(key, contentOf("recommendation", id), record),
    recommendedBy: (by.actor as StaffActor).id,
    recommendedAt: now,
  });
  by.audit(
    {
      kind: "recommendation.made",
      contactId,
      subjectId: id,
      facts: { outcome, level: record.level, childId: child.id },
    },
    {
      kind: "child.state-changed",
      contactId,
      subjectId: child.id,
      facts: { from: "waiting", to: "recommended" },
    },
  );
  return { id, childId: child.id, outcome, record } as Recommended;
}
