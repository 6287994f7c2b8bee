/** What a search can be narrowed by. Codes: they stand in an address, and nothing of them is about anybody. */
export const whoChoices = ["child", "adult", "reference"] as const;
type WhoChoice = (typeof whoChoices)[number];

export const stateChoices = ["open", "closed"] as const;
type StateChoice = (typeof stateChoices)[number];

export const sinceChoices = ["year"] as const;
type SinceChoice = (typeof sinceChoices)[number];

/** Null takes all of it. */
export type SearchNarrowing = {
  who: WhoChoice | null;
  state: StateChoice | null;
  since: SinceChoice | null;
};

export const takesEverybody: SearchNarrowing = { who: null, state: null, since: null };

export const whoWords: Record<WhoChoice, string> = {
  child: "Children",
  adult: "Adults",
  reference: "Everybody in the contact of a reference",
};

export const stateWords: Record<StateChoice, string> = {
  open: "Contacts with nothing decided for a child yet",
  closed: "Contacts with a decision for every child",
};

export const sinceWords: Record<SinceChoice, string> = { year: "Contacts of the last 12 months" };

/** What an address asks for; a value that is none of the choices narrows nothing. */
export function searchNarrowingIn(query: URLSearchParams): SearchNarrowing {
  const chosen = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | null =>
    choices.find((choice) => choice === query.get(name)) ?? null;
  return {
    who: chosen("who", whoChoices),
    state: chosen("state", stateChoices),
    since: chosen("since", sinceChoices),
  };
}

/** The same as an address carries it: what narrows nothing is left out. */
export const searchNarrowingQuery = (narrowing: SearchNarrowing): Record<string, string> =>
  Object.fromEntries(
    Object.entries(narrowing).flatMap(([name, choice]) => (choice === null ? [] : [[name, choice]])),
  );

/** "Children. Contacts of the last 12 months." Empty where nothing is narrowed. */
export function searchNarrowingInWords({ who, state, since }: SearchNarrowing): string {
  const parts = [who && whoWords[who], state && stateWords[state], since && sinceWords[since]];
  return parts.flatMap((part) => (part === null ? [] : [`${part}.`])).join(" ");
}
