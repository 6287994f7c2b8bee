import { waitFor } from "../../../scripts/processes.mjs";

export type Watch = {
  /** When each key was first seen, on the clock of `performance.now()`. */
  seenAt: ReadonlyMap<string, number>;
  /** Waits until this many keys were seen, and stops looking. @throws when that takes longer than a minute */
  until: (count: number) => Promise<void>;
};

const patienceMs = 60_000;

/**
 * Looks again and again, and keeps when each key was first seen: so what it tells is late by up to a look and a pause,
 * and never early.
 * @param look all keys that are there now
 */
export function watch(look: () => Promise<readonly string[]>, pauseMs: number): Watch {
  const seenAt = new Map<string, number>();
  let stopped = false;
  const looking = (async () => {
    while (!stopped) {
      for (const key of await look()) if (!seenAt.has(key)) seenAt.set(key, performance.now());
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  looking.catch(() => undefined);
  return {
    seenAt,
    until: async (count) => {
      const all = await Promise.race([
        waitFor(() => seenAt.size >= count, patienceMs, 20),
        looking.then(() => false),
      ]);
      stopped = true;
      await looking;
      if (!all) throw new Error(`only ${seenAt.size} of ${count} were ever seen`);
    },
  };
}
