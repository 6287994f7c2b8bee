/** How far a discussion is: called and to be held, held with its record open for agreement, locked. */
export const strategyStates = ["called", "held", "locked"] as const;
export type StrategyState = (typeof strategyStates)[number];

export const strategyVerbs = [
  ...(["invite", "answer", "arrange", "record"] as const),
  ...(["inform", "act", "agree", "lock", "append", "call-next"] as const),
] as const;
export type StrategyVerb = (typeof strategyVerbs)[number];

export const stateOf = ({
  heldAt,
  lockedAt,
}: {
  heldAt: Date | null;
  lockedAt: Date | null;
}): StrategyState => (lockedAt !== null ? "locked" : heldAt !== null ? "held" : "called");

const held = "The discussion was held already.";
const notHeld = "The discussion was not held yet.";
const locked = "The record is locked. What changed since is written beside it.";

/** Every state against every verb: null where it may be done, else why not. Actions and what is known are never too late. */
const refusals: Record<StrategyState, Record<StrategyVerb, string | null>> = {
  called: {
    ...{ invite: null, answer: null, arrange: null, record: null, inform: null, act: null },
    ...{ agree: notHeld, lock: notHeld, append: notHeld, "call-next": notHeld },
  },
  held: {
    ...{ invite: held, answer: held, arrange: held, record: held },
    ...{ inform: null, act: null, agree: null, lock: null, append: null, "call-next": null },
  },
  locked: {
    ...{ invite: held, answer: held, arrange: held, record: locked, inform: null, act: null },
    ...{ agree: locked, lock: locked, append: null, "call-next": null },
  },
};

export const strategyRefusal = (state: StrategyState, verb: StrategyVerb): string | null =>
  refusals[state][verb];
