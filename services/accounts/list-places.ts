import { and, asc, eq } from "drizzle-orm";
import { organisation, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { refusesInvitation } from "#domain/invitation";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type Place = { id: string; name: string };

/** Where somebody who is invited can work: organisations, each with its teams. */
export async function listPlaces(context: Context, actor: StaffActor): Promise<Place[]> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, async ({ tx }) => {
    const rows = await tx
      .select({
        id: organisation.id,
        name: organisation.name,
        kind: organisation.kind,
        teamId: team.id,
        teamName: team.name,
      })
      .from(organisation)
      .leftJoin(team, and(eq(team.organisationId, organisation.id), team.active))
      .where(eq(organisation.active, true))
      .orderBy(asc(organisation.name), asc(team.name))
      .limit(1_000);
    const places = new Map<string, Place>();
    for (const row of rows) {
      if (refusesInvitation(row.kind, context.provider !== null) !== null) continue;
      places.set(row.id, { id: row.id, name: row.name });
      if (row.teamId !== null)
        places.set(row.teamId, { id: row.teamId, name: `${row.name}, ${row.teamName}` });
    }
    return [...places.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  });
}
