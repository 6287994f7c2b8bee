import { sql } from "drizzle-orm";
import type { adultKey, matchKey, name } from "#db/schema/people";
import { adultKeys, sealedKeyKinds, type MatchKey } from "#domain/match-keys";
import { lookupHash, lookupHashes, type KeyRing } from "../sealing/key-ring.ts";

export const isSealedKey = ({ kind }: MatchKey) => (sealedKeyKinds as readonly string[]).includes(kind);

/** A keyed hash says which version made it, as in "2:" and 64 hex digits; those of version 1 say nothing. */
const withVersion = (version: number, hash: Buffer) =>
  version === 1 ? hash.toString("hex") : `${version}:${hash.toString("hex")}`;

/** The kinds of which a row has a version, and which it is: for SQL over rows with a `kind` and a `value`. */
export const keyedKinds = sql`${sql.param([...sealedKeyKinds])}::text[]`;
export const keyVersion = sql`(case when strpos(value, ':') = 0 then 1 else split_part(value, ':', 1)::int end)`;

/** A key as the database holds it: identifiers and addresses only as keyed hashes. */
export function storedKey(keys: KeyRing, key: MatchKey): MatchKey {
  if (!isSealedKey(key)) return key;
  return { ...key, value: withVersion(keys.lookup.current, lookupHash(keys, key.kind, key.value)) };
}

/** A key as the database may hold it: what was kept under any version that is held is found. */
export function wantedKeys(keys: KeyRing, key: MatchKey): MatchKey[] {
  if (!isSealedKey(key)) return [key];
  const hashes = lookupHashes(keys, key.kind, key.value);
  return [...hashes].map(([version, hash]) => ({ ...key, value: withVersion(version, hash) }));
}

/**
 * The rows by which children are found later. Sorted, because two transactions that add the same new names in another
 * order would wait for each other for ever.
 */
export function matchKeyRows(
  keys: KeyRing,
  contactId: string,
  children: readonly { id: string; keys: readonly MatchKey[] }[],
  adults: readonly { id: string; name: string; dateOfBirth?: string | null }[],
): {
  names: (typeof name.$inferInsert)[];
  rows: (typeof matchKey.$inferInsert)[];
  adultRows: (typeof adultKey.$inferInsert)[];
} {
  const adultRows = adults.flatMap(({ id, name: called, dateOfBirth = null }) =>
    adultKeys({ name: called, dateOfBirth }).map((key) => ({ ...key, contactAdultId: id, contactId })),
  );
  const rows = children.flatMap((child) =>
    child.keys.map((key) => ({ ...storedKey(keys, key), contactChildId: child.id, contactId })),
  );
  const words = new Set(
    [...rows, ...adultRows].filter(({ kind }) => kind === "name").map(({ value }) => value),
  );
  return { names: [...words].sort().map((token) => ({ token })), rows, adultRows };
}
