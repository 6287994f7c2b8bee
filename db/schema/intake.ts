import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { childStates } from "#domain/contact";
import { callEndings } from "#domain/expected-call";
import { erasureGrounds } from "#domain/erasure";
import { audiences, channels, dangerAnswers, sexes, standings } from "#domain/intake";
import { calledAnswers } from "#domain/questions/danger";
import { scanStates } from "#domain/files/scan";
import { ratingCodes } from "#domain/rating";
import { bytea, id, instant, sealed } from "../columns.ts";
import { languageEnum, sender } from "./senders.ts";

export const channelEnum = pgEnum("channel", channels);
export const audienceEnum = pgEnum("audience", audiences);
export const dangerEnum = pgEnum("danger", dangerAnswers);
export const sexEnum = pgEnum("sex", sexes);
export const standingEnum = pgEnum("standing", standings);
export const childStateEnum = pgEnum("child_state", childStates);
export const ratingEnum = pgEnum("rating_code", ratingCodes);

/** A form being filled in. Its id is in the URL and useless without the secret in the cookie. */
export const draft = pgTable(
  "draft",
  {
    id: id(),
    audience: audienceEnum("audience").notNull(),
    language: languageEnum("language").notNull(),
    secretHash: bytea("secret_hash").notNull(),
    answers: sealed("answers").notNull(),
    version: integer("version").notNull().default(1),
    /** Minted when the check-answers page is first shown; the contact's idempotency key. */
    submissionKey: uuid("submission_key"),
    /** Whose it is: they proved the address, and find it again with another code. */
    senderId: uuid("sender_id").references(() => sender.id),
    /** A colleague who was asked to go on with it and has not opened it yet. */
    offeredToId: uuid("offered_to_id").references(() => sender.id),
    /** Reminders of it that were sent. */
    reminded: smallint("reminded").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    index("draft_expires").on(t.expiresAt),
    index("draft_sender")
      .on(t.senderId, t.createdAt)
      .where(sql`${t.senderId} is not null`),
    index("draft_offered")
      .on(t.offeredToId)
      .where(sql`${t.offeredToId} is not null`),
  ],
);

/** An email about a draft that is owed to one sender: each is a subject of its own. */
export const draftNotice = pgTable(
  "draft_notice",
  {
    id: id(),
    draftId: uuid("draft_id")
      .notNull()
      .references(() => draft.id, { onDelete: "cascade" }),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [index("draft_notice_draft").on(t.draftId)],
);

/**
 * Somebody with a form said that a child is or may be in danger and was told to call (domain/expected-call.ts). Stays when
 * the form is left and deleted: there is nothing in it of what was written or of who wrote it.
 */
export const expectedCall = pgTable(
  "expected_call",
  {
    id: id(),
    /** One for each form, however often it is said. The form itself may be gone. */
    draftId: uuid("draft_id").notNull().unique(),
    audience: audienceEnum("audience").notNull(),
    danger: dangerEnum("danger").notNull(),
    called999: text("called_999", { enum: calledAnswers }),
    since: instant("since").notNull(),
    /** What it turned out to be, or the form that arrived. */
    contactId: uuid("contact_id").references((): AnyPgColumn => contact.id),
    ending: text("ending", { enum: callEndings }),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("expected_call_open")
      .on(t.since)
      .where(sql`${t.endedAt} is null`),
    check("expected_call_ended_whole", sql`(${t.ending} is null) = (${t.endedAt} is null)`),
  ],
);

export const contact = pgTable(
  "contact",
  {
    id: id(),
    reference: text("reference").notNull().unique(),
    channel: channelEnum("channel").notNull(),
    audience: audienceEnum("audience").notNull(),
    language: languageEnum("language").notNull(),
    receivedAt: instant("received_at").notNull(),
    danger: dangerEnum("danger").notNull(),
    /** Sent early: the rest may follow. */
    partial: boolean("partial").notNull().default(false),
    sourceCode: text("source_code").notNull(),
    nextEventAt: instant("next_event_at"),
    /** Worries, next event and first words, for the triage row: sealed JSON of `TriageFacts`. */
    facts: sealed("facts").notNull(),
    /** Current rating; its history is in `rating`. */
    rating: ratingEnum("rating"),
    ratedAt: instant("rated_at"),
    /** A contact that adds to an earlier, decided one. */
    addsToId: uuid("adds_to_id"),
    bundleId: uuid("bundle_id"),
    /** Not null while only cleared staff may know that it exists (design 5.4). */
    clearedOnlySince: instant("cleared_only_since"),
    idempotencyKey: uuid("idempotency_key").notNull().unique(),
    /** Keyed hash of what was sent: the same key with another body is refused with a message. */
    bodyHash: bytea("body_hash").notNull(),
    auditGap: boolean("audit_gap").notNull().default(false),
    matchedAt: instant("matched_at"),
    /** More may be like its children than were compared in full: the page says so. */
    matchesCut: boolean("matches_cut").notNull().default(false),
    /** By which rules its children and adults have keys (domain/match-keys.ts); what is behind is caught up with. */
    keyedWith: smallint("keyed_with").notNull().default(0),
    /** Raised by every act that a recommendation or decision rests on. */
    version: integer("version").notNull().default(1),
    retainUntil: date("retain_until", { mode: "string" }),
    legalHold: boolean("legal_hold").notNull().default(false),
    /** Not null once everything that was said in it is gone; what stays is that there was one. */
    erasedAt: instant("erased_at"),
    erasedGround: text("erased_ground", { enum: erasureGrounds }),
  },
  (t) => [
    index("contact_received").on(t.receivedAt),
    index("contact_bundle")
      .on(t.bundleId)
      .where(sql`${t.bundleId} is not null`),
    index("contact_audit_gap")
      .on(t.id)
      .where(sql`${t.auditGap}`),
    index("contact_unmatched")
      .on(t.receivedAt)
      .where(sql`${t.matchedAt} is null`),
    index("contact_to_key")
      .on(t.id)
      .where(sql`${t.keyedWith} < 1`),
    index("contact_cleared_only")
      .on(t.id)
      .where(sql`${t.clearedOnlySince} is not null`),
    index("contact_adds_to")
      .on(t.addsToId)
      .where(sql`${t.addsToId} is not null`),
  ],
);

/** A child as one contact describes them. What it says is never edited, only added to. */
export const contactChild = pgTable(
  "contact_child",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    ordinal: smallint("ordinal").notNull(),
    /** As sent. A person's later ruling is in `child_standing`. */
    standing: standingEnum("standing").notNull(),
    state: childStateEnum("state").notNull().default("waiting"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    alsoKnownAs: text("also_known_as"),
    dateOfBirth: date("date_of_birth", { mode: "string" }),
    estimatedAge: smallint("estimated_age"),
    dueDate: date("due_date", { mode: "string" }),
    sex: sexEnum("sex").notNull(),
    postcode: text("postcode"),
    /** Description, address, school, identifiers, facts reported on: sealed JSON of `ChildParticulars`. */
    particulars: sealed("particulars").notNull(),
  },
  (t) => [
    unique("contact_child_ordinal").on(t.contactId, t.ordinal),
    // For a search by a date or a place alone, the newest first.
    index("contact_child_born").on(t.dateOfBirth, t.id),
    index("contact_child_postcode").on(t.postcode, t.id),
    check("contact_child_one_birth_date", sql`${t.dateOfBirth} is null or ${t.dueDate} is null`),
  ],
);

export const contactAdult = pgTable(
  "contact_adult",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    ordinal: smallint("ordinal").notNull(),
    name: text("name").notNull(),
    dateOfBirth: date("date_of_birth", { mode: "string" }),
    /** Relationship, lives with the child, parental responsibility, possible risk: sealed JSON of `AdultParticulars`. */
    particulars: sealed("particulars").notNull(),
  },
  (t) => [
    unique("contact_adult_ordinal").on(t.contactId, t.ordinal),
    index("contact_adult_born")
      .on(t.dateOfBirth, t.id)
      .where(sql`${t.dateOfBirth} is not null`),
  ],
);

