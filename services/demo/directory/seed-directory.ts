import { organisation, roleGrant, setting, staff, team } from "#db/schema/directory";
import type { OrganisationKind } from "#domain/organisation";
import type { SourceCode } from "#domain/questions/you";
import type { Unit } from "../../unit-of-work.ts";
import { demoDirectory } from "./index.ts";

/** Districts of the invented town. */
const postcodeAreas = Array.from({ length: 9 }, (_, i) => `AB${i + 1}`);

/** How the census counts contacts from each kind of organisation. */
const censusCodes: Partial<Record<OrganisationKind, SourceCode>> = {
  ...{
    police: "6",
    health: "3F",
    education: "2A",
    housing: "4",
    probation: "7",
    early_help: "5D",
    voluntary: "8",
  },
};

/** The areas were set when the authority began: before anything that its administrators changed. */
const yearMs = 365 * 86_400_000;

const address = (name: string, domain: string) =>
  `${name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z]+/g, ".")}@${domain}`;

/** Makes the organisations, teams and people of the demonstration, with the roles that each of them holds. */
export async function seedDirectory(unit: Unit): Promise<{ people: number }> {
  const { newId } = unit.context;
  const organisations = demoDirectory.map((one) => ({ id: newId(), one }));
  const teams = organisations.flatMap(({ id, one }) =>
    one.teams.map((each) => ({ id: newId(), organisationId: id, domain: one.domain, each })),
  );
  const people = teams.flatMap(({ id, organisationId, domain, each }) =>
    each.people.map((person) => ({ id: newId(), organisationId, teamId: id, domain, person })),
  );
  // Somebody has to have granted the first roles: the administrator did, their own among them.
  const granter = people.find(({ person }) => person.roles.includes("administrator"));
  if (!granter) throw new Error("the demonstration has no administrator");
  const { tx, now } = unit;
  await tx.insert(organisation).values(
    organisations.map(({ id, one }) => ({
      id,
      name: one.name,
      kind: one.kind,
      dutyEmail: `duty@${one.domain}`,
      cinCode: censusCodes[one.kind] ?? null,
    })),
  );
  await tx.insert(team).values(
    teams.map(({ id, organisationId, domain, each }) => ({
      id,
      organisationId,
      name: each.name,
      purpose: each.purpose,
      dutyEmail: `${each.mailbox}@${domain}`,
      fromAge: each.ages?.[0] ?? -1,
      toAge: each.ages?.[1] ?? 17,
      areas: [...(each.areas ?? [])],
      needs: [...(each.needs ?? [])],
    })),
  );
  await tx.insert(staff).values(
    people.map(({ id, organisationId, teamId, domain, person }) => ({
      id,
      organisationId,
      teamId,
      name: person.name,
      jobTitle: person.job,
      email: address(person.name, domain),
    })),
  );
  await tx.insert(roleGrant).values(
    people.flatMap(({ id, person }) =>
      person.roles.map((role) => ({
        id: newId(),
        staffId: id,
        role,
        grantedBy: granter.id,
        grantedAt: now,
      })),
    ),
  );
  await tx.insert(setting).values({
    key: "postcodeAreas",
    version: 1,
    value: postcodeAreas,
    setAt: new Date(now.getTime() - yearMs),
  });
  return { people: people.length };
}
