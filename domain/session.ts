import type { Settings } from "./settings.ts";

/** Signed out after this long whatever happens: a working day, so that a browser left open opens nothing next morning. */
export const absoluteHours = 8;
/** A sensitive act needs a proof of who somebody is that is no older than this. */
export const stepUpMinutes = 5;
/** A form that reached us on a locked or ended session waits this long for its person: over a night, not over a week. */
export const keptHours = 24;
/** More forms than anybody has open; the oldest makes room, so that nobody can fill a disk with them. */
export const keptAtMost = 5;

export type SessionTimes = {
  /** Last request, to the minute. It stands still while the session is locked. */
  seenAt: Date;
  expiresAt: Date;
  /** When its person last proved who they are: at sign-in, at unlocking, before a sensitive act. */
  provedAt: Date;
  /** When they pressed "Lock screen"; null when they did not. */
  lockedAt: Date | null;
  /** When a role was last given to or taken from them; null when never. */
  rolesChangedAt: Date | null;
};

export type SessionState = "open" | "locked" | "over";

type Limits = Pick<Settings, "lockMinutes" | "signOutMinutes">;

/**
 * What a session is worth at this moment. Locking is worked out and not only stored: no timer has to run for it, and
 * whoever changes a role need not think of sessions.
 */
export function sessionState(times: SessionTimes, limits: Limits, now: Date): SessionState {
  const idleMs = now.getTime() - times.seenAt.getTime();
  if (now >= times.expiresAt || idleMs >= limits.signOutMinutes * 60_000) return "over";
  const rolesChanged = times.rolesChangedAt !== null && times.rolesChangedAt > times.provedAt;
  return times.lockedAt !== null || rolesChanged || idleMs >= limits.lockMinutes * 60_000 ? "locked" : "open";
}

/** Whether somebody proved who they are recently enough for a sensitive act. */
export const isProofFresh = (provedAt: Date, now: Date): boolean =>
  now.getTime() - provedAt.getTime() < stepUpMinutes * 60_000;
