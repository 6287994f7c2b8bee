import { index, pgEnum, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { languages } from "#domain/intake";
import { bytea, id, instant, sealed } from "../columns.ts";

export const languageEnum = pgEnum("language", languages);

/** Somebody who sends from outside and can read an address at work. Nobody signs in with this: it finds their own forms. */
export const sender = pgTable("sender", {
  id: id(),
  /** Keyed hash of the address, to find it by. */
  emailKey: bytea("email_key").notNull().unique(),
  /** The version of the lookup key that made it. */
  keyVersion: smallint("key_version").notNull(),
  /** Sealed JSON of `SenderParticulars`: the address, and what they last wrote about themselves. */
  particulars: sealed("particulars").notNull(),
  madeAt: instant("made_at").notNull(),
  /** When a code that was sent there was last typed; null when none ever was. */
  provenAt: instant("proven_at"),
});

/** One browser in which somebody asked for a code. The code is worked out from the id and kept nowhere. */
export const senderSession = pgTable(
  "sender_session",
  {
    id: id(),
    senderId: uuid("sender_id")
      .notNull()
      .references(() => sender.id),
    /** Of the cookie: the code is worth something in this browser alone. */
    secretHash: bytea("secret_hash").notNull().unique(),
    askedAt: instant("asked_at").notNull(),
    tries: smallint("tries").notNull().default(0),
    provenAt: instant("proven_at"),
    /** Of the code first, of the session from then on. */
    expiresAt: instant("expires_at").notNull(),
    /** What the page was read in on which the code was asked for. */
    language: languageEnum("language").notNull().default("en"),
  },
  (t) => [index("sender_session_sender").on(t.senderId), index("sender_session_expires").on(t.expiresAt)],
);
