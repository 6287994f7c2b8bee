import { integer, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { id, sealed } from "../columns.ts";
import { attachment } from "./intake.ts";

/** What is in a file, sealed piece by piece. */
export const attachmentChunk = pgTable(
  "attachment_chunk",
  {
    id: id(),
    attachmentId: uuid("attachment_id")
      .notNull()
      .references(() => attachment.id),
    ordinal: integer("ordinal").notNull(),
    content: sealed("content").notNull(),
  },
  (t) => [unique("attachment_chunk_ordinal").on(t.attachmentId, t.ordinal)],
);
