/** Why somebody opens the room of the person who sent a contact. A code, so that the audit can hold it. */
export const referrerReasons = ["ring_back", "check_who", "tell_outcome", "keep_safe"] as const;
export type ReferrerReason = (typeof referrerReasons)[number];

export const referrerReasonWords: Record<ReferrerReason, string> = {
  ring_back: "To ask them something about this contact",
  check_who: "To check that they are who they say",
  tell_outcome: "To tell them what happens next",
  keep_safe: "To keep them or the child safe",
};
