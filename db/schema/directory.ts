import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { roles } from "#domain/actor";
import { organisationKinds, teamPurposes } from "#domain/organisation";
import { teamNeeds } from "#domain/team-needs";
import { bytea, id, instant, sealed } from "../columns.ts";

export const organisationKindEnum = pgEnum("organisation_kind", organisationKinds);
export const teamPurposeEnum = pgEnum("team_purpose", teamPurposes);
export const roleEnum = pgEnum("staff_role", roles);

export const organisation = pgTable("organisation", {
  id: id(),
  name: text("name").notNull().unique(),
  kind: organisationKindEnum("kind").notNull(),
  /** The duty inbox that notices go to: an organisation's address, never a person's. */
  dutyEmail: text("duty_email"),
  /** The referral source of the children-in-need census that contacts from it are counted under. */
  cinCode: text("cin_code"),
  /** What comes after the @ in the addresses that only its own people have: who reads one works there. */
  emailDomains: text("email_domains")
    .array()
    .notNull()
    .default(sql`'{}'`),
  active: boolean("active").notNull().default(true),
});

export const team = pgTable(
  "team",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    name: text("name").notNull(),
    purpose: teamPurposeEnum("purpose").notNull(),
    dutyEmail: text("duty_email"),
    /** Routing facts: which ages (years, inclusive; -1 is unborn) and postcode areas this team takes. */
    fromAge: smallint("from_age").notNull().default(-1),
    toAge: smallint("to_age").notNull().default(17),
    areas: text("areas")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Needs that this team is there for; with any, it takes no other child. */
    needs: text("needs", { enum: teamNeeds })
      .array()
      .notNull()
      .default(sql`'{}'`),
    active: boolean("active").notNull().default(true),
  },
  (t) => [
    uniqueIndex("team_name").on(t.organisationId, t.name),
    index("team_purpose_active").on(t.purpose, t.active),
  ],
);

export const staff = pgTable(
  "staff",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    teamId: uuid("team_id").references(() => team.id),
    name: text("name").notNull(),
    jobTitle: text("job_title").notNull(),
    email: text("email").notNull(),
    active: boolean("active").notNull().default(true),
  },
  (t) => [uniqueIndex("staff_email").on(sql`lower(${t.email})`), index("staff_team").on(t.teamId)],
);

export const roleGrant = pgTable(
  "role_grant",
  {
    id: id(),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    role: roleEnum("role").notNull(),
    grantedBy: uuid("granted_by").notNull(),
    grantedAt: instant("granted_at").notNull(),
    revokedBy: uuid("revoked_by"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("role_grant_once")
      .on(t.staffId, t.role)
      .where(sql`${t.revokedAt} is null`),
    index("role_grant_staff").on(t.staffId),
  ],
);

/** Only the hash of a session's 256-bit id is kept, so a dump signs nobody in. */
export const session = pgTable(
  "session",
  {
    id: id(),
    secretHash: bytea("secret_hash").notNull().unique(),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    startedAt: instant("started_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    provedAt: instant("proved_at")
      .notNull()
      .default(sql`now()`),
    lockedAt: instant("locked_at"),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("session_staff").on(t.staffId)],
);

/**
 * A form that somebody posted on a locked or ended session: kept for them alone, shown to them again once they have
 * proved who they are, and never carried out by itself.
 */
export const keptForm = pgTable(
  "kept_form",
  {
    id: id(),
    staffId: uuid("staff_id")
      .notNull()
      .references(() => staff.id),
    /** The page that it was posted to. */
    path: text("path").notNull(),
    body: sealed("body").notNull(),
    keptAt: instant("kept_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("kept_form_staff").on(t.staffId, t.keptAt)],
);

/**
 * How far ahead of its pace a source or an account is (domain/pacing.ts). The key is a keyed hash: nobody can read an
 * address or a name from it. A row whose moment has passed means nothing any more and is deleted.
 */
export const pace = pgTable(
  "pace",
  { keyHash: bytea("key_hash").primaryKey(), clearAt: instant("clear_at").notNull() },
  (t) => [index("pace_clear").on(t.clearAt)],
);

export const serviceListing = pgTable("service_listing", {
  id: id(),
  name: text("name").notNull(),
  tier: smallint("tier").notNull(),
  description: text("description").notNull(),
  organisationId: uuid("organisation_id").references(() => organisation.id),
  reviewOn: date("review_on", { mode: "string" }).notNull(),
  active: boolean("active").notNull().default(true),
});

/**
 * Local numbers and words (domain/settings.ts). The highest version of a key stands; older ones are kept. A change keeps
 * every key of its group (domain/setting-groups.ts) under one id, so that it can be put back whole.
 */
export const setting = pgTable(
  "setting",
  {
    key: text("key").notNull(),
    version: integer("version").notNull(),
    value: jsonb("value").notNull(),
    setBy: uuid("set_by"),
    setAt: instant("set_at").notNull(),
    changeId: uuid("change_id"),
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.key, t.version] }), index("setting_change").on(t.changeId)],
);

/** One row: whether this database is for demonstration or for real children. Each mode refuses the other's. */
export const installation = pgTable("installation", {
  one: boolean("one").primaryKey().default(true),
  mode: text("mode", { enum: ["demo", "live"] }).notNull(),
  since: instant("since").notNull(),
});
