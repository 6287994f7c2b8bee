import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { equalityNames, type EqualityQuestion } from "#domain/equality";
import { id, instant, sealed } from "../columns.ts";
import { channelEnum, contact, dangerEnum } from "./intake.ts";

/** What somebody added to a contact after it was sent, while it was not decided (design 5.2c). */
export const addition = pgTable(
  "addition",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    at: instant("at").notNull(),
    channel: channelEnum("channel").notNull(),
    danger: dangerEnum("danger").notNull(),
    content: sealed("content").notNull(),
    idempotencyKey: uuid("idempotency_key").notNull(),
    /** The first of those who work on it who had it before them. */
    seenBy: uuid("seen_by"),
    seenAt: instant("seen_at"),
  },
  (t) => [
    unique("addition_once").on(t.contactId, t.idempotencyKey),
    index("addition_unseen")
      .on(t.contactId)
      .where(sql`${t.seenAt} is null`),
    check("addition_seen_whole", sql`(${t.seenBy} is null) = (${t.seenAt} is null)`),
  ],
);

/** By which whoever sent a contact without an account adds to it: a slow hash of four words, and nothing else of them. */
export const passphrase = pgTable("passphrase", {
  contactId: uuid("contact_id")
    .primaryKey()
    .references(() => contact.id),
  hash: text("hash").notNull(),
  givenAt: instant("given_at").notNull(),
});

/** How often each answer about the sender was given in a month. No form, no person and no moment stands with it. */
export const equalityCount = pgTable(
  "equality_count",
  {
    month: date("month", { mode: "string" }).notNull(),
    question: text("question", {
      enum: equalityNames as [EqualityQuestion, ...EqualityQuestion[]],
    }).notNull(),
    answer: text("answer").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.question, t.answer] })],
);
