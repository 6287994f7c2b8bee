import type { ChildState } from "./contact.ts";
import type { Channel, DangerAnswer, Standing } from "./intake.ts";

/** Something still waits for a decision: what is added goes to whoever works on it. */
export const isUndecided = (children: readonly { state: ChildState; standing: Standing }[]): boolean =>
  children.some(({ state, standing }) => standing !== "considered" && state !== "decided");

const gravity: readonly DangerAnswer[] = ["no", "not_sure", "yes"];

/** What was said once is not taken back by somebody who says less later. */
export const gravest = (first: DangerAnswer, second: DangerAnswer): DangerAnswer =>
  gravity.indexOf(second) > gravity.indexOf(first) ? second : first;

/** How something that was added came, as the hub reads it. */
export const additionFromWords: Record<Channel, string> = {
  online: "Added by the sender",
  phone: "Added by phone",
  police: "Added by the police",
  api: "Added from the sender’s own system",
  letter: "Added by letter",
};
