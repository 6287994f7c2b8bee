import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Head, Link, Seal } from "#db/chain";
import type { PublishedHead } from "#domain/audit-head";

/** The keys of AUDIT_KEY by version: the newest signs, the older ones check what they signed. */
export type AuditKeys = { current: number; keys: ReadonlyMap<number, Buffer> };

/** What one of them is used for, each with a key of its own made from it. The database holds neither. */
export type ChainKeys = { link: Buffer; seal: Buffer };

export type ChainRing = { current: number; keys: ReadonlyMap<number, ChainKeys> };

export const chainRing = ({ current, keys }: AuditKeys): ChainRing => ({
  current,
  keys: new Map([...keys].map(([version, key]) => [version, chainKeys(key)])),
});

/** The newest, which signs. */
export function signingKeys({ current, keys }: ChainRing): ChainKeys {
  const found = keys.get(current);
  if (found === undefined) throw new Error("the newest key is not among the keys");
  return found;
}

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
export function linkMac(
  keys: ChainKeys,
  { position, eventId, hash, linkedAt }: Omit<Link, "mac" | "keyVersion">,
): Buffer {
  return createHmac("sha256", keys.link)
    .update(`${position} ${eventId} ${linkedAt.getTime() * 1_000} `)
    .update(hash)
    .digest();
}

/** Signs that the chain had this head at this moment. */
const sealSignature = (
  keys: ChainKeys,
  { position, hash, sealedAt }: Omit<Seal, "signature" | "keyVersion">,
): Buffer =>
  createHmac("sha256", keys.seal)
    .update(`${position} ${sealedAt.getTime() * 1_000} `)
    .update(hash)
    .digest();

export function signHead(ring: ChainRing, { position, hash }: Head, sealedAt: Date): Seal {
  const seal = { position, hash, sealedAt };
  return { ...seal, keyVersion: ring.current, signature: sealSignature(signingKeys(ring), seal) };
}

/** Whether the key that it names signed it; "no-key" when we do not have that key. */
export function isSigned({ keys }: ChainRing, seal: Seal): "yes" | "no" | "no-key" {
  const used = keys.get(seal.keyVersion);
  if (used === undefined) return "no-key";
  const right = sealSignature(used, seal);
  return right.length === seal.signature.length && timingSafeEqual(right, seal.signature) ? "yes" : "no";
}

export const published = ({ position, hash, sealedAt, signature, keyVersion }: Seal): PublishedHead => ({
  position,
  hash: hash.toString("hex"),
  sealedAt: sealedAt.toISOString(),
  signature: signature.toString("hex"),
  key: keyVersion,
});

export const unpublished = ({ position, hash, sealedAt, signature, key }: PublishedHead): Seal => ({
  position,
  hash: Buffer.from(hash, "hex"),
  sealedAt: new Date(sealedAt),
  signature: Buffer.from(signature, "hex"),
  keyVersion: key,
});
