/** Under what something is erased. A code, because it is what stays to be read when everything else is gone. */
export const erasureGrounds = ["retention", "request", "court", "mistake"] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

export const groundWords: Record<ErasureGround, string> = {
  retention: "the retention rules: its time was over",
  request: "a person's request to have it erased",
  court: "the order of a court or of the regulator",
  mistake: "a mistake: it should never have been sent here",
};

/** The grounds that somebody can choose; the first is what a retention run writes by itself. */
export const chosenGrounds = ["request", "court", "mistake"] as const satisfies readonly ErasureGround[];

/** Why something is not erased. The database says which of them are so (frontdoor_keeps). */
export const keptBecause = ["held", "waiting", "open-work", "open-case", "other-record", "not-due"] as const;
export type KeptBecause = (typeof keptBecause)[number];

export const keptWords: Record<KeptBecause, string> = {
  held: "There is a legal hold on it, or on somebody in it",
  waiting: "A child in it waits for a decision",
  "open-work": "Work that came of it is not finished",
  "open-case": "A child in it is open to social care",
  // What it is, is not for whoever keeps records to know.
  "other-record": "Something that hangs on it is kept longer",
  "not-due": "Its time is not over by the rules that stand now",
};

/** What a page says instead of what is gone. */
export const erasedInWords = (on: string, ground: ErasureGround | null): string =>
  ground === null ? `This was erased on ${on}.` : `This was erased on ${on} under ${groundWords[ground]}.`;
