import type { Letter, Sent } from "#domain/messages";
import type { Mailer } from "#services/mail/mailer";
import type { Random } from "#services/demo/random";

export type Post = {
  mailer: Mailer;
  /** What the mail server took, in its order. */
  readonly taken: readonly Letter[];
  /** Ids of letters that it took from a worker that died before it could write that down. */
  readonly unsure: Set<string>;
};

/** A mail server that takes most letters, and turns some away for now. */
export function postOffice(random: Random): Post {
  const taken: Letter[] = [];
  const send = (letter: Letter): Promise<Sent> => {
    if (random.chance(0.05))
      return Promise.resolve({ outcome: "refused", permanent: false, reply: "451", problem: "mail-refused" });
    taken.push(letter);
    return Promise.resolve({ outcome: "accepted", reply: "250" });
  };
  return { mailer: { send }, taken, unsure: new Set() };
}
