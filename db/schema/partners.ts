import { sql } from "drizzle-orm";
import { index, integer, pgTable, smallint, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { apiScopes } from "#domain/api/keys";
import { webhookKinds } from "#domain/api/webhooks";
import { bytea, id, instant, sealed } from "../columns.ts";
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

/** Where an organisation's system wants to be told how its contacts come along. One at a time. */
export const webhook = pgTable(
  "webhook",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    url: text("url").notNull(),
    /** What its events are signed with. */
    secret: sealed("secret").notNull(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => staff.id),
    madeAt: instant("made_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("webhook_one")
      .on(t.organisationId)
      .where(sql`${t.endedAt} is null`),
  ],
);

/** Something that happened to a contact and that its sender's system is told. */
export const webhookEvent = pgTable(
  "webhook_event",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    kind: text("kind", { enum: webhookKinds }).notNull(),
    at: instant("at").notNull(),
  },
  (t) => [unique("webhook_event_once").on(t.contactId, t.kind)],
);

/** An event on its way to one address: by itself, or because an administrator asked for it once more. */
export const webhookSending = pgTable(
  "webhook_sending",
  {
    id: id(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => webhookEvent.id),
    webhookId: uuid("webhook_id")
      .notNull()
      .references(() => webhook.id),
    askedBy: uuid("asked_by"),
    askedAt: instant("asked_at").notNull(),
    /** Set while a try is under way, so that a second delivery of the job waits for it. */
    startedAt: instant("started_at"),
    tries: integer("tries").notNull().default(0),
    /** What the other side answered last; null when it did not. */
    lastStatus: smallint("last_status"),
    acceptedAt: instant("accepted_at"),
    givenUpAt: instant("given_up_at"),
  },
  (t) => [
    index("webhook_sending_webhook").on(t.webhookId, t.askedAt),
    index("webhook_sending_event").on(t.eventId),
  ],
);
