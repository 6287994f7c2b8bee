import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, sealed } from "../columns.ts";
import { contact } from "./intake.ts";

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
