/**
 * What must never be true of a child whom the hub was told about: each leaves the child, or what was decided, with nobody
 * who sees it. Looked for every hour, and shown to whoever is on duty until it is put right.
 */
export const unownedKinds = [
  "unseen",
  "unrouted",
  "outlived",
  "nobody",
  "unclocked",
  "clock-runs-on",
  "no-news",
] as const;
export type UnownedKind = (typeof unownedKinds)[number];

/** For the duty screen and the timeline. */
export const unownedWords: Record<UnownedKind, string> = {
  unseen: "not decided, and in nobody’s queue",
  unrouted: "decided, and no work was made of it",
  outlived: "work of a decision that was replaced is still open",
  nobody: "work that nobody who still works here has",
  unclocked: "work that waits without a deadline",
  "clock-runs-on": "a deadline runs for what is done",
  "no-news": "decided, and the sender was left without news",
};

/** How often everything is looked through. */
export const ownershipEveryMinutes = 60;

/** The queue makes work of a decision within a second; what is missing after this long is not on its way. */
export const routedWithinMinutes = 5;

/** What is older was looked through many times while it was younger; what was found stays until it is put right. */
export const ownershipWindowDays = 35;
