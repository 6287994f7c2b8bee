import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accessChoices } from "#domain/access";
import { keptBecause } from "#domain/erasure";
import { proposalEndings, proposalKinds } from "#domain/two-people";
import { id, instant, sealed } from "../columns.ts";
import { staff } from "./directory.ts";
import { contact } from "./intake.ts";
import { person } from "./people.ts";

/**
 * What one person asked for and another one has to confirm. The database refuses that they are the same. The reason is
 * sealed under a data key of the proposal's own, which goes when what it is about is erased.
 */
export const proposal = pgTable(
  "proposal",
  {
    id: id(),
    kind: text("kind", { enum: proposalKinds }).notNull(),
    /** A contact, a person, a run: what the kind says. */
    subjectId: uuid("subject_id").notNull(),
    /** Ids and codes, as domain/two-people.ts has them for the kind. */
    facts: jsonb("facts").notNull(),
    reason: sealed("reason").notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => staff.id),
    askedAt: instant("asked_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedHow: text("ended_how", { enum: proposalEndings }),
    endedBy: uuid("ended_by").references(() => staff.id),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("proposal_open")
      .on(t.kind, t.subjectId)
      .where(sql`${t.endedAt} is null`),
    index("proposal_asked").on(t.askedAt),
    index("proposal_subject").on(t.subjectId),
    check(
      "proposal_two_people",
      sql`${t.endedHow} is distinct from 'confirmed' or (${t.endedBy} is not null and ${t.endedBy} <> ${t.askedBy})`,
    ),
    check("proposal_whole", sql`num_nulls(${t.endedHow}, ${t.endedAt}) in (0, 2)`),
  ],
);

/** That a contact or a person is kept whatever else is due: for a court, an inquiry, a complaint. Lifting leaves the row. */
export const legalHold = pgTable(
  "legal_hold",
  {
    id: id(),
    contactId: uuid("contact_id").references(() => contact.id),
    personId: uuid("person_id").references(() => person.id),
    /** Sealed under the contact's or the person's key, which a hold keeps from being destroyed. */
    reason: sealed("reason").notNull(),
    reviewOn: date("review_on", { mode: "string" }).notNull(),
    placedBy: uuid("placed_by")
      .notNull()
      .references(() => staff.id),
    placedAt: instant("placed_at").notNull(),
    liftReason: sealed("lift_reason"),
    liftedBy: uuid("lifted_by").references(() => staff.id),
    liftedAt: instant("lifted_at"),
  },
  (t) => [
    index("legal_hold_contact")
      .on(t.contactId)
      .where(sql`${t.liftedAt} is null`),
    index("legal_hold_person")
      .on(t.personId)
      .where(sql`${t.liftedAt} is null`),
    check("legal_hold_one_subject", sql`num_nonnulls(${t.contactId}, ${t.personId}) = 1`),
  ],
);

/**
 * What a retention run was asked to erase: the list that was looked at, so that the second person confirms it and no
 * other. Each is looked at again in the moment of erasing.
 */
export const retentionItem = pgTable(
  "retention_item",
  {
    runId: uuid("run_id").notNull(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    doneAt: instant("done_at"),
    /** Why it was kept after all; null when it was erased, or not looked at yet. */
    keptBecause: text("kept_because", { enum: keptBecause }),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.contactId] }),
    index("retention_item_contact").on(t.contactId),
    index("retention_item_to_do")
      .on(t.runId)
      .where(sql`${t.doneAt} is null`),
  ],
);

/**
 * What the records officer changed about an answer to somebody's request for their data: one thing that would be left out
 * put back, or one that would be given marked as harmful, each with a reason.
 */
export const accessChoice = pgTable(
  "access_choice",
  {
    proposalId: uuid("proposal_id")
      .notNull()
      .references(() => proposal.id),
    /** Which, by where it stands and its id. */
    item: text("item").notNull(),
    choice: text("choice", { enum: accessChoices }).notNull(),
    /** Sealed under the proposal's key. */
    reason: sealed("reason").notNull(),
    by: uuid("by")
      .notNull()
      .references(() => staff.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.item] })],
);
