import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Head, Link, Seal } from "#db/chain";
import type { PublishedHead } from "#domain/audit-head";

/** What AUDIT_KEY is used for, each with a key of its own made from it. The database holds neither. */
export type ChainKeys = { link: Buffer; seal: Buffer };

export function chainKeys(auditKey: Buffer): ChainKeys {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", auditKey, Buffer.alloc(0), `front-door audit ${purpose}`, 32));
  return { link: derive("link"), seal: derive("seal") };
}

/** What stands before the first link. */
export const genesis = Buffer.alloc(32);

/** The hash of a link: everything before it, through the hash before it, and every column of its event. */
export const linkHash = (previous: Buffer, content: string): Buffer =>
  createHash("sha256").update(previous).update(content).digest();

/** Without the key nobody can make a link, however well they know how hashes are made. */
export function linkMac(keys: ChainKeys, { position, eventId, hash, linkedAt }: Omit<Link, "mac">): Buffer {
  return createHmac("sha256", keys.link)
    .update(`${position} ${eventId} ${linkedAt.getTime() * 1_000} `)
    .update(hash)
    .digest();
}

/** Signs that the chain had this head at this moment. */
const sealSignature = (keys: ChainKeys, { position, hash, sealedAt }: Omit<Seal, "signature">): Buffer =>
  createHmac("sha256", keys.seal)
    .update(`${position} ${sealedAt.getTime() * 1_000} `)
    .update(hash)
    .digest();

export function signHead(keys: ChainKeys, head: Head, sealedAt: Date): Seal {
  const seal = { ...head, sealedAt };
  return { ...seal, signature: sealSignature(keys, seal) };
}

export const isSigned = (keys: ChainKeys, seal: Seal): boolean =>
  timingSafeEqual(sealSignature(keys, seal), seal.signature);

export const published = ({ position, hash, sealedAt, signature }: Seal): PublishedHead => ({
  position,
  hash: hash.toString("hex"),
  sealedAt: sealedAt.toISOString(),
  signature: signature.toString("hex"),
});

export const unpublished = ({ position, hash, sealedAt, signature }: PublishedHead): Seal => ({
  position,
  hash: Buffer.from(hash, "hex"),
  sealedAt: new Date(sealedAt),
  signature: Buffer.from(signature, "hex"),
});
