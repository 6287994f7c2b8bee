import type { Role, StaffActor } from "./actor.ts";
import { addElapsed } from "./clocks.ts";
import type { Settings } from "./settings.ts";
import { isOpen, nextOpening, type WorkingCalendar } from "./working-calendar.ts";

/** Whom work is handed to: one person by name, whoever works tonight, or the hub in the morning. */
export const handOverTargets = ["person", "night", "day"] as const;
export type HandOverTarget = (typeof handOverTargets)[number];

/**
 * How one ended. "overtaken": somebody else took the contact, or it was decided. "taken_over": a manager took a contact
 * from its holder, who is told in the same place as of everything else that became of what they had.
 */
export const handOverEndings = ["accepted", "declined", "withdrawn", "overtaken", "taken_over"] as const;
export type HandOverEnding = (typeof handOverEndings)[number];

const takers: Record<Exclude<HandOverTarget, "person">, readonly Role[]> = {
  night: ["out_of_hours", "on_call_manager"],
  day: ["screener", "manager"],
};

export type Offered = { target: HandOverTarget; toId: string | null };

/** Whether somebody is one of those that it was handed to. Nobody accepts for another by name. */
export function isHandedTo({ target, toId }: Offered, actor: Pick<StaffActor, "id" | "roles">): boolean {
  return target === "person" ? toId === actor.id : takers[target].some((role) => actor.roles.includes(role));
}

/** The targets that somebody may accept for beside their own name. */
export const targetsOf = ({ roles }: Pick<StaffActor, "roles">): HandOverTarget[] =>
  (["night", "day"] as const).filter((target) => takers[target].some((role) => roles.includes(role)));

/**
 * Until when somebody has to have said that they have it. Nobody of the day is there before the doors open, so theirs
 * runs from then; everything else runs on the wall clock.
 */
export function acceptBy(
  target: HandOverTarget,
  offeredAt: Date,
  settings: Pick<Settings, "outOfHoursAckMinutes">,
  calendar: WorkingCalendar,
): Date {
  const from =
    target === "day" && !isOpen(offeredAt, calendar) ? nextOpening(offeredAt, calendar) : offeredAt;
  return addElapsed(from, { minutes: settings.outOfHoursAckMinutes });
}

export const targetWords: Record<Exclude<HandOverTarget, "person">, string> = {
  night: "the out-of-hours worker",
  day: "the hub in the morning",
};

/** What the one who gave it is told became of it. */
export const endingWords: Record<HandOverEnding, (by: string) => string> = {
  accepted: (by) => `${by} has it`,
  declined: (by) => `${by} did not take it`,
  withdrawn: () => "You took it back",
  overtaken: (by) => `${by} took it before it was accepted`,
  taken_over: (by) => `${by} took it over from you`,
};
