import { sql } from "drizzle-orm";
import type { Unit } from "../unit-of-work.ts";

/** Names of the dictionary that look like each of these words, the likest first: it grows with names and not with people. */
export async function alikeNames(
  { tx }: Unit,
  words: readonly string[],
  atMost: number,
): Promise<Map<string, string[]>> {
  const alike = new Map<string, string[]>();
  if (words.length === 0) return alike;
  const rows = await tx.execute<{ word: string; token: string }>(sql`
    select word, token from frontdoor_alike_names(${sql.param([...words])}::text[], ${atMost})`);
  for (const { word, token } of rows) alike.set(word, [...(alike.get(word) ?? []), token]);
  return alike;
}
