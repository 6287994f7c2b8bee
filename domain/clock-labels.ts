import type { ClockKind } from "./pathway.ts";

/** What a deadline asks for, in words before its time, and whether it runs on opening time or on the wall clock. */
export const clockLabels: Record<ClockKind, { label: string; elapsed: boolean }> = {
  decision: { label: "Decide by", elapsed: false },
  rating: { label: "Rate by", elapsed: false },
  brag: { label: "Gather by", elapsed: true },
  accept: { label: "Accept by", elapsed: false },
  first_contact: { label: "Speak to the family by", elapsed: false },
  hold_discussion: { label: "Hold the discussion by", elapsed: true },
  assessment: { label: "Finish the assessment by", elapsed: false },
  conference: { label: "Hold the conference by", elapsed: false },
  child_seen: { label: "Child seen by", elapsed: true },
  police_protection: { label: "Police protection ends", elapsed: true },
  acknowledge: { label: "Acknowledged by", elapsed: false },
  receipt: { label: "Receipt confirmed by", elapsed: false },
  countersign: { label: "Countersign by", elapsed: true },
  allocate: { label: "Give it to a worker by", elapsed: false },
  first_review: { label: "First review by", elapsed: false },
  second_review: { label: "Second review by", elapsed: false },
};
