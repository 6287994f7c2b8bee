import { createHmac } from "node:crypto";

/** The keys that the database does not hold. */
export type KeyRing = {
  /** Keys that wrap data keys, by version. */
  wrapping: ReadonlyMap<number, Buffer>;
  /** The version that wraps new ones; the highest where nothing is said. */
  wrapWith?: number;
  /** Makes the keyed hashes by which addresses, phones, emails and identifiers are found. */
  lookup: LookupKeys;
};

export type LookupKeys = {
  /** The version that makes what is kept from now on. */
  current: number;
  /** By version; what any of them made is found. */
  keys: ReadonlyMap<number, Buffer>;
};

export function currentWrapVersion(keys: KeyRing): number {
  return keys.wrapWith ?? Math.max(...keys.wrapping.keys());
}

/** A keyed hash to keep, made with the version in use; `purpose` keeps a phone from matching an address. */
export const lookupHash = ({ lookup }: KeyRing, purpose: string, value: string): Buffer =>
  hashWith(lookup, lookup.current, purpose, value);

/** The hashes that each version held would have made: one of them is what was kept. */
export const lookupHashes = ({ lookup }: KeyRing, purpose: string, value: string): Map<number, Buffer> =>
  new Map([...lookup.keys.keys()].map((version) => [version, hashWith(lookup, version, purpose, value)]));

/**
 * A hash for what counts or is refused twice within minutes. Made with the oldest version, because processes that are
 * being given a newer key one after another must agree on it, and all of them hold the oldest.
 */
export const agreedHash = ({ lookup }: KeyRing, purpose: string, value: string): Buffer =>
  hashWith(lookup, Math.min(...lookup.keys.keys()), purpose, value);

function hashWith({ keys }: LookupKeys, version: number, purpose: string, value: string): Buffer {
  const key = keys.get(version);
  if (!key) throw new Error(`the lookup key of version ${version} is not configured`);
  return createHmac("sha256", key).update(purpose).update("\0").update(value).digest();
}
