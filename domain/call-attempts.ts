import { localClock } from "./local-time.ts";
import type { Settings } from "./settings.ts";

/** Calls to a family, and when enough of them went unanswered to ask a manager: "does this change the risk?" */

export const callResults = ["no_answer", "left_message", "asked_to_call_later", "reached"] as const;
export type CallResult = (typeof callResults)[number];

export type MadeCall = { at: Date; result: CallResult };

const partsOfDay = ["morning", "afternoon", "evening"] as const;
type PartOfDay = (typeof partsOfDay)[number];

/** By the clock on the family's wall. */
export function partOfDay(at: Date): PartOfDay {
  const hour = Number(localClock(at).slice(0, 2));
  return hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
}

export type Attempts = {
  /** Calls that nobody answered since the family was last spoken to. */
  tried: number;
  parts: PartOfDay[];
  unreachable: boolean;
  /** What is still to be tried, in words; null once it is enough. */
  stillTo: string | null;
};

type Rule = Pick<Settings, "callTries" | "callTimesOfDay">;

/** A family counts as unreachable after so many calls without an answer, in so many parts of the day. */
export function attemptsOf(calls: readonly MadeCall[], { callTries, callTimesOfDay }: Rule): Attempts {
  const inOrder = [...calls].sort((a, b) => a.at.getTime() - b.at.getTime());
  const last = inOrder.findLastIndex(
    ({ result }) => result === "reached" || result === "asked_to_call_later",
  );
  const unanswered = inOrder.slice(last + 1);
  const parts = partsOfDay.filter((part) => unanswered.some(({ at }) => partOfDay(at) === part));
  const tried = unanswered.length;
  const unreachable = tried >= callTries && parts.length >= callTimesOfDay;
  return {
    tried,
    parts,
    unreachable,
    stillTo: unreachable ? null : stillTo({ tried, parts }, { callTries, callTimesOfDay }),
  };
}

function stillTo({ tried, parts }: Pick<Attempts, "tried" | "parts">, rule: Rule): string {
  const left = Math.max(rule.callTries - tried, 1);
  const other =
    parts.length < rule.callTimesOfDay && tried > 0
      ? ` at another time of day than the ${parts.join(" and ")}`
      : "";
  return `${left} more ${left === 1 ? "try" : "tries"}${other}`;
}
