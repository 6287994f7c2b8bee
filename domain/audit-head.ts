import { z } from "zod";

/**
 * The head of the audit chain at one moment, signed with a key that the database does not hold. Whoever keeps one
 * outside the database can tell later that the chain was cut or written anew.
 */
const headSchema = z.strictObject({
  position: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.iso.datetime(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  /** Which of the keys signed it; the first, in lines from before there were several. */
  key: z.int().positive().default(1),
});
export type PublishedHead = z.infer<typeof headSchema>;

/** One line of the file of heads, and of the email that carries one. */
export const headLine = (head: PublishedHead): string => JSON.stringify(headSchema.parse(head));

/** @returns the head of one line; null when it is none */
export function parseHead(line: string): PublishedHead | null {
  try {
    return headSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** What can be wrong with a chain, in the words that a reader of the report needs. */
export const problemWords = {
  "link-missing": "no link stands here",
  "link-out-of-place": "a link stands here that should not",
  "event-missing": "the event is gone",
  altered: "the event, or the order of events, was changed",
  "not-signed": "not signed with the key: somebody else made this link",
  "key-not-held": "signed with a key that AUDIT_KEY does not hold: it cannot be checked",
  "older-key": "signed with an older key than what stands before it",
  "event-never-linked": "events that the chain does not hold",
  "cut-off": "the chain ends before this published head",
  "head-differs": "another chain than the one whose head was published",
  "head-not-signed": "a head that is not signed with the key",
  "head-missing": "a head that was sealed is missing",
  "heads-unreadable": "published heads cannot be read",
} as const;
export type ChainProblem = keyof typeof problemWords;
