import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { addressOutcomes, directoryActs, directoryKinds } from "#domain/directory";
import { id, instant } from "../columns.ts";
import { organisation, staff, team } from "./directory.ts";

export const directoryKindEnum = pgEnum("directory_kind", directoryKinds);
export const directoryActEnum = pgEnum("directory_act", directoryActs);
export const addressOutcomeEnum = pgEnum("address_outcome", addressOutcomes);

/** What an administrator changed of an organisation, a team or a person: what was, what is, who and why. Append-only. */
export const directoryChange = pgTable(
  "directory_change",
  {
    id: id(),
    kind: directoryKindEnum("kind").notNull(),
    /** The organisation's, team's or person's own id. */
    subjectId: uuid("subject_id").notNull(),
    act: directoryActEnum("act").notNull(),
    /** The values by field name (domain/directory.ts), as they were called then. */
    before: jsonb("before").notNull(),
    after: jsonb("after").notNull(),
    reason: text("reason").notNull(),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => staff.id),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [index("directory_change_subject").on(t.subjectId, t.id)],
);

/**
 * Another address for notices, of an organisation or a team. One administrator proposes it, another confirms it: the
 * table itself takes no confirmation by the proposer.
 */
export const addressChange = pgTable(
  "address_change",
  {
    id: id(),
    organisationId: uuid("organisation_id").references(() => organisation.id),
    teamId: uuid("team_id").references(() => team.id),
    /** Where notices went when it was confirmed, or go while it is open; null where they went nowhere. */
    oldEmail: text("old_email"),
    newEmail: text("new_email").notNull(),
    reason: text("reason").notNull(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => staff.id),
    proposedAt: instant("proposed_at").notNull(),
    settledBy: uuid("settled_by").references(() => staff.id),
    settledAt: instant("settled_at"),
    outcome: addressOutcomeEnum("outcome"),
  },
  (t) => [
    check("address_change_one_subject", sql`num_nonnulls(${t.organisationId}, ${t.teamId}) = 1`),
    check(
      "address_change_settled_whole",
      sql`num_nonnulls(${t.settledBy}, ${t.settledAt}, ${t.outcome}) in (0, 3)`,
    ),
    check(
      "address_change_two_people",
      sql`${t.outcome} is distinct from 'confirmed' or ${t.settledBy} <> ${t.proposedBy}`,
    ),
    uniqueIndex("address_change_open_organisation")
      .on(t.organisationId)
      .where(sql`${t.settledAt} is null`),
    uniqueIndex("address_change_open_team")
      .on(t.teamId)
      .where(sql`${t.settledAt} is null`),
  ],
);
