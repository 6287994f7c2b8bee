import { z } from "zod";
import { reasonLine } from "../admin-forms.ts";
import { typedText } from "../questions/typed-text.ts";

/** What a key may be used for. */
export const apiScopes = [
  "contacts:send",
  "contacts:status",
  "open-cases:replace",
  "assessments:record",
] as const;
export type ApiScope = (typeof apiScopes)[number];

export const scopeWords: Record<ApiScope, string> = {
  "contacts:send": "Send contacts",
  "contacts:status": "Ask what became of contacts that it sent",
  "assessments:record": "Say what an assessment found (the council’s own system only)",
  "open-cases:replace": "Replace the list of open cases (the council’s own system only)",
};

/** Begins every key, so that a program which looks for secrets in files finds it. */
export const keyPrefix = "fdk_";
/** As long as a key is: the prefix and 32 random bytes in base64url. */
export const keyPattern = /^fdk_[A-Za-z0-9_-]{43}$/;
/** Enough to tell two keys apart and worth nothing to whoever guesses. */
export const hintLength = keyPrefix.length + 4;

/** How long a key that is replaced is still good: time to change it in a program that others look after. */
export const overlapDays = { now: 0, day: 1, week: 7, month: 30 } as const;
export type Overlap = keyof typeof overlapDays;
export const overlapWords: Record<Overlap, string> = {
  now: "It ends at once: it may be known to others",
  day: "One day",
  week: "Seven days",
  month: "Thirty days",
};

const scopes = z
  .array(z.enum(apiScopes))
  .default([])
  .refine((chosen) => chosen.length > 0, "Choose what it may be used for");

/** The id is drawn with the form: sending it twice makes one key, and shows it once. */
export const makeKeySchema = z.object({
  id: z.uuid(),
  name: typedText(80, "Write which system will have it"),
  scopes,
  reason: reasonLine,
});
export const replaceKeySchema = z.object({
  id: z.uuid(),
  key: z.uuid("Choose a key"),
  overlap: z.enum(Object.keys(overlapDays) as [Overlap, ...Overlap[]], "Choose how long the old one is good"),
  reason: reasonLine,
});
export const endKeySchema = z.object({ key: z.uuid("Choose a key"), reason: reasonLine });

/** Requests of one key in a minute: more than any system that works sends, less than one that has gone wrong. */
export const keyLimits = {
  "contacts:send": { limit: 300, seconds: 60 },
  "contacts:status": { limit: 600, seconds: 60 },
  "assessments:record": { limit: 120, seconds: 60 },
  // A list is read whole into memory, and nobody has a new one every ten seconds.
  "open-cases:replace": { limit: 6, seconds: 60 },
} as const satisfies Record<ApiScope, { limit: number; seconds: number }>;
