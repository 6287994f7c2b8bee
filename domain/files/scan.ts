/**
 * What is known of a file's safety. `held`: a check for viruses found something in it. `unchecked`: there was no scanner
 * here; once there is one it looks. `unreadable`: it looked, and could not read the file.
 */
export const scanStates = ["waiting", "clean", "held", "unchecked", "unreadable"] as const;
export type ScanState = (typeof scanStates)[number];

/**
 * How somebody who may read the contact opens a file. A picture of an injury must not wait for a scanner that is away, so
 * what was not checked opens for whoever is told that first; what something was found in never opens.
 */
export const openings = {
  clean: "at-once",
  waiting: "second-press",
  unchecked: "second-press",
  unreadable: "second-press",
  held: "never",
} as const satisfies Record<ScanState, "at-once" | "second-press" | "never">;
