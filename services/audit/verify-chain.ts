import { readChain, type ChainReader } from "#db/chain-reader";
import type { Seal } from "#db/chain";
import type { ChainProblem } from "#domain/audit-head";
import { chainRing, isSigned, unpublished, type AuditKeys, type ChainRing } from "./chain-keys.ts";
import { Findings, linkChecker, type Finding } from "./check-links.ts";
import { readHeads } from "./heads-file.ts";

export type VerifyParts = {
  /** The verifier's login, which reads and can do nothing else. */
  url: string;
  auditKeys: AuditKeys;
  /** Files of heads that were published outside the database; each may hold some of them. */
  headsFiles: readonly string[];
  onProgress?: (links: number) => void;
};

export type Verified = {
  links: number;
  seconds: number;
  /** Heads that were published outside the database, and the newest of them. */
  published: number;
  newest: { position: number; sealedAt: Date } | null;
  findings: readonly Finding[];
  counts: ReadonlyMap<ChainProblem, number>;
};

/** The sequencer links within a second; younger events may still wait for it. */
const linkedWithinSeconds = 60;

type Known = { seal: Seal; from: "file" | "database" };

/**
 * Reads the whole chain and says everything that is wrong with it. Heads that were published outside the database are
 * what tells a chain that was cut, or written anew by somebody who has the key, from the one there was.
 */
export async function verifyChain(parts: VerifyParts): Promise<Verified> {
  const ring = chainRing(parts.auditKeys);
  const findings = new Findings();
  const files = (await Promise.all(parts.headsFiles.map((path) => headsOf(path, findings)))).flat();
  const began = performance.now();
  const links = await readChain(parts.url, async (reader) => {
    const known = await knownHeads(reader, files, ring, findings);
    const count = await checkLinks(reader, known, ring, { findings, onProgress: parts.onProgress });
    const missed = await reader.unlinked(linkedWithinSeconds);
    if (missed.count > 0)
      findings.add("event-never-linked", null, `${missed.count}, the oldest of them ${missed.firstId}`);
    return count;
  });
  const newest = files.reduce<Seal | null>((a, b) => (a === null || b.position > a.position ? b : a), null);
  return {
    links,
    seconds: (performance.now() - began) / 1_000,
    published: new Set(files.map(({ position }) => position)).size,
    newest: newest && { position: newest.position, sealedAt: newest.sealedAt },
    findings: findings.kept,
    counts: findings.counts,
  };
}

async function headsOf(path: string, findings: Findings): Promise<Seal[]> {
  try {
    const { heads, badLines } = await readHeads(path);
    for (const line of badLines) findings.add("heads-unreadable", null, `line ${line} of ${path} is no head`);
    return heads.map(unpublished);
  } catch {
    findings.add("heads-unreadable", null, `${path} cannot be read`);
    return [];
  }
}

/** Everything that was sealed, by position; compares what the database says with what was published. */
async function knownHeads(reader: ChainReader, files: Seal[], ring: ChainRing, findings: Findings) {
  const known = new Map<number, Known[]>();
  const inDatabase = await reader.seals();
  const of = (from: Known["from"], seals: Seal[]) => seals.map((seal): Known => ({ seal, from }));
  const all = [...of("file", files), ...of("database", inDatabase)];
  for (const { seal, from } of all) {
    const signed = isSigned(ring, seal);
    const which = `a head of key ${seal.keyVersion}, in the ${from}`;
    if (signed === "yes") known.set(seal.position, [...(known.get(seal.position) ?? []), { seal, from }]);
    else findings.add(signed === "no" ? "head-not-signed" : "key-not-held", seal.position, which);
  }
  const newestPublished = Math.max(0, ...files.map(({ position }) => position));
  for (const [position, told] of known) {
    // The newest may not have been published yet.
    if (files.length > 0 && position <= newestPublished && !told.some(({ from }) => from === "file"))
      findings.add("head-missing", position, "in no file of published heads");
    if (!told.some(({ from }) => from === "database"))
      findings.add("head-missing", position, "in the database");
  }
  return known;
}

async function checkLinks(
  reader: ChainReader,
  known: Map<number, Known[]>,
  ring: ChainRing,
  { findings, onProgress }: { findings: Findings; onProgress?: (links: number) => void },
): Promise<number> {
  let links = 0;
  const checker = linkChecker(ring, findings, (position, hash) => {
    for (const { seal, from } of known.get(position) ?? []) {
      if (!seal.hash.equals(hash))
        findings.add("head-differs", position, `sealed ${seal.sealedAt.toISOString()}, in the ${from}`);
    }
    known.delete(position);
  });
  for await (const rows of reader.links()) {
    for (const row of rows) checker.next(row);
    links += rows.length;
    onProgress?.(links);
  }
  for (const [position, told] of known) {
    const [first] = told;
    if (position >= checker.position() && first)
      findings.add("cut-off", position, `sealed ${first.seal.sealedAt.toISOString()}, in the ${first.from}`);
  }
  return links;
}
