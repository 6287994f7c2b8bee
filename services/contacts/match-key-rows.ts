import type { matchKey, name } from "#db/schema/people";
import { sealedKeyKinds, type MatchKey } from "#domain/match-keys";
import { lookupHash, type KeyRing } from "../sealing/key-ring.ts";

const isSealed = (kind: MatchKey["kind"]) => (sealedKeyKinds as readonly string[]).includes(kind);

/** A key as the database holds it: identifiers and addresses only as keyed hashes. */
export function storedKey(keys: KeyRing, { kind, value }: MatchKey): MatchKey {
  return { kind, value: isSealed(kind) ? lookupHash(keys, kind, value) : value };
}

/**
 * The rows by which children are found later. Sorted, because two transactions that add the same new names in another
 * order would wait for each other for ever.
 */
export function matchKeyRows(
  keys: KeyRing,
  contactId: string,
  children: readonly { id: string; keys: readonly MatchKey[] }[],
): { names: (typeof name.$inferInsert)[]; rows: (typeof matchKey.$inferInsert)[] } {
  const rows = children.flatMap((child) =>
    child.keys.map((key) => ({ ...storedKey(keys, key), contactChildId: child.id, contactId })),
  );
  const words = new Set(rows.filter(({ kind }) => kind === "name").map(({ value }) => value));
  return { names: [...words].sort().map((token) => ({ token })), rows };
}
