import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { callBackEndings, callBackTopics } from "#domain/call-back";
import { id, instant, sealed } from "../columns.ts";
import { contact, dangerEnum } from "./intake.ts";

export const callEndings = ["sent", "advice"] as const;

/** A call that somebody of the hub takes: it is there before a word of it is typed. */
export const phoneCall = pgTable(
  "phone_call",
  {
    id: id(),
    takenBy: uuid("taken_by").notNull(),
    startedAt: instant("started_at").notNull(),
    /** Sealed JSON of the fields as they were typed. */
    typed: sealed("typed").notNull(),
    savedAt: instant("saved_at").notNull(),
    endedAt: instant("ended_at"),
    ending: text("ending", { enum: callEndings }),
    contactId: uuid("contact_id").references(() => contact.id),
  },
  (t) => [
    index("phone_call_open")
      .on(t.takenBy, t.startedAt)
      .where(sql`${t.endedAt} is null`),
  ],
);

/** A call that the hub owes to somebody who asked for advice. Its id is the key that the page was made with. */
export const callBack = pgTable(
  "call_back",
  {
    id: id(),
    askedAt: instant("asked_at").notNull(),
    about: text("about", { enum: callBackTopics }).notNull(),
    danger: dangerEnum("danger").notNull(),
    /** When they are called; moved on each time that they could not be reached. */
    fromAt: instant("from_at").notNull(),
    untilAt: instant("until_at").notNull(),
    /** Sealed JSON of who asked and their number; gone once it has ended. */
    asker: sealed("asker"),
    tries: smallint("tries").notNull().default(0),
    /** Who makes the call, so that two do not. */
    takenBy: uuid("taken_by"),
    takenAt: instant("taken_at"),
    ending: text("ending", { enum: callBackEndings }),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("call_back_open")
      .on(t.untilAt)
      .where(sql`${t.endedAt} is null`),
    check(
      "call_back_ended_whole",
      sql`(${t.ending} is null) = (${t.endedAt} is null) and (${t.asker} is null) = (${t.endedAt} is not null)`,
    ),
  ],
);
