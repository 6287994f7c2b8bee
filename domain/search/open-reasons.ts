/** Why somebody opens a contact that is not theirs. Codes, so that the audit can hold them. */
export const openReasons = [
  "same_family",
  "asked_about",
  "advice",
  "manager",
  "answer_sender",
  "other_duty",
] as const;
export type OpenReason = (typeof openReasons)[number];

export const openReasonWords: Record<OpenReason, string> = {
  same_family: "I am working on a contact about this family",
  asked_about: "A professional asked about this child or family",
  advice: "I am giving advice or cover for a colleague",
  manager: "I am checking or overseeing work",
  answer_sender: "Somebody who sent it, or the family, got in touch",
  other_duty: "Another duty of the hub",
};
