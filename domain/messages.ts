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

/**
 * All that an email may know. There is no field for a child, a worry or an outcome, so no template can tell one: an
 * inbox is a place that other people read.
 */
export type MessageFacts = {
  /** The contact's reference, eight characters without a space. */
  reference: string;
  /** When what the message is about began: a contact was received, a piece of work was made. */
  since: Date;
  /** The deadline that it runs against; null when it has none. */
  dueAt: Date | null;
};

/** Why a message is not sent although it is still owed. Codes: they are stored and shown to operators. */
export const mailProblems = [
  "no-mail-server",
  "no-recipient",
  "no-address",
  "bad-address",
  "wrong-envelope",
  "mail-refused",
  "mail-put-off",
  "mail-not-sent",
  "mail-unsure",
] as const;
export type MailProblem = (typeof mailProblems)[number];
