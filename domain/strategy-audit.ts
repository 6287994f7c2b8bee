import { z } from "zod";
import { actionEndings, agreements, section47Outcomes } from "./strategy.ts";
import { invitationAnswers, invitedRoles } from "./strategy-invitation.ts";

const none = z.strictObject({});

/** What is audited about a strategy discussion, with its facts. */
export const strategyAudit = {
  "strategy.invited": z.strictObject({ role: z.enum(invitedRoles) }),
  "strategy.chased": z.strictObject({ ordinal: z.int() }),
  "strategy.not-held": none,
  "strategy.answered": z.strictObject({ answer: z.enum(invitationAnswers) }),
  "strategy.information-given": none,
  "strategy.arranged": none,
  "strategy.recorded": z.strictObject({ quorate: z.boolean() }),
  "strategy.action-added": none,
  "strategy.action-done": z.strictObject({ how: z.enum(actionEndings) }),
  "strategy.action-late": none,
  "strategy.agreed": z.strictObject({ agreement: z.enum(agreements) }),
  "strategy.locked": z.strictObject({ agreed: z.boolean() }),
  "strategy.appended": none,
  "strategy.next-called": none,
  "strategy.outcome-recorded": z.strictObject({ outcome: z.enum(section47Outcomes) }),
};
