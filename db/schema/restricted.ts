import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { barReasons, glassFindings, restrictionKinds } from "#domain/restriction";
import { id, instant, sealed } from "../columns.ts";
import { organisation, staff } from "./directory.ts";
import { contact, contactChild } from "./intake.ts";
import { person } from "./people.ts";

/** That only cleared staff may know of a person. One at a time; lifting it takes two people and leaves the row. */
export const restriction = pgTable(
  "restriction",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind", { enum: restrictionKinds }).notNull(),
    /** Whose family this is; they must not know of what is said about it, whatever they are cleared for. */
    staffId: uuid("staff_id").references(() => staff.id),
    reason: sealed("reason").notNull(),
    restrictedBy: uuid("restricted_by").notNull(),
    restrictedAt: instant("restricted_at").notNull(),
    liftReason: sealed("lift_reason"),
    liftAskedBy: uuid("lift_asked_by"),
    liftAskedAt: instant("lift_asked_at"),
    liftedBy: uuid("lifted_by"),
    liftedAt: instant("lifted_at"),
  },
  (t) => [
    uniqueIndex("restriction_standing")
      .on(t.personId)
      .where(sql`${t.liftedAt} is null`),
  ],
);

/**
 * Why a contact is known to cleared staff alone: it is about a restricted person, it may be, or (without a restriction)
 * nobody could find out. `contact.cleared_only_since` stands for as long as one of these is open.
 */
export const restrictedContact = pgTable(
  "restricted_contact",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    restrictionId: uuid("restriction_id").references(() => restriction.id),
    since: instant("since").notNull(),
    endReason: sealed("end_reason"),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    unique("restricted_contact_once").on(t.contactId, t.restrictionId).nullsNotDistinct(),
    index("restricted_contact_restriction").on(t.restrictionId),
  ],
);

/**
 * What restricted people can be found by: the same keys as in `match_key`, and "adult" with the name of the member of
 * staff whose family it is. Few rows, so that every arriving contact can be compared with all of them.
 */
export const restrictedKey = pgTable(
  "restricted_key",
  {
    restrictionId: uuid("restriction_id")
      .notNull()
      .references(() => restriction.id),
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    /** Null for an adult's name, which belongs to no contact. */
    contactChildId: uuid("contact_child_id").references(() => contactChild.id),
  },
  (t) => [
    unique("restricted_key_once").on(t.kind, t.value, t.restrictionId, t.contactChildId).nullsNotDistinct(),
  ],
);

/** That somebody who is not cleared may know of one restricted contact, because a person who may said so. */
export const contactClearance = pgTable(
  "contact_clearance",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    reason: sealed("reason").notNull(),
    namedBy: uuid("named_by").notNull(),
    namedAt: instant("named_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("contact_clearance_standing")
      .on(t.contactId, t.staffId)
      .where(sql`${t.endedAt} is null`),
    index("contact_clearance_staff")
      .on(t.staffId)
      .where(sql`${t.endedAt} is null`),
  ],
);

/** That one member of staff must never know of one contact: they or their family are in it, or it accuses them. */
export const contactBar = pgTable(
  "contact_bar",
  {
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    because: text("because", { enum: barReasons }).notNull(),
    since: instant("since").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.staffId, t.because] }),
    index("contact_bar_staff")
      .on(t.staffId)
      .where(sql`${t.endedAt} is null`),
  ],
);

/** An organisation that requests and invitations about a contact go around, because of somebody who works there. */
export const organisationBypass = pgTable(
  "organisation_bypass",
  {
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    decidedBy: uuid("decided_by").notNull(),
    since: instant("since").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.organisationId] }),
    index("organisation_bypass_organisation").on(t.organisationId),
  ],
);

/** A restricted contact opened in an emergency: for one person, in one session, for an hour, and always reviewed. */
export const brokenGlass = pgTable(
  "broken_glass",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    /** Not a foreign key: what was opened stays on record when old sessions go. */
    sessionId: uuid("session_id").notNull(),
    reason: sealed("reason").notNull(),
    openedAt: instant("opened_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    reviewBy: instant("review_by").notNull(),
    /** What the reminder is about, when nobody had reviewed it in time; null until then. */
    reminderId: uuid("reminder_id").unique(),
    reviewNote: sealed("review_note"),
    finding: text("finding", { enum: glassFindings }),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: instant("reviewed_at"),
  },
  (t) => [
    index("broken_glass_live")
      .on(t.staffId, t.expiresAt)
      .where(sql`${t.endedAt} is null`),
    index("broken_glass_to_review")
      .on(t.reviewBy)
      .where(sql`${t.reviewedAt} is null`),
    index("broken_glass_contact").on(t.contactId),
  ],
);
