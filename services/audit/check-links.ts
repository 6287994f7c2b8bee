import { createHmac, timingSafeEqual } from "node:crypto";
import type { ReadLink } from "#db/chain-reader";
import type { ChainProblem } from "#domain/audit-head";
import { genesis, linkHash, type ChainRing } from "./chain-keys.ts";

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
  { keys }: ChainRing,
  findings: Findings,
  onLink: (position: number, hash: Buffer) => void,
): LinkChecker {
  let expected = 1;
  let before: Buffer = genesis;
  let newest = 1;
  return {
    position: () => expected,
    next({ position: text, eventId, hash, mac, keyVersion, linkedAt, content }) {
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
      const used = keys.get(keyVersion);
      if (used === undefined) findings.add("key-not-held", position, `key ${keyVersion}`);
      else {
        const right = createHmac("sha256", used.link)
          .update(`${position} ${eventId} ${linkedAt} `)
          .update(hash)
          .digest();
        if (mac.length !== right.length || !timingSafeEqual(mac, right))
          findings.add("not-signed", position, `the link of event ${eventId}, key ${keyVersion}`);
      }
      // Whoever got hold of a key that was put away could still sign with it.
      if (keyVersion < newest) findings.add("older-key", position, `key ${keyVersion} after key ${newest}`);
      newest = Math.max(newest, keyVersion);
      onLink(position, hash);
      before = hash;
      expected = Math.max(expected, position) + 1;
    },
  };
}
