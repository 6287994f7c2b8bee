import { openChain, type ChainedEvent, type Link } from "#db/chain";
import { chainRing, genesis, linkHash, linkMac, signingKeys, type AuditKeys } from "./chain-keys.ts";
import { openHeadsFile } from "./heads-file.ts";
import { ChainBroken, sealHead } from "./seal-head.ts";

export type Sequencer = {
  /** Links every event that has none yet, if no other process does; says how many. */
  link: () => Promise<number>;
  /** Signs and publishes the head, if no other process does. @throws ChainBroken */
  seal: () => Promise<void>;
  close: () => Promise<void>;
};

export type SequencerParts = {
  /** The sequencer's own login. */
  url: string;
  auditKeys: AuditKeys;
  /** Where heads are published. */
  headsFile: string;
  now: () => Date;
};

/** Events linked in one commit: about a megabyte. */
const batch = 2_000;

/** Events looked at again in one slice of the sweep; and how often a slice is taken. */
const slice = 20_000;
const sweepMs = 5_000;

/**
 * Chains the audit trail. Events are written without a place in the chain, because a place has to be taken one after
 * another, and a lock for that, held over the commit of each business transaction, costs two thirds of the throughput.
 * So one process, whoever holds the lock, gives places to what was committed. Events are found by having no link,
 * never by an id after the last one seen: a transaction that commits late has an early id.
 */
export function openSequencer({ url, auditKeys, headsFile, now }: SequencerParts): Sequencer {
  const chain = openChain(url);
  const ring = chainRing(auditKeys);
  const keys = signingKeys(ring);
  const file = openHeadsFile(headsFile);
  let sweptAt = -Infinity;
  let sweptTo: string | null = null;
  /** The key that the chain goes on with, when it is newer than ours. */
  let newerKey: number | null = null;

  async function append(events: readonly ChainedEvent[]): Promise<void> {
    // Read again for each batch: while the lock was held by another, the chain grew.
    const head = await chain.head();
    const linkedAt = now();
    let { position, hash } = head ?? { position: 0, hash: genesis };
    const links: Link[] = [];
    for (const { id, content } of events) {
      position += 1;
      hash = linkHash(hash, content);
      const link = { position, eventId: id, hash, linkedAt };
      links.push({ ...link, keyVersion: ring.current, mac: linkMac(keys, link) });
    }
    await chain.append(links);
  }

  async function linkNew(): Promise<number> {
    let linked = 0;
    for (;;) {
      const events = await chain.unlinked(batch);
      if (events.length > 0) await append(events);
      linked += events.length;
      if (events.length < batch) return linked;
    }
  }

  async function sweepOn(): Promise<number> {
    if (performance.now() - sweptAt < sweepMs) return 0;
    const { events, next } = await chain.sweep(sweptTo, slice);
    if (events.length > 0) await append(events);
    sweptTo = next;
    sweptAt = performance.now();
    return events.length;
  }

  /** While keys change, workers with the older settings leave the chain to those that have the newer key already. */
  async function mayAdd(): Promise<boolean> {
    if (!(await chain.lead())) return false;
    const used = (await chain.head())?.keyVersion ?? 0;
    newerKey = used > ring.current ? used : null;
    if (newerKey !== null) await chain.yieldLead();
    return newerKey === null;
  }

  return {
    async link() {
      if (!(await mayAdd())) return 0;
      return (await linkNew()) + (await sweepOn());
    },
    async seal() {
      if (await mayAdd()) await sealHead(chain, ring, file, now());
      else if (newerKey !== null)
        throw new ChainBroken(`the chain goes on with key ${newerKey}, which AUDIT_KEY here does not hold`);
    },
    close: () => chain.close(),
  };
}
