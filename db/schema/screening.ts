import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { replyKinds, requestBases } from "#domain/agency-request";
import { outcomes } from "#domain/outcome";
import { id, instant, sealed } from "../columns.ts";
import { staff } from "./directory.ts";
import { contact, contactChild, ratingEnum, standingEnum } from "./intake.ts";

export const outcomeEnum = pgEnum("outcome", outcomes);
export const noteKindEnum = pgEnum("note_kind", ["note", "call", "correction", "kept_text"]);

/** Contacts that a person confirmed belong to one household. Address alone never makes one. */
export const bundle = pgTable("bundle", {
  id: id(),
  reason: sealed("reason").notNull(),
  confirmedBy: uuid("confirmed_by").notNull(),
  confirmedAt: instant("confirmed_at").notNull(),
});

export const rating = pgTable(
  "rating",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    code: ratingEnum("code").notNull(),
    reason: sealed("reason").notNull(),
    ratedBy: uuid("rated_by").notNull(),
    ratedAt: instant("rated_at").notNull(),
  },
  (t) => [index("rating_contact").on(t.contactId, t.ratedAt)],
);

/**
 * The lease that says who is working on a contact. One row a contact, made with it, so that taking it is one UPDATE
 * and two people can never both win.
 */
export const hold = pgTable(
  "hold",
  {
    contactId: uuid("contact_id")
      .primaryKey()
      .references(() => contact.id),
    holderId: uuid("holder_id"),
    takenAt: instant("taken_at"),
    leaseUntil: instant("lease_until"),
    /** The holder wrote something under this hold: once it lapses, "take the next" never serves it to another. */
    hasNotes: boolean("has_notes").notNull().default(false),
    version: integer("version").notNull().default(0),
  },
  (t) => [
    index("hold_holder")
      .on(t.holderId)
      .where(sql`${t.holderId} is not null`),
    check("hold_whole", sql`(${t.holderId} is null) = (${t.leaseUntil} is null)`),
  ],
);

export const note = pgTable(
  "note",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    kind: noteKindEnum("kind").notNull(),
    body: sealed("body").notNull(),
    authorId: uuid("author_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("note_contact").on(t.contactId, t.at)],
);

/** A person's ruling on whether a child of the household is a subject or was considered and set aside. Latest wins. */
export const childStanding = pgTable(
  "child_standing",
  {
    id: id(),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    standing: standingEnum("standing").notNull(),
    reason: sealed("reason").notNull(),
    ruledBy: uuid("ruled_by").notNull(),
    ruledAt: instant("ruled_at").notNull(),
  },
  (t) => [index("child_standing_child").on(t.contactChildId, t.ruledAt)],
);

/** Further enquiries: a hold with questions. The decision clock keeps running; at most two a contact. */
export const enquiry = pgTable(
  "enquiry",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    ordinal: smallint("ordinal").notNull(),
    content: sealed("content").notNull(),
    reviewAt: instant("review_at").notNull(),
    openedBy: uuid("opened_by").notNull(),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("enquiry_contact").on(t.contactId),
    check("enquiry_at_most_two", sql`${t.ordinal} between 1 and 2`),
  ],
);

/** A question to one partner agency. What it says is the whole of what they are shown: nothing else is opened to them. */
export const agencyRequest = pgTable(
  "agency_request",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    organisationId: uuid("organisation_id").notNull(),
    content: sealed("content").notNull(),
    basis: text("basis", { enum: requestBases }).notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    dueAt: instant("due_at").notNull(),
    /** Somebody there opened it or answered. */
    openedAt: instant("opened_at"),
    /** When they are reminded next; null once they are not any more. */
    chaseAt: instant("chase_at"),
    closedAt: instant("closed_at"),
    /** The reply that nothing more is awaited after. */
    closedHow: text("closed_how", { enum: replyKinds }),
  },
  (t) => [
    index("agency_request_contact").on(t.contactId),
    index("agency_request_asked").on(t.askedAt),
    index("agency_request_tray")
      .on(t.organisationId, t.dueAt)
      .where(sql`${t.closedAt} is null`),
    index("agency_request_closed")
      .on(t.organisationId, t.closedAt)
      .where(sql`${t.closedAt} is not null`),
    index("agency_request_chase")
      .on(t.chaseAt)
      .where(sql`${t.closedAt} is null and ${t.chaseAt} is not null`),
    index("agency_request_due")
      .on(t.dueAt)
      .where(sql`${t.closedAt} is null`),
    check("agency_request_closed_whole", sql`(${t.closedAt} is null) = (${t.closedHow} is null)`),
  ],
);

