import { EventEmitter, once } from "node:events";

export type Moment = "pressed" | "decided";

/** What clients do at this moment, for those who want to strike just then. */
export type Traffic = {
  /** Forms that were sent and not answered yet. */
  readonly underWay: number;
  /** Counts a form as under way until the work ends. */
  pressing: <T>(work: () => Promise<T>) => Promise<T>;
  decided: () => void;
  /** Waits for the next one. @returns whether there was one in time */
  next: (moment: Moment, withinMs: number) => Promise<boolean>;
  /** Whether clients should give up: the run is over for another reason. */
  stopped: boolean;
};

export function newTraffic(): Traffic {
  const moments = new EventEmitter();
  let underWay = 0;
  return {
    stopped: false,
    get underWay() {
      return underWay;
    },
    pressing: async (work) => {
      underWay += 1;
      moments.emit("pressed" satisfies Moment);
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    decided: () => void moments.emit("decided" satisfies Moment),
    next: (moment, withinMs) =>
      once(moments, moment, { signal: AbortSignal.timeout(withinMs) }).then(
        () => true,
        () => false,
      ),
  };
}
