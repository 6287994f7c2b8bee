import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { alarmStages } from "#domain/decision-alarms";
import { clockKinds } from "#domain/pathway";
import { id, instant, sealed } from "../columns.ts";
import { contact, contactChild } from "./intake.ts";
import { outcomeEnum, recommendation } from "./screening.ts";

export const clockKindEnum = pgEnum("clock_kind", clockKinds);

/**
 * What was decided for one child. Immutable (grants and trigger): a correction is a new row that supersedes. The two
 * unique indexes make a decision's history one unbroken line, however many people press the button at once.
 */
export const decision = pgTable(
  "decision",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    supersedesId: uuid("supersedes_id").references((): AnyPgColumn => decision.id),
    recommendationId: uuid("recommendation_id").references(() => recommendation.id),
    outcome: outcomeEnum("outcome").notNull(),
    level: smallint("level").notNull(),
    content: sealed("content").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** Protective action by a lone worker: to be countersigned by then (design 5.2a). */
    countersignBy: instant("countersign_by"),
  },
  (t) => [
    uniqueIndex("decision_one_root")
      .on(t.contactChildId)
      .where(sql`${t.supersedesId} is null`),
    uniqueIndex("decision_one_successor").on(t.supersedesId),
    index("decision_contact").on(t.contactId),
    index("decision_decided").on(t.decidedAt),
    check("decision_level", sql`${t.level} between 1 and 4`),
  ],
);

export const countersignature = pgTable("countersignature", {
  decisionId: uuid("decision_id")
    .primaryKey()
    .references(() => decision.id),
  note: sealed("note").notNull(),
  signedBy: uuid("signed_by").notNull(),
  signedAt: instant("signed_at").notNull(),
});

/**
 * A decision drawn for a second look by somebody who does not see it: what they would have decided, to be laid beside it.
 * Drawn in the transaction of the decision, by its id, so that nobody chooses which.
 */
export const secondLook = pgTable(
  "second_look",
  {
    decisionId: uuid("decision_id")
      .primaryKey()
      .references(() => decision.id),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    drawnAt: instant("drawn_at").notNull(),
    because: text("because").notNull(),
    outcome: outcomeEnum("outcome"),
    level: smallint("level"),
    reason: sealed("reason"),
    lookedBy: uuid("looked_by"),
    lookedAt: instant("looked_at"),
  },
  (t) => [
    index("second_look_waiting")
      .on(t.decisionId)
      .where(sql`${t.lookedAt} is null`),
    index("second_look_made")
      .on(t.lookedAt)
      .where(sql`${t.lookedAt} is not null`),
    index("second_look_contact").on(t.contactId),
    check(
      "second_look_whole",
      sql`num_nonnulls(${t.outcome}, ${t.level}, ${t.reason}, ${t.lookedBy}, ${t.lookedAt}) in (0, 5)`,
    ),
  ],
);

/** A deadline with its start, its rule and what stopped it. Scanned every 30 s; never a delayed job. */
export const clock = pgTable(
  "clock",
  {
    id: id(),
    kind: clockKindEnum("kind").notNull(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id").references(() => contactChild.id),
    pathwayId: uuid("pathway_id"),
    startedAt: instant("started_at").notNull(),
    dueAt: instant("due_at").notNull(),
    rule: text("rule").notNull(),
    stoppedAt: instant("stopped_at"),
    /** The row that stopped it: a decision, a rating, an acceptance. */
    stoppedById: uuid("stopped_by_id"),
    alarmedAt: instant("alarmed_at"),
  },
  (t) => [
    unique("clock_once").on(t.kind, t.contactId, t.contactChildId, t.pathwayId).nullsNotDistinct(),
    index("clock_running")
      .on(t.kind, t.dueAt)
      .where(sql`${t.stoppedAt} is null`),
    index("clock_contact").on(t.contactId),
    index("clock_pathway").on(t.pathwayId),
  ],
);

/** That somebody was told at which stage a decision is; its id is what the messages are about. */
export const clockAlarm = pgTable(
  "clock_alarm",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    /** The deadline: children of one contact that have the same are told of once. */
    dueAt: instant("due_at").notNull(),
    stage: text("stage", { enum: alarmStages }).notNull(),
    at: instant("at").notNull(),
  },
  (t) => [unique("clock_alarm_once").on(t.contactId, t.dueAt, t.stage)],
);

/** An alert that stopped somebody, once a contact and person; `passedAt` when they went on without acting on it. */
export const alertShown = pgTable(
  "alert_shown",
  {
    id: id(),
    kind: text("kind").notNull(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    shownTo: uuid("shown_to").notNull(),
    shownAt: instant("shown_at").notNull(),
    passedAt: instant("passed_at"),
  },
  (t) => [
    unique("alert_shown_once").on(t.contactId, t.kind, t.shownTo),
    index("alert_shown_at").on(t.shownAt),
  ],
);
