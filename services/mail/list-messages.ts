import type { StaffActor } from "#domain/actor";
import { messageWords } from "#domain/message-words";
import { leaksIn } from "#domain/leak-check";
import {
  accountMessages,
  batchMessages,
  contactMessages,
  proofMessages,
  senderMessages,
  type AccountFacts,
  type BatchFacts,
  type MessageFacts,
  type MessageKind,
  type ProofFacts,
  type Said,
} from "#domain/messages";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden, Unavailable } from "../errors.ts";

export type ListedMessage = {
  kind: MessageKind;
  /** To whom, and about what. */
  what: string;
  subject: string;
  text: string;
  /** Words that would tell about a child; none in what may be sent. */
  leaks: string[];
};

/** Every email that the service can send, as it would be sent now with made-up facts, and what the leak check finds. */
export function listMessages(context: Context, actor: StaffActor): ListedMessage[] {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  const { writeEmail, settings } = context;
  if (writeEmail === null) throw new Unavailable("no emails are written here");
  return sampleMessages(context.now()).map((said) => {
    const { subject, text } = writeEmail(said);
    const leaks = leaksIn(`${subject}\n${text}`, settings);
    return { kind: said.kind, what: messageWords[said.kind], subject, text, leaks };
  });
}

function sampleMessages(since: Date): Said[] {
  const later = new Date(since.getTime() + 86_400_000);
  const contact: MessageFacts = { reference: "7KQ4M2XD", since, dueAt: later };
  const account: AccountFacts = { since, until: later, code: "123456" };
  const [hash, signature] = ["0f".repeat(32), "5a".repeat(32)];
  const proof: ProofFacts = {
    head: { position: 48_213, hash, sealedAt: since.toISOString(), signature, key: 1 },
  };
  const batch: BatchFacts = { batch: "7KQ4M2XD", since, received: 47, toMend: 3 };
  return [
    ...contactMessages.map((kind) => ({ kind, facts: contact })),
    ...[...accountMessages, ...senderMessages].map((kind) => ({ kind, facts: account })),
    ...proofMessages.map((kind) => ({ kind, facts: proof })),
    ...batchMessages.map((kind) => ({ kind, facts: batch })),
  ];
}
