import { sql } from "drizzle-orm";
import type { Search } from "#domain/search/read-search";
import type { Alike } from "#domain/search/search-keys";
import type { Unit } from "../unit-of-work.ts";

/** For each word. Of more words than these the first are enough: the others were spelled as they are. */
const alikeAtMost = 6;
const wordsAtMost = 3;
/** Shorter ones are like too many others. */
const lettersAtLeast = 4;

/** Names of the dictionary that look like what was typed: it grows with names and not with people. */
export async function alikeNames({ tx }: Unit, { words }: Search): Promise<Alike> {
  const long = words.slice(0, wordsAtMost).filter((word) => word.length >= lettersAtLeast);
  if (long.length === 0) return new Map();
  const rows = await tx.execute<{ word: string; tokens: string[] }>(sql`
    select word, array(
      select token from name where token % word and token <> word order by similarity(token, word) desc limit ${alikeAtMost}
    ) as tokens
    from unnest(${sql.param(long)}::text[]) as wanted(word)`);
  return new Map(rows.map(({ word, tokens }) => [word, tokens]));
}
