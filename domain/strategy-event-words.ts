import type { AuditEvent, AuditKind } from "./audit.ts";

type Facts<K extends AuditKind> = Extract<AuditEvent, { kind: K }>["facts"];

const invitationWords = {
  coming: "Said that their organisation comes to the strategy discussion",
  somebody_else: "Said that somebody else comes to the strategy discussion for their organisation",
  not_coming: "Said that their organisation does not come to the strategy discussion",
};

/** What happened to a strategy discussion, in words for somebody who reads the contact. */
export const strategyEventWords = {
  "strategy.arranged": () => "Set the time and the chair of the strategy discussion",
  "strategy.invited": () => "Invited an organisation to the strategy discussion",
  "strategy.chased": ({ ordinal }: Facts<"strategy.chased">) =>
    `Reminded an organisation that has not answered its invitation${ordinal > 1 ? ", again" : ""}`,
  "strategy.not-held": () => "The strategy discussion was not held in time: told whoever answers for that",
  "strategy.answered": ({ answer }: Facts<"strategy.answered">) => invitationWords[answer],
  "strategy.information-given": () => "Told the strategy discussion what their organisation knows",
  "strategy.recorded": (facts: Facts<"strategy.recorded">) =>
    facts.quorate
      ? "Recorded what the strategy discussion found"
      : "Recorded a strategy discussion that meets again, because a core agency was missing",
  "strategy.action-added": () => "Added an action of the strategy discussion",
  "strategy.action-done": ({ how }: Facts<"strategy.action-done">) =>
    how === "done"
      ? "Marked an action of the strategy discussion as done"
      : "Said why an action of the strategy discussion cannot be done",
  "strategy.action-late": () =>
    "An action of the strategy discussion was late: told whose it is, and whoever chairs",
  "strategy.agreed": ({ agreement }: Facts<"strategy.agreed">) =>
    agreement === "agrees"
      ? "Agreed to the record of the strategy discussion for an organisation"
      : "Said that an organisation does not agree to the record of the strategy discussion",
  "strategy.locked": ({ agreed }: Facts<"strategy.locked">) =>
    `Locked the record of the strategy discussion${agreed ? "" : " before everybody had agreed, with a reason"}`,
  "strategy.appended": () => "Wrote something beside the record of the strategy discussion",
  "strategy.next-called": () => "Called another strategy discussion",
  "strategy.outcome-recorded": () => "Recorded how the enquiry ended for a child",
};

/** To whom and about what: the emails about a strategy discussion. */
export const strategyMessageWords = {
  "strategy-called": "an invitation to the strategy discussion",
  "strategy-arranged": "when the strategy discussion is",
  "strategy-chased": "an organisation again that it is invited to the strategy discussion",
  "strategy-not-held": "that the strategy discussion was not held in time",
  "strategy-ready": "an organisation that a record waits for it",
  "strategy-action": "an organisation that it has something to do",
  "strategy-action-late": "that something to do is late",
} as const;
