import { and, asc, count, eq, sql } from "drizzle-orm";
import { organisation, staff, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { TeamPurpose } from "#domain/organisation";
import type { TeamNeed } from "#domain/team-needs";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";
import { openAddressChange, type OpenAddressChange } from "./address-changes.ts";
import { readingAs } from "./administering.ts";
import { readHistory, type HistoryEntry } from "./history.ts";
import { containing, directoryPageSize } from "./organisations.ts";

export type ListedTeam = {
  id: string;
  name: string;
  organisation: string;
  purpose: TeamPurpose;
  /** Its own, or its organisation's. */
  sentTo: string | null;
  fromAge: number;
  toAge: number;
  areas: string[];
  needs: TeamNeed[];
  active: boolean;
  people: number;
};

const listed = {
  ...{ id: team.id, name: team.name, organisation: organisation.name, purpose: team.purpose },
  ...{ fromAge: team.fromAge, toAge: team.toAge, areas: team.areas, needs: team.needs, active: team.active },
  sentTo: sql<string | null>`coalesce(${team.dutyEmail}, ${organisation.dutyEmail})`,
};
const peopleOf = ({ tx }: Unit) => tx.$count(staff, and(eq(staff.teamId, team.id), staff.active));

/** The teams whose name or organisation holds what was typed; those that have ended come last. */
export async function listTeams(
  context: Context,
  actor: StaffActor,
  query: { search: string; page: number },
): Promise<{ rows: ListedTeam[]; pages: number; total: number }> {
  return readingAs(context, actor, async (unit) => {
    const pattern = containing(query.search);
    const where =
      query.search === ""
        ? undefined
        : sql`(${team.name} ilike ${pattern} or ${organisation.name} ilike ${pattern})`;
    const [all] = await unit.tx
      .select({ n: count() })
      .from(team)
      .innerJoin(organisation, eq(organisation.id, team.organisationId))
      .where(where);
    const rows = await unit.tx
      .select({ ...listed, people: peopleOf(unit) })
      .from(team)
      .innerJoin(organisation, eq(organisation.id, team.organisationId))
      .where(where)
      .orderBy(sql`${team.active} desc`, asc(organisation.name), asc(team.name))
      .limit(directoryPageSize)
      .offset((query.page - 1) * directoryPageSize);
    const total = all?.n ?? 0;
    const resultIds = rows.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "teams", resultIds } });
    return { rows, total, pages: Math.max(1, Math.ceil(total / directoryPageSize)) };
  });
}

export type TeamPage = {
  team: Omit<ListedTeam, "people"> & { organisationId: string };
  members: { id: string; name: string; jobTitle: string }[];
  address: OpenAddressChange | null;
  history: HistoryEntry[];
};

/** @throws NotFound */
export async function readTeam(context: Context, actor: StaffActor, id: string): Promise<TeamPage> {
  return readingAs(context, actor, async (unit) => {
    const [found] = isId(id)
      ? await unit.tx
          .select({ ...listed, organisationId: team.organisationId })
          .from(team)
          .innerJoin(organisation, eq(organisation.id, team.organisationId))
          .where(eq(team.id, id))
      : [];
    if (!found) throw new NotFound("no such team");
    const members = await unit.tx
      .select({ id: staff.id, name: staff.name, jobTitle: staff.jobTitle })
      .from(staff)
      .where(and(eq(staff.teamId, id), staff.active))
      .orderBy(asc(staff.name), asc(staff.id))
      .limit(500);
    const address = await openAddressChange(unit, actor, { of: "team", id });
    return { team: found, members, address, history: await readHistory(unit, id) };
  });
}

export async function findTeam({ tx }: Unit, id: string) {
  const [found] = isId(id) ? await tx.select().from(team).where(eq(team.id, id)) : [];
  if (!found) throw new NotFound("no such team");
  return found;
}
