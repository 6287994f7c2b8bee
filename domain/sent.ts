import type { Channel } from "./intake.ts";
import type { DangerAnswer } from "./intake.ts";
import type { ChildState } from "./contact.ts";
import type { Rating } from "./rating.ts";

/** Where a contact stands, as whoever sent it is told. */
export const sentStages = ["received", "looking", "decided"] as const;
export type SentStage = (typeof sentStages)[number];

/**
 * What the sender is told of a contact from what the hub knows.
 * @param children the states of the children that it is about
 */
export function sentStage(facts: {
  rating: Rating | null;
  held: boolean;
  children: readonly ChildState[];
}): SentStage {
  const { rating, held, children } = facts;
  if (children.length > 0 && children.every((state) => state === "decided")) return "decided";
  return rating !== null || held || children.some((state) => state !== "waiting") ? "looking" : "received";
}

/** What happens before we have decided, as its sender told it; a moment is "soon" when no clock time was given. */
export type CannotWait = { danger: boolean; event: Date | "soon" | null };

/**
 * Whether whoever sent it must be told to call as well: that it was sent stops nothing.
 * @param facts.nextEventAt what has no clock time is kept as the moment of arriving
 */
export function cannotWait(facts: {
  danger: DangerAnswer;
  nextEventAt: Date | null;
  receivedAt: Date;
}): CannotWait | null {
  const danger = facts.danger !== "no";
  const { nextEventAt: at, receivedAt } = facts;
  if (!danger && at === null) return null;
  return { danger, event: at?.getTime() === receivedAt.getTime() ? "soon" : at };
}

/** Who reads an address has not thereby shown that they are who they say: somebody violent can pose as a teacher. */
export type Knowing = {
  /** The address that was proven by a code. */
  email: string;
  /** Domains whose addresses only the people of a known organisation have. */
  domains: readonly string[];
  /** Somebody here rang them back on a number that they found themselves. */
  calledBack: boolean;
};

/** Whether what was decided may be read in words; else it is told on the phone. */
export function mayReadOutcome({ email, domains, calledBack }: Knowing): boolean {
  const own = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return calledBack || domains.some((domain) => domain.toLowerCase() === own);
}

/** Working days after which news that nobody has read is told on the phone instead. */
export const unreadWorkingDays = 2;

/** Whether what a contact says is what its sender typed: what a call taker wrote, or a program sent, is not. */
export const isOwnCopy = ({ channel }: { channel: Channel }): boolean => channel === "online";
