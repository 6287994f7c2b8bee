import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { apiScopes } from "#domain/api/keys";
import { bytea, id, instant } from "../columns.ts";
import { organisation, staff } from "./directory.ts";
import { contact } from "./intake.ts";

/** What an organisation's own system shows to be let in. Only the hash of its 256 random bits is kept. */
export const apiKey = pgTable(
  "api_key",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    /** What the administrator calls it: the system that has it. */
    name: text("name").notNull(),
    secretHash: bytea("secret_hash").notNull().unique(),
    /** Its first characters, by which two people on the telephone know that they mean the same one. */
    hint: text("hint").notNull(),
    scopes: text("scopes", { enum: apiScopes }).array().notNull(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => staff.id),
    madeAt: instant("made_at").notNull(),
    /** The key that it takes the place of; both are good until that one ends. */
    replacesId: uuid("replaces_id"),
    /** From when on it lets nobody in; null while nothing is said. */
    endsAt: instant("ends_at"),
    endedBy: uuid("ended_by"),
    /** To the minute: whether an old key is still in somebody's program. */
    usedAt: instant("used_at"),
  },
  (t) => [index("api_key_organisation").on(t.organisationId)],
);

/**
 * Which organisation's system sent a contact, so that it may ask what became of it. Apart from the contact, like the
 * referrer: nobody of the hub reads it, and nothing else in the database says who sent one.
 */
export const partnerContact = pgTable(
  "partner_contact",
  {
    contactId: uuid("contact_id")
      .primaryKey()
      .references(() => contact.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    apiKeyId: uuid("api_key_id"),
  },
  (t) => [index("partner_contact_organisation").on(t.organisationId)],
);
