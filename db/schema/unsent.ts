import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { unsentForms } from "#domain/unsent-form";
import { id, instant, sealed } from "../columns.ts";
import { phoneCall } from "./calls.ts";
import { staff } from "./directory.ts";
import { contact } from "./intake.ts";

/**
 * What somebody is typing into a form and has not sent: theirs alone, and one row for each time that the page was opened,
 * so that two tabs never write over each other. Its page makes the id.
 */
export const unsentForm = pgTable(
  "unsent_form",
  {
    id: id(),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    contactId: uuid("contact_id").references(() => contact.id),
    callId: uuid("call_id").references(() => phoneCall.id, { onDelete: "cascade" }),
    form: text("form", { enum: unsentForms }).notNull(),
    /** Null once it was sent or thrown away: a save that was on its way then changes nothing any more. */
    body: sealed("body"),
    /** Counts up with every save of its page, so that one that comes late does not win. */
    saves: bigint("saves", { mode: "number" }).notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    index("unsent_form_contact").on(t.contactId, t.staffId),
    index("unsent_form_call").on(t.callId),
    index("unsent_form_saved").on(t.savedAt),
    check("unsent_form_of_one", sql`num_nonnulls(${t.contactId}, ${t.callId}) = 1`),
  ],
);