/** Every question as asked with its answer, as evidence: the contact's room only. */
export const contactSnapshot = pgTable("contact_snapshot", {
  contactId: uuid("contact_id")
    .primaryKey()
    .references(() => contact.id),
  content: sealed("content").notNull(),
});

/** Who sent a contact: its own room, its own data key, opened by named roles only. */
export const referrer = pgTable(
  "referrer",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .unique()
      .references(() => contact.id),
    organisationId: uuid("organisation_id"),
    /** Sealed JSON of `ReferrerParticulars`: name, job, organisation, email, phone, when to reach them. */
    particulars: sealed("particulars").notNull(),
    snapshot: sealed("snapshot").notNull(),
    /** Whether there is a work address to write to, so that nobody opens the room to find out. */
    canBeEmailed: boolean("can_be_emailed").notNull(),
    /** When the sender proved that they read that address; null when they did not. */
    verifiedAt: instant("verified_at"),
    /** When somebody here rang them back and found that they are who they say. */
    calledBackAt: instant("called_back_at"),
    calledBackBy: uuid("called_back_by"),
    /** Whose list it stands on. */
    senderId: uuid("sender_id").references(() => sender.id),
  },
  (t) => [
    index("referrer_sender")
      .on(t.senderId, t.id)
      .where(sql`${t.senderId} is not null`),
  ],
);

/**
 * A file that somebody gave: with a form, while they were on the phone, or afterwards. Until that is sent it is the
 * draft's or the call's, from then on the contact's.
 */
export const attachment = pgTable(
  "attachment",
  {
    id: id(),
    contactId: uuid("contact_id").references(() => contact.id),
    /** Stays after the form was sent, for its sender; the draft itself may be gone. */
    draftId: uuid("draft_id"),
    /** Stays, so that it is told as what whoever took the call added. */
    callId: uuid("call_id"),
    /** What was added with it, where it came to a contact that was there before. */
    additionId: uuid("addition_id"),
    /** Sealed JSON of `FileParticulars`, the key of its chunks among them: under the key of whose it is. */
    particulars: sealed("particulars").notNull(),
    size: integer("size").notNull(),
    scan: text("scan", { enum: scanStates }).notNull().default("waiting"),
    scannedAt: instant("scanned_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("attachment_contact").on(t.contactId),
    index("attachment_draft").on(t.draftId),
    index("attachment_call")
      .on(t.callId)
      .where(sql`${t.callId} is not null`),
    // What no scanner has looked at yet: looked through once there is one.
    index("attachment_unchecked")
      .on(t.scannedAt)
      .where(sql`${t.scan} = 'unchecked'`),
    check("attachment_size", sql`${t.size} between 0 and 26214400`),
    check("attachment_scan_whole", sql`(${t.scan} = 'waiting') = (${t.scannedAt} is null)`),
  ],
);
