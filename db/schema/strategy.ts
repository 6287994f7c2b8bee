import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { actionEndings, agreements, findings, section47Outcomes } from "#domain/strategy";
import { invitationAnswers, invitedRoles, presentHow } from "#domain/strategy-invitation";
import { id, instant, sealed } from "../columns.ts";
import { organisation, staff } from "./directory.ts";
import { contact } from "./intake.ts";
import { pathway } from "./pathways.ts";

/**
 * One meeting about the children of a contact who need it; each child's own decision stays with its pathway. Without its
 * core it protects and the next one follows it; after it found, another one may follow too.
 */
export const strategyDiscussion = pgTable(
  "strategy_discussion",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    ordinal: smallint("ordinal").notNull().default(1),
    previousId: uuid("previous_id").references((): AnyPgColumn => strategyDiscussion.id),
    holdBy: instant("hold_by").notNull(),
    /** It was not held in time, and whoever answers for it was told so. */
    alarmedAt: instant("alarmed_at"),
    meetingAt: instant("meeting_at"),
    /** How to join: only behind sign-in, for those who are invited. */
    joining: sealed("joining"),
    chairId: uuid("chair_id").references(() => staff.id),
    /** The record while it is being written: one person holds it, the others read it. */
    live: sealed("live"),
    liveAt: instant("live_at"),
    recorderId: uuid("recorder_id").references(() => staff.id),
    recorderUntil: instant("recorder_until"),
    heldAt: instant("held_at"),
    /** Social care, police and health took part; null until it was held. */
    quorate: boolean("quorate"),
    /** Why it went ahead without one of them. */
    absentBecause: sealed("absent_because"),
    agreeBy: instant("agree_by"),
    lockedAt: instant("locked_at"),
    lockedBy: uuid("locked_by"),
    /** Why it was locked although not everybody who took part had agreed. */
    lockedBecause: sealed("locked_because"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    /** One that is still to be held a contact: a sibling decided later joins it. */
    uniqueIndex("strategy_one_to_hold")
      .on(t.contactId)
      .where(sql`${t.heldAt} is null`),
    unique("strategy_ordinal").on(t.contactId, t.ordinal),
    uniqueIndex("strategy_one_next").on(t.previousId),
    index("strategy_to_hold")
      .on(t.holdBy)
      .where(sql`${t.heldAt} is null`),
    index("strategy_locked").on(t.lockedAt),
    // Whatever asks for it: nothing is locked that was not held, or was held without its core and nobody said why.
    check(
      "strategy_lock",
      sql`${t.lockedAt} is null or (${t.heldAt} is not null and (${t.quorate} is true or ${t.absentBecause} is not null))`,
    ),
  ],
);

export const strategyChild = pgTable(
  "strategy_child",
  {
    pathwayId: uuid("pathway_id")
      .notNull()
      .references(() => pathway.id),
    discussionId: uuid("discussion_id")
      .notNull()
      .references(() => strategyDiscussion.id),
  },
  (t) => [
    primaryKey({ columns: [t.discussionId, t.pathwayId] }),
    index("strategy_child_pathway").on(t.pathwayId),
  ],
);

