import type { MailProblem, MessageFacts, MessageKind } from "#domain/messages";
import type { Settings } from "#domain/settings";

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

/** The port through which services send mail; emails/transport.ts is behind it, and only in the worker. */
export type Mailer = { send: (letter: Letter) => Promise<Sent> };
