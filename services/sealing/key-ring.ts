import { createHmac } from "node:crypto";

/** The keys that the database does not hold. */
export type KeyRing = {
  /** Keys that wrap data keys, by version. */
  wrapping: ReadonlyMap<number, Buffer>;
  /** The version that wraps new ones; the highest where nothing is said. */
  wrapWith?: number;
  /** Makes the keyed hashes by which addresses, phones, emails and identifiers are found. */
  lookup: Buffer;
};

export function currentWrapVersion(keys: KeyRing): number {
  return keys.wrapWith ?? Math.max(...keys.wrapping.keys());
}

/** A keyed hash for finding equal values; `purpose` keeps a phone from matching an address. Hex, 64 characters. */
export function lookupHash(keys: KeyRing, purpose: string, value: string): string {
  return createHmac("sha256", keys.lookup).update(purpose).update("\0").update(value).digest("hex");
}
