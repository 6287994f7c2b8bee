import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, sealed } from "../columns.ts";
import { contact, contactChild } from "./intake.ts";
import { linkAnswerEnum, openCase } from "./people.ts";

/** What a case that is open can be found by, as `match_key` is for the children of contacts. Gone when it closes. */
export const openCaseKey = pgTable(
  "open_case_key",
  {
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    openCaseId: uuid("open_case_id")
      .notNull()
      .references(() => openCase.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.value, t.openCaseId] }),
    index("open_case_key_case").on(t.openCaseId),
  ],
);

/** Who said that a contact child is (or is not) the child of an open case, and why. Reversed by `endedAt`, never deleted. */
export const openCaseAnswer = pgTable(
  "open_case_answer",
  {
    id: id(),
    /** No foreign key: a case that closed and that nobody confirmed is forgotten, and what was said about it stays. */
    openCaseId: uuid("open_case_id").notNull(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    answer: linkAnswerEnum("answer").notNull(),
    reason: sealed("reason").notNull(),
    /** This answer is what says who the child is; taking it back takes that back. */
    madeLink: boolean("made_link").notNull(),
    saidBy: uuid("said_by").notNull(),
    saidAt: instant("said_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("open_case_answer_once")
      .on(t.contactChildId, t.openCaseId)
      .where(sql`${t.endedAt} is null`),
    index("open_case_answer_contact").on(t.contactId),
    index("open_case_answer_case").on(t.openCaseId),
  ],
);

/** A whole list of open cases that was taken: as at when, and what it changed. */
export const openCaseLoad = pgTable(
  "open_case_load",
  {
    id: id(),
    asAt: instant("as_at").notNull(),
    loadedAt: instant("loaded_at").notNull(),
    how: text("how", { enum: ["command", "api"] }).notNull(),
    cases: integer("cases").notNull(),
    opened: integer("opened").notNull(),
    changed: integer("changed").notNull(),
    closed: integer("closed").notNull(),
    refused: integer("refused").notNull(),
  },
  (t) => [index("open_case_load_as_at").on(t.asAt)],
);
