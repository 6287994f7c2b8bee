import { and, asc, count, eq, sql } from "drizzle-orm";
import { organisation, staff, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { OrganisationKind } from "#domain/organisation";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";
import { openAddressChange, type OpenAddressChange } from "./address-changes.ts";
import { readingAs } from "./administering.ts";
import { readHistory, type HistoryEntry } from "./history.ts";

export type ListedOrganisation = {
  id: string;
  name: string;
  kind: OrganisationKind;
  cinCode: string | null;
  emailDomains: string[];
  dutyEmail: string | null;
  active: boolean;
  teams: number;
  people: number;
};

export const directoryPageSize = 50;

/** What somebody typed, as a pattern for `ilike` in which nothing of theirs means anything. */
export const containing = (typed: string) =>
  `%${typed
    .slice(0, 100)
    .replace(/[\\%_]/g, "\\$&")
    .replaceAll("\0", "")}%`;

/** The organisations whose name holds what was typed, by name; those that have ended come last. */
export async function listOrganisations(
  context: Context,
  actor: StaffActor,
  query: { search: string; page: number },
): Promise<{ rows: ListedOrganisation[]; pages: number; total: number }> {
  return readingAs(context, actor, async (unit) => {
    const where =
      query.search === "" ? undefined : sql`${organisation.name} ilike ${containing(query.search)}`;
    const [all] = await unit.tx.select({ n: count() }).from(organisation).where(where);
    const rows = await unit.tx
      .select({
        ...{ id: organisation.id, name: organisation.name, kind: organisation.kind },
        emailDomains: organisation.emailDomains,
        ...{ cinCode: organisation.cinCode, dutyEmail: organisation.dutyEmail, active: organisation.active },
        teams: unit.tx.$count(team, and(eq(team.organisationId, organisation.id), team.active)),
        people: unit.tx.$count(staff, and(eq(staff.organisationId, organisation.id), staff.active)),
      })
      .from(organisation)
      .where(where)
      .orderBy(sql`${organisation.active} desc`, asc(organisation.name))
      .limit(directoryPageSize)
      .offset((query.page - 1) * directoryPageSize);
    const total = all?.n ?? 0;
    const resultIds = rows.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "organisations", resultIds } });
    return { rows, total, pages: Math.max(1, Math.ceil(total / directoryPageSize)) };
  });
}

export type OrganisationPage = {
  organisation: Omit<ListedOrganisation, "teams" | "people">;
  teams: { id: string; name: string }[];
  address: OpenAddressChange | null;
  history: HistoryEntry[];
};

/** @throws NotFound */
export async function readOrganisation(
  context: Context,
  actor: StaffActor,
  id: string,
): Promise<OrganisationPage> {
  return readingAs(context, actor, async (unit) => {
    const found = await findOrganisation(unit, id);
    const teams = await unit.tx
      .select({ id: team.id, name: team.name })
      .from(team)
      .where(and(eq(team.organisationId, id), team.active))
      .orderBy(asc(team.name))
      .limit(200);
    const address = await openAddressChange(unit, actor, { of: "organisation", id });
    return { organisation: found, teams, address, history: await readHistory(unit, id) };
  });
}

export async function findOrganisation({ tx }: Unit, id: string) {
  const [found] = isId(id) ? await tx.select().from(organisation).where(eq(organisation.id, id)) : [];
  if (!found) throw new NotFound("no such organisation");
  return found;
}

/** Every organisation that a team can be added to, by name. */
export async function namesOfOrganisations(
  context: Context,
  actor: StaffActor,
): Promise<{ id: string; name: string }[]> {
  return readingAs(context, actor, ({ tx }) =>
    tx
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(eq(organisation.active, true))
      .orderBy(asc(organisation.name))
      .limit(1_000),
  );
}
