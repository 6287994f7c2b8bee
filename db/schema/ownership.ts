import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { unownedKinds } from "#domain/ownership";
import { id, instant } from "../columns.ts";
import { contact, contactChild } from "./intake.ts";

/** A child, or what was decided for one, that was found with nobody who sees it, and when it was put right. */
export const unowned = pgTable(
  "unowned",
  {
    id: id(),
    kind: text("kind", { enum: unownedKinds }).notNull(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    foundAt: instant("found_at").notNull(),
    mendedAt: instant("mended_at"),
  },
  (t) => [
    uniqueIndex("unowned_open")
      .on(t.contactChildId, t.kind)
      .where(sql`${t.mendedAt} is null`),
    index("unowned_contact").on(t.contactId),
  ],
);

/** When everything was last looked through, and how much that was: nothing found means something only beside it. */
export const ownershipCheck = pgTable(
  "ownership_check",
  {
    id: id(),
    checkedAt: instant("checked_at").notNull(),
    children: integer("children").notNull(),
    works: integer("works").notNull(),
    found: integer("found").notNull(),
  },
  (t) => [index("ownership_check_at").on(t.checkedAt)],
);
