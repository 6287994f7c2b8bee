import { existsSync, readFileSync } from "node:fs";
import { searchKeys, matchKeys } from "#domain/match-keys";
import { emptySubject, type MatchSubject } from "#domain/match-subject";
import { compare, type MatchBand } from "#domain/matching";

export type Labelled = { cluster: string; subject: MatchSubject };

const folder = new URL("../../../../shared/data/linkage/", import.meta.url);

/** Rows of a linkage file by column name, or null where the file is not there. None of them quotes a comma. */
export function readLinkage(file: string): Record<string, string>[] | null {
  const url = new URL(file, folder);
  if (!existsSync(url)) return null;
  const [head, ...lines] = readFileSync(url, "utf8").trim().split(/\r?\n/);
  const columns = (head ?? "").split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, i) => [column, (cells[i] ?? "").trim()]));
  });
}

const orNull = (value: string | undefined) => (value === undefined || value === "" ? null : value);
const dateOrNull = (value: string | undefined) =>
  /^\d{4}-\d\d-\d\d$/.test(value ?? "") ? (value ?? null) : null;

export function labelled(row: Record<string, string>): Labelled {
  return {
    cluster: row["cluster"] ?? "",
    subject: {
      ...emptySubject,
      firstName: orNull(row["first_name"]),
      lastName: orNull(row["surname"]),
      dateOfBirth: dateOrNull(row["dob"]),
      postcode: orNull(row["postcode_fake"]),
    },
  };
}

export type Measured = {
  truePairs: number;
  /** True pairs that the keys bring together at all. */
  blocked: number;
  compared: number;
  /** Pairs said to be in this band, and how many of them are true. */
  bands: Record<MatchBand, { said: number; right: number }>;
};

/** Brings rows together by their keys as the database does, compares each pair once, and counts against the truth. */
export function measure(rows: readonly Labelled[], largestBlock = 400): Measured {
  const blocks = new Map<string, number[]>();
  const put = (key: string, row: number) => {
    const block = blocks.get(key);
    if (block) block.push(row);
    else blocks.set(key, [row]);
  };
  for (const [i, { subject }] of rows.entries()) {
    const keys = matchKeys(subject);
    for (const key of keys) if (key.kind !== "name") put(`${key.kind} ${key.value}`, i);
    // The dictionary of names finds those who share two words.
    const words = keys
      .filter((key) => key.kind === "name")
      .map((key) => key.value)
      .sort();
    for (const [n, one] of words.entries())
      for (const two of words.slice(n + 1)) put(`names ${one} ${two}`, i);
  }
  const pairs = new Set<number>();
  for (const [i, { subject }] of rows.entries()) {
    for (const key of searchKeys(subject)) {
      const block = blocks.get(`${key.kind} ${key.value}`) ?? [];
      if (block.length > largestBlock) continue;
      for (const j of block) if (i !== j) pairs.add(Math.min(i, j) * rows.length + Math.max(i, j));
    }
  }
  for (const [key, block] of blocks) {
    if (!key.startsWith("names ") || block.length > largestBlock) continue;
    for (const [n, i] of block.entries())
      for (const j of block.slice(n + 1)) pairs.add(Math.min(i, j) * rows.length + Math.max(i, j));
  }
  const none = () => ({ said: 0, right: 0 });
  const result: Measured = {
    truePairs: countTruePairs(rows),
    blocked: 0,
    compared: pairs.size,
    bands: { sure: none(), likely: none(), possible: none() },
  };
  for (const pair of pairs) {
    const [a, b] = [rows[Math.floor(pair / rows.length)], rows[pair % rows.length]];
    if (!a || !b) continue;
    const same = a.cluster === b.cluster;
    if (same) result.blocked++;
    const { band } = compare(a.subject, b.subject);
    if (band === "none") continue;
    result.bands[band].said++;
    if (same) result.bands[band].right++;
  }
  return result;
}

function countTruePairs(rows: readonly Labelled[]): number {
  const sizes = new Map<string, number>();
  for (const { cluster } of rows) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
