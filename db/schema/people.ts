import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { linkKinds } from "#domain/beyond-household";
import { bytea, id, instant, sealed } from "../columns.ts";
import { contact, contactAdult, contactChild } from "./intake.ts";

/** A child or adult the hub knows, made of the contact children and adults that staff said are the same. */
export const person = pgTable("person", {
  id: id(),
  createdAt: instant("created_at").notNull(),
  restricted: boolean("restricted").notNull().default(false),
  /** Safe-contact facts belong to the person and travel with them (design 5.3a). */
  safeContact: sealed("safe_contact"),
  retainUntil: date("retain_until", { mode: "string" }),
  legalHold: boolean("legal_hold").notNull().default(false),
  erasedAt: instant("erased_at"),
});

export const linkAnswerEnum = pgEnum("link_answer", ["same", "not_same"]);

/** Who said that a contact child or adult is (or is not) this person, and why. Reversed by `endedAt`, never deleted. */
export const personLink = pgTable(
  "person_link",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    contactChildId: uuid("contact_child_id").references(() => contactChild.id),
    contactAdultId: uuid("contact_adult_id").references(() => contactAdult.id),
    answer: linkAnswerEnum("answer").notNull(),
    reason: sealed("reason").notNull(),
    saidBy: uuid("said_by").notNull(),
    saidAt: instant("said_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
    /** Why it was taken back; null where another answer took its place. */
    endedReason: sealed("ended_reason"),
  },
  (t) => [
    uniqueIndex("person_link_child_once")
      .on(t.contactChildId)
      .where(sql`${t.answer} = 'same' and ${t.endedAt} is null`),
    uniqueIndex("person_link_adult_once")
      .on(t.contactAdultId)
      .where(sql`${t.answer} = 'same' and ${t.endedAt} is null`),
    index("person_link_person").on(t.personId),
    check("person_link_one_subject", sql`num_nonnulls(${t.contactChildId}, ${t.contactAdultId}) = 1`),
  ],
);

/** Distinct name tokens, so that fuzzy search grows with names and not with people. */
export const name = pgTable("name", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  token: text("token").notNull().unique(),
});

/**
 * What a child or adult can be found by. `value` is plain for names, sounds, dates and postcodes, and a keyed HMAC
 * for NHS number, UPN, address, phone and email, so that a dump does not give them away.
 */
export const matchKey = pgTable(
  "match_key",
  {
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    contactChildId: uuid("contact_child_id").notNull(),
    contactId: uuid("contact_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.value, t.contactChildId] }),
    index("match_key_child").on(t.contactChildId),
  ],
);

/** What an adult can be found by, as `match_key` is for children. None of it is sealed: names and birth dates alone. */
export const adultKey = pgTable(
  "adult_key",
  {
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    contactAdultId: uuid("contact_adult_id").notNull(),
    contactId: uuid("contact_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.value, t.contactAdultId] }),
    index("adult_key_adult").on(t.contactAdultId),
  ],
);

export const bandEnum = pgEnum("match_band", ["sure", "likely", "possible"]);

/** An earlier contact child who may be the same child, with the facts that say so. Never merges by itself. */
export const matchCandidate = pgTable(
  "match_candidate",
  {
    id: id(),
    contactId: uuid("contact_id")
      .notNull()
      .references(() => contact.id),
    contactChildId: uuid("contact_child_id")
      .notNull()
      .references(() => contactChild.id),
    earlierChildId: uuid("earlier_child_id")
      .notNull()
      .references(() => contactChild.id),
    band: bandEnum("band").notNull(),
    /** Fact codes of domain/matching.ts; they name no value. */
    facts: text("facts").array().notNull(),
    foundAt: instant("found_at").notNull(),
  },
  (t) => [
    unique("match_candidate_pair").on(t.contactChildId, t.earlierChildId),
    index("match_candidate_contact").on(t.contactId),
    index("match_candidate_earlier").on(t.earlierChildId),
  ],
);

/** What joins two people who do not live together, as somebody said. Reversed by `endedAt`, never deleted. */
export const relationship = pgTable(
  "relationship",
  {
    id: id(),
    fromPersonId: uuid("from_person_id")
      .notNull()
      .references(() => person.id),
    toPersonId: uuid("to_person_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind", { enum: linkKinds }).notNull(),
    particulars: sealed("particulars").notNull(),
    saidBy: uuid("said_by").notNull(),
    saidAt: instant("said_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [index("relationship_from").on(t.fromPersonId), index("relationship_to").on(t.toPersonId)],
);

export const residence = pgTable(
  "residence",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    postcode: text("postcode"),
    addressKey: bytea("address_key"),
    address: sealed("address").notNull(),
    fromDate: date("from_date", { mode: "string" }),
    toDate: date("to_date", { mode: "string" }),
  },
  (t) => [index("residence_person").on(t.personId), index("residence_address").on(t.addressKey)],
);

/** Open cases as the case-management system last told us, "as at" a time. */
export const openCase = pgTable(
  "open_case",
  {
    id: id(),
    caseNumber: text("case_number").notNull().unique(),
    personId: uuid("person_id").references(() => person.id),
    status: text("status").notNull(),
    particulars: sealed("particulars").notNull(),
    workerId: uuid("worker_id"),
    /** Of what the list said, keyed: a row that says the same as before is not sealed anew. */
    rowHash: bytea("row_hash"),
    asAt: instant("as_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [index("open_case_person").on(t.personId)],
);
