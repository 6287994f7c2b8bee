import { createHash, createHmac, hkdfSync } from "node:crypto";
import type { Link } from "#db/chain";

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
