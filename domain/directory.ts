import type { Role } from "./actor.ts";
import {
  organisationKindWords,
  teamPurposeWords,
  type OrganisationKind,
  type TeamPurpose,
} from "./organisation.ts";
import { roleWords } from "./role-words.ts";

/** What an administrator keeps. */
export const directoryKinds = ["organisation", "team", "person"] as const;
export type DirectoryKind = (typeof directoryKinds)[number];

/** What is done to it: an ended one stays, and takes nothing new. */
export const directoryActs = ["added", "changed", "ended"] as const;
export type DirectoryAct = (typeof directoryActs)[number];

/** What becomes of a proposed address. A proposer can take it back; only somebody else can confirm it. */
export const addressOutcomes = ["confirmed", "refused", "withdrawn"] as const;
export type AddressOutcome = (typeof addressOutcomes)[number];

/** The values of an organisation, a team or a person that its history keeps, by name. */
export type DirectoryFacts = Readonly<Record<string, string | number | readonly string[] | null>>;

const labels: Record<string, string> = {
  name: "Name",
  kind: "Kind",
  cinCode: "Census code",
  dutyEmail: "Address for notices",
  emailDomains: "Email domains of its own",
  organisation: "Organisation",
  purpose: "What it does",
  fromAge: "Youngest age",
  toAge: "Oldest age",
  areas: "Postcodes",
  team: "Team",
  jobTitle: "Job",
  roles: "May",
  active: "Here",
  key: "Key of a system",
  webhook: "Address that its system is told at",
};

/** -1 is a baby who is not born yet. */
export const ageInWords = (age: number) => (age === -1 ? "unborn" : String(age));

function valueInWords(name: string, value: DirectoryFacts[string] | undefined): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (name === "kind") return organisationKindWords[value as OrganisationKind] ?? String(value);
  if (name === "purpose") return teamPurposeWords[value as TeamPurpose] ?? String(value);
  if (name === "fromAge" || name === "toAge") return ageInWords(Number(value));
  if (!Array.isArray(value)) return String(value as string | number);
  if (value.length === 0) return name === "areas" ? "everywhere" : "nothing";
  return value.map((one: string) => (name === "roles" ? roleWords[one as Role] : one)).join(", ");
}

/** What a change made different, in words. */
export function directoryDifferences(before: DirectoryFacts, after: DirectoryFacts) {
  return Object.keys(after).flatMap((name) => {
    const [from, to] = [valueInWords(name, before[name]), valueInWords(name, after[name])];
    return from === to ? [] : [{ label: labels[name] ?? name, from, to }];
  });
}
