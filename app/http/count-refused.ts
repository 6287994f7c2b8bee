import type { Context } from "#services/context";

/** How often one kind of refusal is told about in the log: it grows fastest when there is least time for it. */
const tellEveryMs = 1_000;

/** Why a request is refused before it reaches a page, by the status that it gets. */
const whyOf: Readonly<Record<number, string>> = {
  400: "bad-request",
  403: "other-site",
  405: "bad-method",
  413: "too-long",
  421: "other-host",
  431: "too-many-headers",
};

/**
 * Tells the log of requests that were refused: the first at once, then at most one line a second for each reason, with how
 * many there were. A flood writes no more than that, and a line holds no word of what was sent.
 */
export function countRefused(context: Pick<Context, "log">, now: () => number = Date.now) {
  const counts = new Map<string, { times: number; toldAt: number }>();
  const count = (why: string, words: string) => {
    const one = counts.get(why) ?? { times: 0, toldAt: -Infinity };
    counts.set(why, one);
    one.times += 1;
    if (now() - one.toldAt < tellEveryMs) return;
    context.log.warn({ refused: why, times: one.times }, words);
    one.times = 0;
    one.toldAt = now();
  };
  return {
    /** By the gate, or for its length. */
    atTheGate: (status: number) => count(whyOf[status] ?? "other", "requests are refused at the gate"),
    /** Because there is no more room to wait. */
    inTheCrowd: () => count("crowd", "as busy as it may be; people are sent away"),
  };
}
