import type { Chain, Seal } from "#db/chain";
import { isSigned, published, signHead, unpublished, type ChainRing } from "./chain-keys.ts";
import type { HeadsFile } from "./heads-file.ts";

/** The chain is no longer the one whose head was published: a new head over it would cover that up. */
export class ChainBroken extends Error {
  override readonly name = "ChainBroken";
}

/**
 * Signs the head of the chain, in the database and in a file outside it. Before that it compares the last head of the
 * file with the chain, so a chain that was cut or written anew is noticed here, at most one interval later.
 * @returns the position that is sealed now
 * @throws ChainBroken and seals nothing, when the file and the chain tell different stories
 */
export async function sealHead(chain: Chain, ring: ChainRing, file: HeadsFile, now: Date): Promise<number> {
  const told = await file.last();
  if (told) {
    refuseUnsigned(ring, unpublished(told), "the last published head");
    const hash = await chain.hashAt(told.position);
    if (hash?.toString("hex") !== told.hash)
      throw new ChainBroken(`the chain has not the head that was published at ${told.position}`);
  }
  const head = await chain.head();
  if (head && head.position > (await chain.lastSealed())) await chain.addSeal(signHead(ring, head, now));
  // Also those that another worker sealed, or this one before it was killed.
  const seals = await chain.sealsAfter(told?.position ?? 0);
  for (const seal of seals) refuseUnsigned(ring, seal, `the seal at ${seal.position}`);
  await file.append(seals.map(published));
  return head?.position ?? 0;
}

function refuseUnsigned(ring: ChainRing, seal: Seal, what: string): void {
  const signed = isSigned(ring, seal);
  if (signed === "no-key")
    throw new ChainBroken(`${what} is signed with key ${seal.keyVersion}, which AUDIT_KEY does not hold`);
  if (signed === "no")
    throw new ChainBroken(`${what} is not signed with key ${seal.keyVersion} of AUDIT_KEY`);
}
