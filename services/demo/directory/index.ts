import type { OrganisationKind } from "#domain/organisation";
import { council } from "./council.ts";
import { person, type DemoOrganisation } from "./demo-organisation.ts";

const partner = (
  name: string,
  kind: OrganisationKind,
  domain: string,
  who: string,
  job: string,
): DemoOrganisation => ({
  name,
  kind,
  domain,
  teams: [
    { name: "Safeguarding", purpose: "partner", mailbox: "duty", people: [person(who, job, "partner")] },
  ],
});

/** The authority and its partners. Domains end in .example: nobody owns them. */
export const demoDirectory: readonly DemoOrganisation[] = [
  council,
  partner(
    "Anyshire Police",
    "police",
    "anyshire-police.example",
    "Karen Holt",
    "Detective sergeant, child protection",
  ),
  partner(
    "Anytown Community Health NHS Trust",
    "health",
    "community-health.example",
    "Folake Bello",
    "Named nurse, safeguarding",
  ),
  partner(
    "Anytown Hospitals NHS Trust",
    "health",
    "anytown-hospitals.example",
    "Daniel Roth",
    "Named doctor",
  ),
  partner(
    "Oakfield Primary School",
    "education",
    "oakfield.example",
    "Rehana Begum",
    "Designated safeguarding lead",
  ),
  partner(
    "Northgate Academy",
    "education",
    "northgate.example",
    "Luke Hobbs",
    "Designated safeguarding lead",
  ),
  partner("Anytown Homes", "housing", "anytown-homes.example", "Tracey Dale", "Tenancy manager"),
  partner(
    "Anyshire Probation",
    "probation",
    "anyshire-probation.example",
    "Femi Ojo",
    "Senior probation officer",
  ),
  partner("Anytown Early Help", "early_help", "early-help.example", "Siobhan Quinn", "Early help manager"),
  partner("Open Door Anytown", "voluntary", "open-door.example", "Yvonne Grant", "Family worker"),
];
