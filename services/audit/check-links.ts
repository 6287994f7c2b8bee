import { createHmac, timingSafeEqual } from "node:crypto";
import type { ReadLink } from "#db/chain-reader";
import type { ChainProblem } from "#domain/audit-head";
import { genesis, linkHash, type ChainKeys } from "./chain-keys.ts";

export type Finding = { problem: ChainProblem; position: number | null; detail: string };

/** More findings of one kind than this are only counted: a chain that is broken early breaks everywhere. */
const keptOfAKind = 20;

export class Findings {
  readonly kept: Finding[] = [];
  readonly counts = new Map<ChainProblem, number>();
  add(problem: ChainProblem, position: number | null, detail: string): void {
    const count = (this.counts.get(problem) ?? 0) + 1;
    this.counts.set(problem, count);
    if (count <= keptOfAKind) this.kept.push({ problem, position, detail });
  }
}

export type LinkChecker = {
  next: (link: ReadLink) => void;
  /** The position that comes next. */
  position: () => number;
};

/**
 * Checks links in the order of their positions. After a fault it goes on from what the link says, so that one altered
 * event is one finding.
 * @param onLink told of every link, with the hash that it should have
 */
export function linkChecker(
  keys: ChainKeys,
  findings: Findings,
  onLink: (position: number, hash: Buffer) => void,
): LinkChecker {
  let expected = 1;
  let before: Buffer = genesis;
  return {
    position: () => expected,
    next({ position: text, eventId, hash, mac, linkedAt, content }) {
      const position = Number(text);
      if (position < expected) findings.add("link-out-of-place", position, `event ${eventId}`);
      if (position > expected) {
        const last = position - 1;
        findings.add(
          "link-missing",
          expected,
          last === expected ? "one link is gone" : `${position - expected} links are gone, to ${last}`,
        );
        // What the hash before was is not known; the key says whether this one is genuine.
        before = hash;
      } else if (content === null) findings.add("event-missing", position, `event ${eventId}`);
      else if (!linkHash(before, content).equals(hash))
        findings.add("altered", position, `event ${eventId}, or what stands before it`);
      const right = createHmac("sha256", keys.link)
        .update(`${position} ${eventId} ${linkedAt} `)
        .update(hash)
        .digest();
      if (mac.length !== right.length || !timingSafeEqual(mac, right))
        findings.add("not-signed", position, `the link of event ${eventId}`);
      onLink(position, hash);
      before = hash;
      expected = Math.max(expected, position) + 1;
    },
  };
}
