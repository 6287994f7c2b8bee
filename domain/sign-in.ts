import { apiScopes } from "./api/keys.ts";

/** Minutes between the first and the last page of a sign-in, or of an enrolment. */
export const flowMinutes = { "sign-in": 10, enrol: 30 } as const;

/** A code that was sent by email is typed at once or asked for again. */
export const codeMinutes = 10;
/** Wrong tries at one code. Then it is worth nothing: a million codes, five tries. */
export const codeTries = 5;

/** An invitation waits for a holiday; a recovery does not wait. */
export const invitationHours = { invitation: 7 * 24, recovery: 24 } as const;
export type InvitationKind = keyof typeof invitationHours;

/** Steps of 30 s before and after this one in which a code of an authenticator app is taken: phones' clocks differ. */
export const appStepsAround = 1;

/** So many attempts in so many seconds, from one key. */
export type AttemptLimit = { limit: number; seconds: number };

/**
 * Two keys for everything that can be guessed: whom it is tried for, and where it is tried from. A browser that signed
 * in as this person before counts by itself, so that nobody can lock somebody out by trying wrong passwords for them.
 */
export const attemptLimits = {
  "sign-in-account": { limit: 10, seconds: 15 * 60 },
  "sign-in-device": { limit: 10, seconds: 15 * 60 },
  "sign-in-network": { limit: 60, seconds: 15 * 60 },
  "second-factor": { limit: 5, seconds: 15 * 60 },
  "prove-again": { limit: 5, seconds: 15 * 60 },
  "change-password": { limit: 5, seconds: 15 * 60 },
  /** Of codes typed on one page, whether a code was sent for it or not. */
  "code-page": { limit: codeTries * 2, seconds: flowMinutes.enrol * 60 },
  /** Of one account, or of everybody whom we do not know, who come back from the provider to be refused. */
  "provider-refusals": { limit: 200, seconds: 15 * 60 },
  "code-account": { limit: 5, seconds: 60 * 60 },
  /** Forty bits of words, and nobody mistypes their own ten times an hour. */
  "passphrase-reference": { limit: 10, seconds: 60 * 60 },
  "passphrase-network": { limit: 60, seconds: 60 * 60 },
  "equality-network": { limit: 20, seconds: 60 * 60 },
  "call-back-network": { limit: 20, seconds: 60 * 60 },
  /** Of files that are kept: what a form that is never sent holds stays for a week. */
  "file-network": { limit: 60, seconds: 60 * 60 },
  "code-network": { limit: 30, seconds: 60 * 60 },
  "sender-address": { limit: 5, seconds: 60 * 60 },
  /** A school with its whole staff room on one address. */
  "sender-network": { limit: 60, seconds: 60 * 60 },
  "claim-network": { limit: 30, seconds: 60 * 60 },
} as const satisfies Record<string, AttemptLimit>;

/** Everything of which there can be too much: what is guessed, and what a partner's system asks for. */
export const attemptNames = [
  ...(Object.keys(attemptLimits) as (keyof typeof attemptLimits)[]),
  ...apiScopes.map((scope) => `api-${scope}` as const),
];
export type AttemptName = (typeof attemptNames)[number];

/** Why the council's own sign-in lets somebody not in. */
export const providerRefusals = [
  ...(["unreachable", "refused", "wrong-answer"] as const),
  ...(["too-late", "one-factor", "no-role", "address", "left", "other-person"] as const),
] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

/** Why somebody was not let in, as it is recorded. */
export const signInRefusals = ["wrong", "wrong-again", "unknown", ...providerRefusals] as const;
