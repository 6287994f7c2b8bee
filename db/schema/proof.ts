import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { jobKinds } from "#domain/jobs";
import { bytea, id, instant } from "../columns.ts";

export const jobKindEnum = pgEnum("job_kind", jobKinds);
export const dataKeySubjects = [
  "draft",
  "contact",
  "referrer",
  "person",
  "case",
  "lado",
  "kept_form",
  "staff",
  "proposal",
  "sender",
  "call",
  "webhook",
  "police_batch",
] as const;
export type DataKeySubject = (typeof dataKeySubjects)[number];
export const dataKeySubjectEnum = pgEnum("data_key_subject", dataKeySubjects);

/** One AES-256 key a subject, wrapped by the key of `wrapVersion`. Destroying `wrapped` erases what it sealed. */
export const dataKey = pgTable(
  "data_key",
  {
    subject: dataKeySubjectEnum("subject").notNull(),
    subjectId: uuid("subject_id").notNull(),
    wrapVersion: smallint("wrap_version").notNull(),
    wrapped: bytea("wrapped"),
    destroyedAt: instant("destroyed_at"),
  },
  (t) => [primaryKey({ columns: [t.subject, t.subjectId] })],
);

/** A typed fact about who did or saw what. Insert-only by grant and trigger; ids and codes only. */
export const auditEvent = pgTable(
  "audit_event",
  {
    id: id(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    actorKind: text("actor_kind", { enum: ["staff", "public", "system"] }).notNull(),
    actorId: uuid("actor_id"),
    sessionId: uuid("session_id"),
    process: text("process"),
    contactId: uuid("contact_id"),
    subjectId: uuid("subject_id"),
    facts: jsonb("facts").notNull(),
    recordedAt: instant("recorded_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    index("audit_event_contact").on(t.contactId, t.at),
    index("audit_event_actor").on(t.actorId, t.at),
    index("audit_event_at").on(t.at),
  ],
);

/** The chain: position without gaps, hash over the event's canonical bytes and the hash before, and a keyed MAC. */
export const auditLink = pgTable("audit_link", {
  position: bigint("position", { mode: "number" }).primaryKey(),
  eventId: uuid("event_id")
    .notNull()
    .unique()
    .references(() => auditEvent.id),
  hash: bytea("hash").notNull(),
  mac: bytea("mac").notNull(),
  /** Which of the keys of AUDIT_KEY made the MAC. */
  keyVersion: smallint("key_version").notNull().default(1),
  linkedAt: instant("linked_at").notNull(),
});

/** Chain heads that were published outside this database. */
export const auditSeal = pgTable("audit_seal", {
  position: bigint("position", { mode: "number" }).primaryKey(),
  hash: bytea("hash").notNull(),
  signature: bytea("signature").notNull(),
  keyVersion: smallint("key_version").notNull().default(1),
  sealedAt: instant("sealed_at").notNull(),
});

/**
 * Work owed, written in the transaction that owes it. Ids only. Rows are read by "not done", never by "id after
 * cursor": a transaction that commits late would be skipped for ever.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    kind: jobKindEnum("kind").notNull(),
    /** What the work is about: a contact, a decision, a pathway. */
    subjectId: uuid("subject_id").notNull(),
    /** Who it goes to, when it goes to somebody: an organisation, team, staff or referrer id. */
    recipientId: uuid("recipient_id"),
    facts: jsonb("facts").notNull().default({}),
    createdAt: instant("created_at").notNull(),
    availableAt: instant("available_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    leaseUntil: instant("lease_until"),
    /** A code, never a message: messages can carry what was typed. */
    lastProblem: text("last_problem"),
    doneAt: instant("done_at"),
  },
  (t) => [
    unique("outbox_once").on(t.kind, t.subjectId, t.recipientId).nullsNotDistinct(),
    index("outbox_owed")
      .on(t.availableAt)
      .where(sql`${t.doneAt} is null`),
  ],
);

/** Effects that happened. At-least-once delivery becomes once-only effects here. */
export const inbox = pgTable(
  "inbox",
  {
    outboxId: uuid("outbox_id").notNull(),
    effect: text("effect").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.outboxId, t.effect] })],
);

/** One attempt to send one message to one recipient. Its state is read from its times. */
export const delivery = pgTable(
  "delivery",
  {
    id: id(),
    outboxId: uuid("outbox_id")
      .notNull()
      .references(() => outbox.id),
    attempt: integer("attempt").notNull(),
    message: text("message").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    startedAt: instant("started_at").notNull(),
    acceptedAt: instant("accepted_at"),
    refusedAt: instant("refused_at"),
    permanent: text("permanent", { enum: ["yes", "no"] }),
    serverReply: text("server_reply"),
  },
  (t) => [unique("delivery_attempt").on(t.outboxId, t.attempt), index("delivery_started").on(t.startedAt)],
);

/** Signs of life of workers: what the duty screen and readiness look at. */
export const heartbeat = pgTable("heartbeat", {
  process: text("process").primaryKey(),
  startedAt: instant("started_at").notNull(),
  beatAt: instant("beat_at").notNull(),
});
