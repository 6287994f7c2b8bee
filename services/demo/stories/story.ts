import type { DangerAnswer } from "#domain/intake";
import type { SafetyRisk } from "#domain/questions/safety";
import type { NextEventKind } from "#domain/questions/soon";
import type { Worry } from "#domain/questions/worries";
import type { SenderKind } from "../senders/sender.ts";

/**
 * Something that somebody noticed, with gaps for the people of a family: {child}, {mother}, {father}, {partner},
 * {sibling}, {school}, and {he}, {him}, {his} for the child ({He}, {His} at the start of a sentence).
 */
export type Story = {
  worries: readonly Worry[];
  /** Who tells it. */
  senders: readonly SenderKind[];
  /** Youngest and oldest age of the child it is about; -1 is unborn. */
  ages: readonly [number, number];
  /** People without whom it makes no sense. */
  needs?: readonly ("mother" | "father" | "partner" | "sibling")[];
  text: string;
  effect?: string;
  goingWell?: string;
  tried?: string;
  danger?: DangerAnswer;
  /** Something that is about to happen: hours after the sending, or a time of day as typed. */
  next?: { kind: NextEventKind; time: string | null; detail: string };
  /** Why the parents were not told; they were when it is left out. */
  untold?: "risk" | "police" | "not_reached" | "other";
  risks?: readonly SafetyRisk[];
};
