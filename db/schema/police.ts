import { index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ColumnMap } from "#domain/police/fields";
import { id, instant, sealed } from "../columns.ts";
import { organisation, staff } from "./directory.ts";
import { contact } from "./intake.ts";

/** What the columns of a force's own export mean, as somebody there said once. Headings, nothing about anybody. */
export const policeMap = pgTable("police_map", {
  organisationId: uuid("organisation_id")
    .primaryKey()
    .references(() => organisation.id),
  columns: jsonb("columns").$type<ColumnMap>().notNull(),
  savedBy: uuid("saved_by").notNull(),
  savedAt: instant("saved_at").notNull(),
});

/** A file of notices as it arrived. The clocks of what is in it start then, whenever somebody looks at it. */
export const policeBatch = pgTable(
  "police_batch",
  {
    id: id(),
    /** What the force and the hub call it by. */
    reference: text("reference").notNull().unique(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => staff.id),
    receivedAt: instant("received_at").notNull(),
    headings: jsonb("headings").$type<string[]>().notNull(),
    /** Who can be asked about it: sealed JSON of officer, email, phone. */
    asking: sealed("asking").notNull(),
    /** The columns are known from then on. */
    mappedAt: instant("mapped_at"),
    sentAt: instant("sent_at"),
  },
  (t) => [index("police_batch_organisation").on(t.organisationId, t.receivedAt)],
);

/** One row of it: as it was read, and as somebody mended it. Both go after a month; the contact that it became stays. */
export const policeRow = pgTable(
  "police_row",
  {
    id: id(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => policeBatch.id),
    number: integer("number").notNull(),
    cells: sealed("cells").notNull(),
    /** By field, once somebody mended it. */
    mended: sealed("mended"),
    contactId: uuid("contact_id").references(() => contact.id),
    /** Of the contact that it became, or of the one that this force sent before under the same reference of its own. */
    contactReference: text("contact_reference"),
    decideBy: instant("decide_by"),
    sentAt: instant("sent_at"),
    /** It had come before, with other words. */
    repeatedAt: instant("repeated_at"),
  },
  (t) => [unique("police_row_number").on(t.batchId, t.number)],
);
