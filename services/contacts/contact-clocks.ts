import type { clock } from "#db/schema/decision";
import { dangerFacts, decisionDeadline, isUrgentOutOfHours, ratingDeadline } from "#domain/clocks";
import type { Audience } from "#domain/intake";
import { calendarOf } from "#domain/working-calendar";
import type { Unit } from "../unit-of-work.ts";
import type { ContactRows } from "./contact-rows.ts";

/** The clocks that start when a contact arrives: a decision for each subject child, and a rating for the contact. */
export function contactClocks(
  unit: Pick<Unit, "context">,
  rows: ContactRows,
  receivedAt: Date,
  audience: Audience,
) {
  const { settings, newId } = unit.context;
  const calendar = calendarOf(settings);
  const facts = {
    rating: null,
    danger: rows.contact.danger,
    senderUnder18: audience === "young_person",
    nextEventAt: rows.contact.nextEventAt,
  };
  const tonight = isUrgentOutOfHours(facts, receivedAt, calendar);
  const urgent = dangerFacts(facts).length > 0 || tonight;
  const decideBy = decisionDeadline(receivedAt, calendar);
  const start = { contactId: rows.contact.id, startedAt: receivedAt };
  const decisions = rows.children
    .filter((child) => child.standing === "subject")
    .map((child) => ({
      ...start,
      id: newId(),
      kind: "decision" as const,
      contactChildId: child.id,
      dueAt: decideBy,
      rule: "one working day",
    }));
  const rating = {
    ...start,
    id: newId(),
    kind: "rating" as const,
    contactChildId: null,
    dueAt: ratingDeadline(receivedAt, urgent, settings, calendar),
    rule: urgent ? "elapsed minutes" : "working minutes",
  };
  return { decideBy, urgent, tonight, rows: [...decisions, rating] satisfies (typeof clock.$inferInsert)[] };
}
