import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import type { OrganisationKind, TeamPurpose } from "#domain/organisation";
import type { Context } from "#services/context";
import type { Random } from "#services/demo/random";
import { addStaff, addTeam, type Place } from "../../../support/staff.ts";

/** Who works at the front door in this run, and how the run reaches them all. */
export type World = {
  context: Context;
  owner: postgres.Sql;
  random: Random;
  now: () => Date;
  /** Goes on by so much; every service reads this clock. */
  pass: (milliseconds: number) => void;
  screeners: readonly StaffActor[];
  managers: readonly StaffActor[];
  /** By what their team is for. */
  workers: Readonly<Record<"advice" | "family_caf" | "social_work", readonly StaffActor[]>>;
  /** Of the police and of health: whoever is called to a discussion. */
  partners: readonly StaffActor[];
  /** What each inbox is for, by its address. */
  inboxes: ReadonlyMap<string, TeamPurpose>;
};

const people = 3;

/** A hub, two teams of each kind that take work, and agencies; each inbox has an address of its own. */
export async function newWorld(
  base: Context,
  owner: postgres.Sql,
  random: Random,
  opening: Date,
): Promise<World> {
  let at = opening;
  const context: Context = { ...base, now: () => at };
  // Nothing goes to anybody else: whoever is told is somebody of this run.
  await owner`update team set active = false`;
  await owner`update staff set active = false`;
  const inboxes = new Map<string, TeamPurpose>();
  const place = async (purpose: TeamPurpose, kind: OrganisationKind = "council"): Promise<Place> => {
    const made = await addTeam(context, { kind, purpose });
    const address = `${purpose}-${made.teamId}@example.gov.uk`;
    await owner`update organisation set duty_email = ${address} where id = ${made.organisationId}`;
    await owner`update team set duty_email = ${address} where id = ${made.teamId}`;
    inboxes.set(address, purpose);
    return made;
  };
  const crew = async (role: Role, where: readonly Place[]) =>
    Promise.all(
      where.flatMap((one) => Array.from({ length: people }, () => addStaff(context, [role], { place: one }))),
    );
  const hub = await place("hub");
  const two = async (purpose: TeamPurpose) => [await place(purpose), await place(purpose)];
  return {
    context,
    owner,
    random,
    now: () => at,
    pass: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds);
    },
    screeners: await crew("screener", [hub]),
    managers: await crew("manager", [hub]),
    workers: {
      advice: await crew("advice", await two("advice")),
      family_caf: await crew("advice", await two("family_caf")),
      social_work: await crew("social_work_manager", await two("social_work")),
    },
    partners: await crew("partner", [await place("partner", "police"), await place("partner", "health")]),
    inboxes,
  };
}
