import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, id, instant, sealed } from "../columns.ts";
import { staff } from "./directory.ts";

const ofStaff = () =>
  uuid("staff_id")
    .notNull()
    .references(() => staff.id);

/** Who somebody is at the identity provider. Never found by email address: addresses are given to other people. */
export const federatedIdentity = pgTable(
  "federated_identity",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    staffId: ofStaff(),
    linkedAt: instant("linked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("federated_identity_staff").on(t.staffId)],
);

/** An argon2id hash with its salt and cost in it. */
export const staffPassword = pgTable("staff_password", {
  staffId: ofStaff().primaryKey(),
  hash: text("hash").notNull(),
  setAt: instant("set_at").notNull(),
});

/** The secret that somebody's authenticator app shares with us; unproven until a first code was typed. */
export const authenticatorApp = pgTable(
  "authenticator_app",
  {
    id: id(),
    staffId: ofStaff(),
    secret: sealed("secret").notNull(),
    addedAt: instant("added_at").notNull(),
    provenAt: instant("proven_at"),
    /** The last 30-second step whose code was taken: a code works once. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("authenticator_app_proven")
      .on(t.staffId)
      .where(sql`${t.endedAt} is null and ${t.provenAt} is not null`),
    uniqueIndex("authenticator_app_offered")
      .on(t.staffId)
      .where(sql`${t.endedAt} is null and ${t.provenAt} is null`),
  ],
);

/** A passkey's public half. */
export const passkey = pgTable(
  "passkey",
  {
    id: id(),
    staffId: ofStaff(),
    credentialId: bytea("credential_id").notNull().unique(),
    publicKey: bytea("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Kept by a password manager and on several devices, rather than in one piece of hardware. */
    synced: boolean("synced").notNull(),
    addedAt: instant("added_at").notNull(),
    usedAt: instant("used_at"),
    endedAt: instant("ended_at"),
  },
  (t) => [index("passkey_staff").on(t.staffId)],
);

/**
 * A sign-in, an enrolment or a proof that is under way in one browser. Only the hash of the browser's secret is kept;
 * state, nonce, verifier and challenge are made from that secret, so a dump says nothing about them.
 */
export const signInFlow = pgTable(
  "sign_in_flow",
  {
    id: id(),
    secretHash: bytea("secret_hash").notNull().unique(),
    purpose: text("purpose").notNull(),
    /** Whom it is about, once that is known. */
    staffId: uuid("staff_id").references(() => staff.id),
    /** Where to go afterwards, a path of our own. */
    next: text("next"),
    startedAt: instant("started_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [index("sign_in_flow_expires").on(t.expiresAt)],
);

/** Leave to set up an account, or to set it up anew: given by somebody else, used by the person with a code. */
export const invitation = pgTable(
  "invitation",
  {
    id: id(),
    staffId: ofStaff(),
    kind: text("kind", { enum: ["invitation", "recovery"] }).notNull(),
    /** Null when the operator's command started it. */
    startedBy: uuid("started_by"),
    startedAt: instant("started_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Of the code that the operator's command printed; codes by email need nothing kept. */
    codeHash: bytea("code_hash"),
    doneAt: instant("done_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("invitation_staff").on(t.staffId)],
);

/** A code that was sent by email. The code itself is made from the row's id with a key that is not in the database. */
export const emailCode = pgTable(
  "email_code",
  {
    id: id(),
    invitationId: uuid("invitation_id")
      .notNull()
      .references(() => invitation.id),
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    tries: smallint("tries").notNull().default(0),
    usedAt: instant("used_at"),
  },
  (t) => [index("email_code_invitation").on(t.invitationId, t.madeAt)],
);

/** A browser in which somebody signed in before. Signing in from any other is told to them by email. */
export const knownDevice = pgTable(
  "known_device",
  {
    id: id(),
    staffId: ofStaff(),
    secretHash: bytea("secret_hash").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (t) => [unique("known_device_once").on(t.staffId, t.secretHash)],
);

/** Attempts in one window of time, by a keyed hash of what is limited: an address or an account is not in it. */
export const attemptCount = pgTable(
  "attempt_count",
  {
    key: bytea("key").primaryKey(),
    count: integer("count").notNull(),
    until: instant("until").notNull(),
  },
  (t) => [index("attempt_count_until").on(t.until)],
);
