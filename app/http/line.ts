export type Line = {
  /** How many wait, of one network or of all. */
  waiting: (network?: string) => number;
  /**
   * Does the work when it is its turn.
   * @param network where they are: everybody in it stands in one line, and the lines are served in turns
   * @param left ends the wait of whoever has gone away: work that nobody reads would only hold up the others
   * @returns null when they left first, and nothing was done
   */
  take: <T>(work: () => Promise<T>, network: string, left: AbortSignal) => Promise<T | null>;
};

type Turn = () => void;

/**
 * Lines of people: so many are served at once, the others wait. Each network has a line of its own in the order in
 * which people came, and the lines are served one after the other: a flood from one place is a long wait for that
 * place, and for a school beside it one turn.
 */
export function linesOf(servedAtOnce: number): Line {
  let served = 0;
  let waiting = 0;
  /** No line is empty; the first is the next to be served. */
  const lines = new Map<string, Set<Turn>>();

  const join = (network: string, turn: Turn) => {
    const line = lines.get(network) ?? new Set();
    lines.set(network, line.add(turn));
    waiting += 1;
  };
  const leave = (network: string, turn: Turn) => {
    const line = lines.get(network);
    if (!line?.delete(turn)) return;
    if (line.size === 0) lines.delete(network);
    waiting -= 1;
  };

  const next = () => {
    const [first] = lines;
    const [turn] = first?.[1] ?? [];
    if (first === undefined || turn === undefined) {
      served -= 1;
      return;
    }
    const [network, line] = first;
    leave(network, turn);
    // Whoever is left of this network waits until the others have had theirs.
    if (lines.delete(network)) lines.set(network, line);
    turn();
  };

  /** @returns whether the turn came before they left */
  const myTurn = (network: string, left: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      const come = () => {
        left.removeEventListener("abort", go);
        resolve(true);
      };
      const go = () => {
        leave(network, come);
        resolve(false);
      };
      join(network, come);
      left.addEventListener("abort", go, { once: true });
    });

  return {
    waiting: (network) => (network === undefined ? waiting : (lines.get(network)?.size ?? 0)),
    take: async (work, network, left) => {
      if (left.aborted) return null;
      if (served < servedAtOnce) served += 1;
      else if (!(await myTurn(network, left))) return null;
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}
