import type { Audience, Channel } from "./intake.ts";

/** What a list of the queue can be narrowed by, beside the links above it. Codes: they stand in an address. */

export const sourceChoices = [
  "professional",
  "public",
  "family",
  "young_person",
  "police",
  "phone",
  "api",
] as const;
export type SourceChoice = (typeof sourceChoices)[number];

/** A contact is in each band that a child of it is in. */
export const ageChoices = ["baby", "pre_school", "primary", "secondary", "older", "not_known"] as const;
export type AgeChoice = (typeof ageChoices)[number];

/** In whole years, both ends in; the youngest band takes the unborn with it. */
export const ageBands: Record<Exclude<AgeChoice, "not_known">, readonly [from: number, to: number]> = {
  baby: [0, 0],
  pre_school: [1, 4],
  primary: [5, 10],
  secondary: [11, 15],
  older: [16, 25],
};

export const holderChoices = ["nobody", "me", "team", "others"] as const;
export type HolderChoice = (typeof holderChoices)[number];

export const openCaseChoices = ["yes", "no"] as const;
export type OpenCaseChoice = (typeof openCaseChoices)[number];

/** Null takes all of it. */
export type Narrowing = {
  source: SourceChoice | null;
  age: AgeChoice | null;
  holder: HolderChoice | null;
  openCase: OpenCaseChoice | null;
};

export const takesAll: Narrowing = { source: null, age: null, holder: null, openCase: null };

export const sourceWords: Record<SourceChoice, string> = {
  professional: "Somebody who works with children",
  public: "A member of the public",
  family: "A family asking for help",
  young_person: "A young person",
  police: "A police notice",
  phone: "A phone call",
  api: "A connected system",
};

const channelWords: Record<Channel, string> = {
  online: "by the online form",
  phone: "by phone",
  police: "by a police notice",
  api: "by a connected system",
  letter: "by letter",
};

/** "A member of the public, by phone" */
export const sentByWords = ({ audience, channel }: { audience: Audience; channel: Channel }): string =>
  channel === "police" ? sourceWords.police : `${sourceWords[audience]}, ${channelWords[channel]}`;

export const ageWords: Record<AgeChoice, string> = {
  baby: "Unborn, or under 1",
  pre_school: "1 to 4",
  primary: "5 to 10",
  secondary: "11 to 15",
  older: "16 or over",
  not_known: "Not known",
};

export const holderWords: Record<HolderChoice, string> = {
  nobody: "Nobody",
  me: "You",
  team: "Somebody of your team",
  others: "Somebody else",
};

export const openCaseWords: Record<OpenCaseChoice, string> = {
  yes: "A child has an open social work case",
  no: "No child is known to have one",
};

/** What an address asks for; a value that is none of the choices narrows nothing. */
export function narrowingIn(query: URLSearchParams): Narrowing {
  const chosen = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | null =>
    choices.find((choice) => choice === query.get(name)) ?? null;
  return {
    source: chosen("source", sourceChoices),
    age: chosen("age", ageChoices),
    holder: chosen("holder", holderChoices),
    openCase: chosen("openCase", openCaseChoices),
  };
}

/** The same as an address carries it: what narrows nothing is left out. */
export function narrowingQuery(narrowing: Narrowing): Record<string, string> {
  return Object.fromEntries(
    Object.entries(narrowing).flatMap(([name, choice]) => (choice === null ? [] : [[name, choice]])),
  );
}

export const isNarrowed = (narrowing: Narrowing): boolean =>
  Object.values(narrowing).some((choice) => choice !== null);

/** "Sent by: a member of the public · Age: 5 to 10": what is chosen, to say beside a list or instead of an empty one. */
export function narrowingInWords({ source, age, holder, openCase }: Narrowing): string {
  return [
    source && `Sent by: ${lower(sourceWords[source])}`,
    age && `Age: ${lower(ageWords[age])}`,
    holder && `Held by: ${lower(holderWords[holder])}`,
    openCase && openCaseWords[openCase],
  ]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
