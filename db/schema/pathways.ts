import { sql } from "drizzle-orm";
import { date, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { assessmentOutcomes, consents } from "#domain/assessment";
import { challengeOutcomes } from "#domain/challenge";
import { pathwayKinds, pathwayStates, returnReasonCodes, startAnswers } from "#domain/pathway";
import { id, instant, sealed } from "../columns.ts";
import { decision } from "./decision.ts";
import { organisation, staff, team } from "./directory.ts";
import { contact, contactChild } from "./intake.ts";

export const pathwayKindEnum = pgEnum("pathway_kind", pathwayKinds);
export const pathwayStateEnum = pgEnum("pathway_state", pathwayStates);

/**
 * The piece of work that a decision creates, whatever its kind: who owns it and how far it is. The hub owns it until
 * somebody accepts it. Unique on the decision, so that routing a decision twice makes one.
 */
export const pathway = pgTable(
  "pathway",
  {
    id: id(),
    kind: pathwayKindEnum("kind").notNull(),
    state: pathwayStateEnum("state").notNull().default("waiting"),
    decisionId: uuid("decision_id")
      .notNull()
      .unique()
      .references(() => decision.id),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    teamId: uuid("team_id").references(() => team.id),
    ownerId: uuid("owner_id").references(() => staff.id),
    createdAt: instant("created_at").notNull(),
    acceptedAt: instant("accepted_at"),
    firstRecordAt: instant("first_record_at"),
    closedAt: instant("closed_at"),
    /** Why it came back last, as a code; what was written about it is sealed. */
    returnedBecause: text("returned_because", { enum: returnReasonCodes }),
    /** Somebody who has it sent what they learned to be screened again. */
    steppedUpAt: instant("stepped_up_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("pathway_closed")
      .on(t.kind, t.closedAt)
      .where(sql`${t.closedAt} is not null`),
    index("pathway_board")
      .on(t.kind, t.createdAt)
      .where(sql`${t.closedAt} is null`),
    index("pathway_team")
      .on(t.teamId)
      .where(sql`${t.closedAt} is null`),
    index("pathway_contact").on(t.contactId),
    index("pathway_child").on(t.contactChildId),
  ],
);

/** What was done on a pathway: calls, agreements, returns, first records. Insert-only; sealed JSON by kind. */
export const pathwayEntry = pgTable(
  "pathway_entry",
  {
    id: id(),
    pathwayId: uuid("pathway_id")
      .notNull()
      .references(() => pathway.id),
    kind: text("kind").notNull(),
    content: sealed("content").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("pathway_entry_pathway").on(t.pathwayId, t.at)],
);

const pathwayKey = () =>
  uuid("pathway_id")
    .primaryKey()
    .references(() => pathway.id);

export const adviceEpisode = pgTable("advice_episode", {
  pathwayId: pathwayKey(),
  callAttempts: integer("call_attempts").notNull().default(0),
  adviceGivenAt: instant("advice_given_at"),
});

export const cafRedirect = pgTable(
  "caf_redirect",
  {
    pathwayId: pathwayKey(),
    familyAgreedOn: date("family_agreed_on", { mode: "string" }),
    /** By when a family that was not asked yet is asked. */
    familyAskedBy: date("family_asked_by", { mode: "string" }),
    familyContactedAt: instant("family_contacted_at"),
    leadOrganisationId: uuid("lead_organisation_id").references(() => organisation.id),
    /** When a named person outside the team said yes to leading the help. */
    leadAcceptedAt: instant("lead_accepted_at"),
    /** When somebody asks whether the help that was handed over has begun; null when nobody has to. */
    startCheckDueAt: instant("start_check_due_at"),
    /** The entry that the asking follows from: the reminder is owed once for each. */
    startCheckEntryId: uuid("start_check_entry_id"),
    startCheckToldAt: instant("start_check_told_at"),
    started: text("started", { enum: startAnswers }),
  },
  (t) => [
    index("caf_start_check")
      .on(t.startCheckDueAt)
      .where(sql`${t.startCheckDueAt} is not null`),
  ],
);

/** How many an agency began in one month, whoever asked for them: what the city counts against its target. */
export const cafStart = pgTable(
  "caf_start",
  {
    id: id(),
    month: date("month", { mode: "string" }).notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    count: integer("count").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [unique("caf_start_month").on(t.month, t.organisationId)],
);

/** A mentor's help was offered to an agency that begins few. Insert-only. */
export const cafMentorOffer = pgTable(
  "caf_mentor_offer",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    offeredBy: uuid("offered_by").notNull(),
    offeredAt: instant("offered_at").notNull(),
  },
  (t) => [index("caf_mentor_offer_organisation").on(t.organisationId, t.offeredAt)],
);

export const socialWorkReferral = pgTable(
  "social_work_referral",
  {
    pathwayId: pathwayKey(),
    referredOn: date("referred_on", { mode: "string" }).notNull(),
    sourceCode: text("source_code").notNull(),
    needCode: text("need_code"),
    childSeenAt: instant("child_seen_at"),
    endedWithoutAssessmentAt: instant("ended_without_assessment_at"),
    /** When the team gave the child to a worker, last; null while nobody has the child. */
    allocatedAt: instant("allocated_at"),
    /** The worker, where they use this service; otherwise their name stands beside it. */
    workerId: uuid("worker_id").references(() => staff.id),
    workerName: text("worker_name"),
    /** How the family answered when they were asked about an assessment; the words are in the entry. */
    consent: text("consent", { enum: consents }),
    /** When the assessment ended with an outcome, which, and who said so. */
    assessedAt: instant("assessed_at"),
    assessmentOutcome: text("assessment_outcome", { enum: assessmentOutcomes }),
    outcomeFrom: text("outcome_from", { enum: ["page", "system"] }),
  },
  (t) => [index("social_work_referral_worker").on(t.workerId)],
);

export const transfer = pgTable("transfer", {
  pathwayId: pathwayKey(),
  receivingAuthority: text("receiving_authority").notNull(),
  receiptConfirmedAt: instant("receipt_confirmed_at"),
});

export const caseNotice = pgTable("case_notice", {
  pathwayId: pathwayKey(),
  openCaseId: uuid("open_case_id"),
  acknowledgedBy: uuid("acknowledged_by"),
  acknowledgedAt: instant("acknowledged_at"),
  /** When the manager of the team, and then the service manager, heard that nobody had acknowledged it. */
  managerToldAt: instant("manager_told_at"),
  serviceToldAt: instant("service_told_at"),
});

/** What a referrer is told about a decision: waits, and is dropped if the decision was superseded meanwhile. */
export const feedback = pgTable(
  "feedback",
  {
    id: id(),
    decisionId: uuid("decision_id")
      .notNull()
      .unique()
      .references(() => decision.id),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    content: sealed("content").notNull(),
    availableAt: instant("available_at").notNull(),
    droppedAt: instant("dropped_at"),
    readAt: instant("read_at"),
    /** Somebody here told them on the phone instead. */
    toldAt: instant("told_at"),
    toldBy: uuid("told_by"),
  },
  (t) => [
    index("feedback_contact").on(t.contactId),
    index("feedback_unread")
      .on(t.availableAt)
      .where(sql`${t.readAt} is null and ${t.droppedAt} is null and ${t.toldAt} is null`),
  ],
);

/** A referrer's disagreement with a decision, decided by somebody else. */
export const challenge = pgTable(
  "challenge",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    stage: integer("stage").notNull(),
    content: sealed("content").notNull(),
    raisedAt: instant("raised_at").notNull(),
    dueAt: instant("due_at").notNull(),
    answeredBy: uuid("answered_by"),
    answeredAt: instant("answered_at"),
    answer: sealed("answer"),
    outcome: text("outcome", { enum: challengeOutcomes }),
  },
  (t) => [
    index("challenge_open")
      .on(t.dueAt)
      .where(sql`${t.answeredAt} is null`),
    unique("challenge_stage").on(t.contactId, t.stage),
  ],
);
