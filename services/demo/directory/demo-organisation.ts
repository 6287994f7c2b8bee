import type { Role } from "#domain/actor";
import type { TeamNeed } from "#domain/team-needs";
import type { OrganisationKind, TeamPurpose } from "#domain/organisation";

export type DemoTeam = {
  name: string;
  purpose: TeamPurpose;
  mailbox: string;
  /** Years, inclusive; every child when left out. */
  ages?: readonly [number, number];
  areas?: readonly string[];
  needs?: readonly TeamNeed[];
  people: readonly DemoPerson[];
};

type DemoPerson = { name: string; job: string; roles: readonly Role[] };

export type DemoOrganisation = {
  name: string;
  kind: OrganisationKind;
  domain: string;
  teams: readonly DemoTeam[];
};

export const person = (name: string, job: string, ...roles: Role[]): DemoPerson => ({ name, job, roles });
