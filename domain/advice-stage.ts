import type { PathwayKind, PathwayState } from "./pathway.ts";

/** How far help for a family is, in the columns of the advice team's board. */
export const adviceStages = ["new", "calling", "agreed", "with_lead", "returned", "closed"] as const;
export type AdviceStage = (typeof adviceStages)[number];

export const adviceStageWords: Record<AdviceStage, string> = {
  new: "New",
  calling: "Calling",
  agreed: "Agreed – with coordinator",
  with_lead: "With lead practitioner",
  returned: "Back with the hub",
  closed: "Closed",
};

export const isAdviceStage = (name: string | null): name is AdviceStage =>
  (adviceStages as readonly (string | null)[]).includes(name);

export type StageFacts = {
  kind: PathwayKind;
  state: PathwayState;
  /** The family said yes. */
  agreed: boolean;
  /** A named person said yes to leading the help. */
  leadAccepted: boolean;
};

/** Nothing is agreed before somebody here owns it: until then a first call waits, whatever was written before. */
export function adviceStage({ kind, state, agreed, leadAccepted }: StageFacts): AdviceStage {
  if (state === "closed" || state === "returned") return state;
  if (state === "waiting") return "new";
  if (kind !== "caf_redirect" || !agreed) return "calling";
  return leadAccepted ? "with_lead" : "agreed";
}

export type BoardFacts = { families: number; longest: Date | null; agreementsMissing: number };

type Counted = { contactId: string; stage: AdviceStage; since: Date; agreementMissing: boolean };

/** The first thing to know: families and not pieces of work, because brothers and sisters of one contact are one. */
export function boardFacts(rows: readonly Counted[]): BoardFacts {
  const waiting = rows.filter(({ stage }) => stage === "new");
  const open = rows.filter(({ stage }) => stage !== "closed" && stage !== "returned");
  const families = (of: readonly Counted[]) => new Set(of.map(({ contactId }) => contactId)).size;
  return {
    families: families(waiting),
    longest: waiting.length === 0 ? null : new Date(Math.min(...waiting.map(({ since }) => since.getTime()))),
    agreementsMissing: families(open.filter(({ agreementMissing }) => agreementMissing)),
  };
}
