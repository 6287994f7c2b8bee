import { count, inArray, isNotNull, sql } from "drizzle-orm";
import { matchKey } from "#db/schema/people";
import { sender } from "#db/schema/senders";
import { dataKey } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { sealedKeyKinds } from "#domain/match-keys";
import type { Context } from "../context.ts";
import { keyVersion } from "../contacts/match-key-rows.ts";
import { readingAs } from "../directory/administering.ts";
import { currentWrapVersion } from "./key-ring.ts";

export type KeyVersion = {
  version: number;
  /** How many rows need it: data keys that it wraps, or hashes that it made. */
  needed: number;
  /** This process holds it. */
  held: boolean;
  /** What is new is made with it. */
  inUse: boolean;
};

/**
 * The versions of the sealing key and of the lookup key, the newest first, with what still needs each; and how many data
 * keys were destroyed. It counts every hash, a second or two of a large hub: whoever asks is changing keys.
 */
export async function readKeyUse(
  context: Context,
  actor: StaffActor,
): Promise<{ sealing: KeyVersion[]; lookup: KeyVersion[]; destroyed: number }> {
  return readingAs(context, actor, async ({ tx }) => {
    const wrapped = await tx
      .select({ version: dataKey.wrapVersion, needed: count() })
      .from(dataKey)
      .where(isNotNull(dataKey.wrapped))
      .groupBy(dataKey.wrapVersion);
    const found = await tx
      .select({ version: sql<number>`${keyVersion}`.as("version"), needed: count() })
      .from(matchKey)
      .where(inArray(matchKey.kind, [...sealedKeyKinds]))
      .groupBy(sql`version`);
    const senders = await tx
      .select({ version: sender.keyVersion, needed: count() })
      .from(sender)
      .groupBy(sender.keyVersion);
    const { wrapping, lookup } = context.keys;
    return {
      sealing: versions(wrapped, wrapping, currentWrapVersion(context.keys)),
      lookup: versions([...found, ...senders], lookup.keys, lookup.current),
      destroyed: await tx.$count(dataKey, sql`${dataKey.wrapped} is null`),
    };
  });
}

function versions(
  rows: readonly { version: number; needed: number }[],
  held: ReadonlyMap<number, Buffer>,
  inUse: number,
): KeyVersion[] {
  const needed = new Map<number, number>();
  for (const row of rows) needed.set(row.version, (needed.get(row.version) ?? 0) + row.needed);
  const all = [...new Set([...held.keys(), ...needed.keys()])].sort((a, b) => b - a);
  return all.map((version) => ({
    ...{ version, needed: needed.get(version) ?? 0 },
    ...{ held: held.has(version), inUse: version === inUse },
  }));
}
