import type { Settings } from "./settings.ts";

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
  "work-returned",
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
export type MailProblem =
  "bad-address" | "wrong-envelope" | "mail-refused" | "mail-put-off" | "mail-not-sent" | "mail-unsure";

/** One message to one address. `id` is the outbox row's: every try carries the same Message-ID. */
export type Letter = {
  id: string;
  kind: MessageKind;
  to: string;
  facts: MessageFacts;
  settings: Pick<Settings, "authorityName" | "phones">;
};

/**
 * What became of one try. `reply` is the mail server's code and queue id at most: a whole reply can hold the address.
 * A try is "unsure" when the connection broke after the message left and before the server answered: it may have
 * arrived, and is sent again, because a second notice does less harm than none.
 */
export type Sent =
  | { outcome: "accepted"; reply: string }
  | { outcome: "refused"; permanent: boolean; problem: MailProblem; reply: string | null }
  | { outcome: "unsure"; problem: "mail-unsure" };
