export type Line = {
  /** How many wait. */
  readonly waiting: number;
  /**
   * Does the work when it is its turn.
   * @param left ends the wait of whoever has gone away: work that nobody reads would only hold up the others
   * @returns null when they left first, and nothing was done
   */
  take: <T>(work: () => Promise<T>, left: AbortSignal) => Promise<T | null>;
};

/** A line of people: so many are served at once, the others wait in the order in which they came. */
export function lineOf(servedAtOnce: number): Line {
  let served = 0;
  const turns = new Set<() => void>();

  const next = () => {
    const [turn] = turns;
    if (turn === undefined) served -= 1;
    else turn();
  };

  /** @returns whether the turn came before they left */
  const turn = (left: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      const settle = (came: boolean) => {
        turns.delete(come);
        left.removeEventListener("abort", go);
        resolve(came);
      };
      const come = () => settle(true);
      const go = () => settle(false);
      turns.add(come);
      left.addEventListener("abort", go);
    });

  return {
    get waiting() {
      return turns.size;
    },
    take: async (work, left) => {
      if (left.aborted) return null;
      if (served < servedAtOnce) served += 1;
      else if (!(await turn(left))) return null;
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}