/** What an agency said, in the order in which it came: a reply is never edited, more is added after it. */
export const agencyReply = pgTable(
  "agency_reply",
  {
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => agencyRequest.id),
    kind: text("kind", { enum: replyKinds }).notNull(),
    content: sealed("content").notNull(),
    complete: boolean("complete").notNull(),
    repliedBy: uuid("replied_by").notNull(),
    repliedAt: instant("replied_at").notNull(),
    /** Who of the hub read it first; until then it is on the list of what came back. */
    seenBy: uuid("seen_by"),
    seenAt: instant("seen_at"),
  },
  (t) => [
    index("agency_reply_request").on(t.requestId),
    index("agency_reply_unseen")
      .on(t.requestId)
      .where(sql`${t.seenAt} is null`),
  ],
);

/** What an agency asks back before it can answer. */
export const agencyQuestion = pgTable(
  "agency_question",
  {
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => agencyRequest.id),
    content: sealed("content").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    answer: sealed("answer"),
    answeredBy: uuid("answered_by"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("agency_question_request").on(t.requestId),
    check("agency_question_whole", sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);

/** A reminder of a request; the message about it has this as its subject, so that each is sent once. */
export const agencyChase = pgTable(
  "agency_chase",
  {
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => agencyRequest.id),
    ordinal: smallint("ordinal").notNull(),
    chasedAt: instant("chased_at").notNull(),
  },
  (t) => [uniqueIndex("agency_chase_once").on(t.requestId, t.ordinal)],
);

/** Which systems somebody of an agency said that they searched when they last answered: their own words for them. */
export const searchedSystems = pgTable("searched_systems", {
  staffId: uuid("staff_id")
    .primaryKey()
    .references(() => staff.id),
  systems: text("systems").notNull(),
  keptAt: instant("kept_at").notNull(),
});

/** What a screener proposes for one child. Never edited: the latest one stands. */
export const recommendation = pgTable(
  "recommendation",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    outcome: outcomeEnum("outcome").notNull(),
    level: smallint("level").notNull(),
    content: sealed("content").notNull(),
    recommendedBy: uuid("recommended_by").notNull(),
    recommendedAt: instant("recommended_at").notNull(),
  },
  (t) => [
    index("recommendation_child").on(t.contactChildId, t.recommendedAt),
    index("recommendation_contact").on(t.contactId),
    check("recommendation_level", sql`${t.level} between 1 and 4`),
  ],
);

/** A manager's question that sent a recommendation back. */
export const recommendationReturn = pgTable("recommendation_return", {
  recommendationId: uuid("recommendation_id")
    .primaryKey()
    .references(() => recommendation.id),
  question: sealed("question").notNull(),
  returnedBy: uuid("returned_by").notNull(),
  returnedAt: instant("returned_at").notNull(),
});

/** A question of the hub to whoever sent a contact, answered behind their emailed code. */
export const senderQuestion = pgTable(
  "sender_question",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    /** Until when an answer still helps the decision. */
    answerBy: instant("answer_by").notNull(),
    content: sealed("content").notNull(),
    answer: sealed("answer"),
    answeredAt: instant("answered_at"),
  },
  (t) => [index("sender_question_contact").on(t.contactId, t.askedAt)],
);
