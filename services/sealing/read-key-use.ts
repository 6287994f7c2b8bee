import { asc, count, isNotNull, sql } from "drizzle-orm";
import { dataKey } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { readingAs } from "../directory/administering.ts";
import { currentWrapVersion } from "./key-ring.ts";

export type KeyVersion = {
  version: number;
  /** How many data keys it wraps. */
  wraps: number;
  /** This process holds it. */
  held: boolean;
  /** New data keys are wrapped with it. */
  inUse: boolean;
};

/** The versions of the sealing key, the newest first, with what each still wraps; and how many data keys were destroyed. */
export async function readKeyUse(
  context: Context,
  actor: StaffActor,
): Promise<{ versions: KeyVersion[]; destroyed: number }> {
  return readingAs(context, actor, async ({ tx }) => {
    const rows = await tx
      .select({ version: dataKey.wrapVersion, wraps: count() })
      .from(dataKey)
      .where(isNotNull(dataKey.wrapped))
      .groupBy(dataKey.wrapVersion)
      .orderBy(asc(dataKey.wrapVersion));
    const destroyed = await tx.$count(dataKey, sql`${dataKey.wrapped} is null`);
    const held = context.keys.wrapping;
    const inUse = currentWrapVersion(context.keys);
    const wraps = new Map(rows.map((row) => [row.version, row.wraps]));
    const all = [...new Set([...held.keys(), ...wraps.keys()])].sort((a, b) => b - a);
    return {
      destroyed,
      versions: all.map((version) => ({
        ...{ version, wraps: wraps.get(version) ?? 0 },
        ...{ held: held.has(version), inUse: version === inUse },
      })),
    };
  });
}
