import { and, eq, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { organisation, staff, team } from "#db/schema/directory";
import { pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import type { addTeamSchema, TeamForm } from "#domain/admin-forms";
import { purposesOf, type TeamPurpose } from "#domain/organisation";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { endAddressChange } from "./address-changes.ts";
import { administering } from "./administering.ts";
import { keepChange } from "./history.ts";
import { findTeam } from "./teams.ts";

/**
 * Adds a team. Work is routed to it from now on where its ages and postcodes fit best.
 * @throws Invalid by field
 */
export async function addTeam(
  context: Context,
  actor: StaffActor,
  { reason, organisationId, ...values }: z.output<typeof addTeamSchema>,
): Promise<string> {
  return administering(context, actor, async (unit) => {
    const [owner] = await unit.tx
      .select({ name: organisation.name, kind: organisation.kind })
      .from(organisation)
      .where(and(eq(organisation.id, organisationId), organisation.active));
    if (!owner) throw new Invalid({ organisationId: "Choose whose team it is" });
    if (!purposesOf(owner.kind).includes(values.purpose))
      throw new Invalid({ purpose: `A team of ${owner.name} does not do this` });
    const id = context.newId();
    await unit.tx.insert(team).values({ id, organisationId, ...values });
    const after = { ...values, organisation: owner.name };
    await keepChange(unit, { kind: "team", subjectId: id, act: "added", before: {}, after, reason });
    return id;
  });
}

/**
 * Changes what a team is called, and which children it takes. What it does stays: another kind of work is another team's.
 * @throws NotFound; Invalid by field
 */
export async function changeTeam(
  context: Context,
  actor: StaffActor,
  id: string,
  { reason, ...values }: TeamForm,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const { name, fromAge, toAge, areas, needs, active } = await findTeam(unit, id);
    if (!active) throw new Invalid({ name: "It has ended and is no longer changed" });
    await unit.tx.update(team).set(values).where(eq(team.id, id));
    const before = { name, fromAge, toAge, areas, needs };
    await keepChange(unit, { kind: "team", subjectId: id, act: "changed", before, after: values, reason });
  });
}

/**
 * Ends a team that has no people and no work any more.
 * @throws NotFound; Invalid by `reason` when somebody or something is left, or it is the last of the hub
 */
export async function endTeam(
  context: Context,
  actor: StaffActor,
  id: string,
  reason: string,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const { active, purpose } = await findTeam(unit, id);
    const left = active ? await whatIsLeft(unit, id, purpose) : "It has ended already";
    if (left !== null) throw new Invalid({ reason: left });
    await unit.tx.update(team).set({ active: false }).where(eq(team.id, id));
    await endAddressChange(unit, { of: "team", id });
    const [before, after] = [{ active: "yes" }, { active: "no" }];
    await keepChange(unit, { kind: "team", subjectId: id, act: "ended", before, after, reason });
  });
}

async function whatIsLeft({ tx, context }: Unit, id: string, purpose: TeamPurpose): Promise<string | null> {
  const people = await tx.$count(staff, and(eq(staff.teamId, id), staff.active));
  if (people > 0) return `Move or end its people first: there are ${people}`;
  // Looked up by the process: work on a contact that the administrator may not know of would be left without a team too.
  const atWork = await unitOfWork(context, { kind: "system", process: "end-team" }, (unit) =>
    unit.tx.$count(pathway, and(eq(pathway.teamId, id), isNull(pathway.closedAt))),
  );
  if (atWork > 0) return "Work is still with it. A manager gives that to another team first";
  if (purpose !== "hub") return null;
  const others = await tx.$count(team, and(eq(team.purpose, "hub"), team.active, ne(team.id, id)));
  return others === 0 ? "The hub needs a team: it is the only one" : null;
}