/** One organisation at one discussion: invited as what, what it answered, who came, and whether it agrees to the record. */
export const strategyAttendance = pgTable(
  "strategy_attendance",
  {
    id: id(),
    discussionId: uuid("discussion_id")
      .notNull()
      .references(() => strategyDiscussion.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    role: text("role", { enum: invitedRoles }).notNull(),
    /** Who answered for it. */
    staffId: uuid("staff_id").references(() => staff.id),
    invitedAt: instant("invited_at").notNull(),
    /** When it is reminded next, while it has not answered. */
    chaseAt: instant("chase_at"),
    chased: smallint("chased").notNull().default(0),
    answer: text("answer", { enum: invitationAnswers }),
    answeredAt: instant("answered_at"),
    /** Who comes, or whom to ask instead. */
    coming: sealed("coming"),
    comingHow: text("coming_how", { enum: presentHow }),
    present: boolean("present"),
    /** Who took part for it. */
    attendee: sealed("attendee"),
    presentHow: text("present_how", { enum: presentHow }),
    agreement: text("agreement", { enum: agreements }),
    agreedBy: uuid("agreed_by"),
    agreedAt: instant("agreed_at"),
    /** In whose name, and why not where they do not agree. */
    agreed: sealed("agreed"),
  },
  (t) => [
    unique("strategy_attendance_once").on(t.discussionId, t.organisationId),
    index("strategy_attendance_tray").on(t.organisationId),
    index("strategy_attendance_chase")
      .on(t.chaseAt)
      .where(sql`${t.answer} is null and ${t.chaseAt} is not null`),
    check(
      "strategy_agreement_whole",
      sql`num_nonnulls(${t.agreement}, ${t.agreedBy}, ${t.agreedAt}, ${t.agreed}) in (0, 4)`,
    ),
  ],
);

/** That an organisation was told something once more: each is a message of its own. Insert-only. */
export const strategyNotice = pgTable(
  "strategy_notice",
  {
    id: id(),
    attendanceId: uuid("attendance_id")
      .notNull()
      .references(() => strategyAttendance.id),
    /** The action that is late. */
    actionId: uuid("action_id").references((): AnyPgColumn => strategyAction.id),
    at: instant("at").notNull(),
  },
  (t) => [index("strategy_notice_attendance").on(t.attendanceId)],
);

/** What one agency told a discussion. Insert-only. */
export const strategyInformation = pgTable(
  "strategy_information",
  {
    id: id(),
    discussionId: uuid("discussion_id")
      .notNull()
      .references(() => strategyDiscussion.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    content: sealed("content").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("strategy_information_discussion").on(t.discussionId, t.at)],
);

/** What somebody is to do. With a pathway it is to see that child, and what they found stops the clock of being seen. */
export const strategyAction = pgTable(
  "strategy_action",
  {
    id: id(),
    discussionId: uuid("discussion_id")
      .notNull()
      .references(() => strategyDiscussion.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    pathwayId: uuid("pathway_id").references(() => pathway.id),
    content: sealed("content").notNull(),
    dueAt: instant("due_at").notNull(),
    /** It was late, and whose it is was told so. */
    lateToldAt: instant("late_told_at"),
    doneAt: instant("done_at"),
    endedHow: text("ended_how", { enum: actionEndings }),
    endedBy: uuid("ended_by"),
    ending: sealed("ending"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("strategy_action_discussion").on(t.discussionId),
    index("strategy_action_tray")
      .on(t.organisationId, t.dueAt)
      .where(sql`${t.doneAt} is null`),
    index("strategy_action_due")
      .on(t.dueAt)
      .where(sql`${t.doneAt} is null and ${t.lateToldAt} is null`),
  ],
);

/** What a strategy discussion decided for one child; section 47 is opened by it, never by a screener. Insert-only. */
export const section47 = pgTable(
  "section47",
  {
    id: id(),
    pathwayId: uuid("pathway_id")
      .notNull()
      .references(() => pathway.id),
    discussionId: uuid("discussion_id")
      .notNull()
      .references(() => strategyDiscussion.id),
    finding: text("finding", { enum: findings }).notNull(),
    content: sealed("content").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [unique("section47_once").on(t.pathwayId, t.discussionId)],
);

/** How section 47, or the assessment that a discussion asked for, ended. Insert-only. */
export const section47Outcome = pgTable("section47_outcome", {
  pathwayId: uuid("pathway_id")
    .primaryKey()
    .references(() => pathway.id),
  outcome: text("outcome", { enum: section47Outcomes }).notNull(),
  conferenceOn: date("conference_on", { mode: "string" }),
  content: sealed("content").notNull(),
  recordedBy: uuid("recorded_by").notNull(),
  recordedAt: instant("recorded_at").notNull(),
});

/** What was written beside a record after it was made: by whom and why. Insert-only. */
export const strategyAddendum = pgTable(
  "strategy_addendum",
  {
    id: id(),
    discussionId: uuid("discussion_id")
      .notNull()
      .references(() => strategyDiscussion.id),
    content: sealed("content").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("strategy_addendum_discussion").on(t.discussionId, t.at)],
);
