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
  "strategy.action-done": () => "Marked an action of the strategy discussion as done",
};

/** To whom and about what: the emails about a strategy discussion. */
export const strategyMessageWords = {
  "strategy-called": "an invitation to the strategy discussion",
  "strategy-arranged": "when the strategy discussion is",
  "strategy-chased": "an organisation again that it is invited to the strategy discussion",
  "strategy-not-held": "that the strategy discussion was not held in time",
} as const;
