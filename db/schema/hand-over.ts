import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { handOverEndings, handOverTargets } from "#domain/hand-over";
import { id, instant } from "../columns.ts";
import { contact } from "./intake.ts";
import { note } from "./screening.ts";

/**
 * A contact that is handed to somebody, item by item: it stays where it is until somebody accepts it by name. Nobody
 * gave what came at night and cannot wait: the service itself offers it to whoever works then.
 */
export const handOver = pgTable(
  "hand_over",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    fromId: uuid("from_id"),
    target: text("target", { enum: handOverTargets }).notNull(),
    toId: uuid("to_id"),
    /** What the next one has to know is a note of the contact like any other. */
    noteId: uuid("note_id").references(() => note.id),
    offeredAt: instant("offered_at").notNull(),
    acceptBy: instant("accept_by").notNull(),
    alarmedAt: instant("alarmed_at"),
    ending: text("ending", { enum: handOverEndings }),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
    /** Why it was declined or taken over: a note again. */
    answerId: uuid("answer_id").references(() => note.id),
    /** When the one who gave it had seen what became of it. */
    seenAt: instant("seen_at"),
  },
  (t) => [
    uniqueIndex("hand_over_open")
      .on(t.contactId)
      .where(sql`${t.endedAt} is null`),
    index("hand_over_contact").on(t.contactId),
    index("hand_over_unaccepted")
      .on(t.acceptBy)
      .where(sql`${t.endedAt} is null`),
    index("hand_over_unseen")
      .on(t.fromId)
      .where(sql`${t.endedAt} is not null and ${t.seenAt} is null`),
    check("hand_over_ended_whole", sql`(${t.ending} is null) = (${t.endedAt} is null)`),
    check("hand_over_named", sql`(${t.target} = 'person') = (${t.toId} is not null)`),
  ],
);
