import { sql } from "drizzle-orm";
import { check, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, sealed } from "../columns.ts";
import { contact } from "./intake.ts";
import { bundle } from "./screening.ts";

/** Who put a contact into a bundle, and who took it out again, each with why. `contact.bundle_id` is what stands now. */
export const bundleMember = pgTable(
  "bundle_member",
  {
    id: id(),
    bundleId: uuid("bundle_id")
      .notNull()
      .references(() => bundle.id),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    reason: sealed("reason").notNull(),
    saidBy: uuid("said_by").notNull(),
    saidAt: instant("said_at").notNull(),
    endReason: sealed("end_reason"),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("bundle_member_once")
      .on(t.contactId)
      .where(sql`${t.endedAt} is null`),
    index("bundle_member_bundle").on(t.bundleId),
    check("bundle_member_ended_whole", sql`(${t.endedBy} is null) = (${t.endedAt} is null)`),
  ],
);
