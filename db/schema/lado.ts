import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { ladoFindings } from "#domain/lado";
import { id, instant, sealed } from "../columns.ts";
import { contact } from "./intake.ts";

/**
 * A worry about an adult who works with children, beside the outcome for the child. Only the designated officer can read
 * it, and none of them one about themselves.
 */
export const ladoRecord = pgTable(
  "lado_record",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    employerOrganisationId: uuid("employer_organisation_id"),
    /** Who the worry is about, where they are a user of this service: they see nothing of it. */
    accusedStaffId: uuid("accused_staff_id"),
    content: sealed("content").notNull(),
    openedBy: uuid("opened_by").notNull(),
    openedAt: instant("opened_at").notNull(),
    /** Until when the designated officer has to have taken it up. */
    dueAt: instant("due_at").notNull(),
    acknowledgedBy: uuid("acknowledged_by"),
    acknowledgedAt: instant("acknowledged_at"),
    /** What the reminder is about, when nobody had taken it up in time; null until then. */
    reminderId: uuid("reminder_id").unique(),
    finding: text("finding", { enum: ladoFindings }),
    closedBy: uuid("closed_by"),
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("lado_record_contact").on(t.contactId),
    index("lado_record_opened").on(t.openedAt),
    index("lado_record_untaken")
      .on(t.dueAt)
      .where(sql`${t.acknowledgedAt} is null and ${t.closedAt} is null and ${t.reminderId} is null`),
  ],
);

/** What the designated officer wrote, in order; nothing of it is ever edited. */
export const ladoNote = pgTable(
  "lado_note",
  {
    id: id(),
    recordId: uuid("record_id")
      .notNull()
      .references(() => ladoRecord.id),
    content: sealed("content").notNull(),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [index("lado_note_record").on(t.recordId, t.writtenAt)],
);
