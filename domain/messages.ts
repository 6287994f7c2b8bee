import type { PublishedHead } from "./audit-head.ts";
import type { Language } from "./intake.ts";
import type { Settings } from "./settings.ts";

/** Emails about a contact. Each has its file in emails/. */
export const contactMessages = [
  "contact-received",
  "decision-made",
  "decision-unread",
  "question-asked",
  "question-answered",
  "agency-asked",
  "agency-chased",
  "agency-answered",
  "agency-asks-back",
  "agency-told",
  "challenge-raised",
  "challenge-answered",
  "red-contact",
  "decision-due",
  "decision-late",
  "decision-delayed",
  "hand-over-unaccepted",
  "recommendation-waiting",
  "recommendation-sent-back",
  "family-waiting",
  "did-help-start",
  "referral-waiting",
  "child-allocated",
  "work-late",
  "case-unacknowledged",
  "strategy-called",
  "strategy-arranged",
  "strategy-chased",
  "strategy-not-held",
  "strategy-ready",
  "strategy-action",
  "strategy-action-late",
  "case-information",
  "transfer-to-confirm",
  "work-returned",
  "work-added-to",
  "child-unowned",
  "contact-for-manager",
  "glass-broken",
  "glass-unreviewed",
  "contact-named",
  "lado-opened",
  "lado-untaken",
] as const;
export type ContactMessage = (typeof contactMessages)[number];

/** Those of them that go to whoever sent the form. */
export const messagesToReferrer: readonly ContactMessage[] = [
  ...(["contact-received", "decision-made", "decision-unread"] as const),
  ...(["question-asked", "challenge-answered", "decision-delayed"] as const),
];

/** Emails to somebody about their own account, and to an inbox about itself. */
export const accountMessages = [
  "account-invited",
  "account-code",
  "account-recovery",
  "account-set-up",
  "password-changed",
  "new-device",
  "address-changed",
] as const;
export type AccountMessage = (typeof accountMessages)[number];

/** Emails to somebody outside about a form of theirs, or about their address. They know what those about an account know. */
export const senderMessages = ["sender-code", "draft-unfinished", "draft-offered"] as const;
export type SenderMessage = (typeof senderMessages)[number];

/** Emails to those who check the service, about its proofs. */
export const proofMessages = ["chain-head"] as const;
export type ProofMessage = (typeof proofMessages)[number];

/** Emails to somebody who sent a file of several contacts, about the file. */
export const batchMessages = ["batch-result"] as const;
export type BatchMessage = (typeof batchMessages)[number];

/** Every email that the service can send. */
export const messageKinds = [
  ...contactMessages,
  ...accountMessages,
  ...senderMessages,
  ...proofMessages,
  ...batchMessages,
] as const;
export type MessageKind = ContactMessage | AccountMessage | SenderMessage | ProofMessage | BatchMessage;

/**
 * All that an email about a contact may know. There is no field for a child, a worry or an outcome, so no template can
 * tell one: an inbox is a place that other people read.
 */
export type MessageFacts = {
  /** The contact's reference, eight characters without a space. */
  reference: string;
  /** When what the message is about began: a contact was received, a piece of work was made. */
  since: Date;
  /** The deadline that it runs against; null when it has none. */
  dueAt: Date | null;
  /** What whoever sent the form reads, in a message to them. */
  language?: Language;
};

/** All that an email about an account may know: no name, no organisation, and no link that signs anybody in. */
export type AccountFacts = {
  /** When it happened. */
  since: Date;
  /** Until when it can be used; null for what only tells. */
  until: Date | null;
  /** Six digits to type, in the one message that carries them. */
  code: string | null;
  /** What somebody outside reads, in a message to them. */
  language?: Language;
};

/** All that an email about the audit trail may know: a place in it, and a hash with its signature. */
export type ProofFacts = { head: PublishedHead };

/** All that an email about a file may know: what it is called, and counts. */
export type BatchFacts = { batch: string; since: Date; received: number; toMend: number };

/** Why a message that was owed is not sent after all. */
export const droppedBecause = [
  "told-one-by-one",
  "superseded",
  "read-or-dropped",
  "told-with-another",
  "reviewed",
  "taken-up",
  "over",
] as const;
export type DroppedBecause = (typeof droppedBecause)[number];

/** A kind of message with what it knows. */
export type Said =
  | { kind: ContactMessage; facts: MessageFacts }
  | { kind: AccountMessage | SenderMessage; facts: AccountFacts }
  | { kind: ProofMessage; facts: ProofFacts }
  | { kind: BatchMessage; facts: BatchFacts };

/** Why a message is not sent although it is still owed. Codes: they are stored and shown to operators. */
export type MailProblem =
  "bad-address" | "wrong-envelope" | "mail-refused" | "mail-put-off" | "mail-not-sent" | "mail-unsure";

/** One message to one address. `id` is the outbox row's: every try carries the same Message-ID. */
export type Letter = {
  id: string;
  to: string;
  said: Said;
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
