/** Every email that the service can send. Each has its file in emails/. */
export const messageKinds = [
  "contact-received",
  "decision-made",
  "red-contact",
  "recommendation-waiting",
  "recommendation-sent-back",
  "family-waiting",
  "referral-waiting",
  "strategy-called",
  "case-information",
  "transfer-to-confirm",
] as const;
export type MessageKind = (typeof messageKinds)[number];
