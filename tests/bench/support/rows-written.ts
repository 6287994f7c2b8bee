import type postgres from "postgres";

export type RowCounts = ReadonlyMap<string, number>;

/** How many rows each table of ours holds. */
export async function countRows(owner: postgres.Sql): Promise<RowCounts> {
  const tables = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await owner<{ n: number }[]>`select count(*)::int as n from ${owner(name)}`;
      return [name, row?.n ?? 0] as const;
    }),
  );
  return new Map(counts);
}

/** What there is more of in the first, by table; tables without a difference are left out. */
export function difference(after: RowCounts, before: RowCounts): Map<string, number> {
  const names = new Set([...after.keys(), ...before.keys()]);
  const rows = [...names].map((name) => [name, (after.get(name) ?? 0) - (before.get(name) ?? 0)] as const);
  return new Map(rows.filter(([, count]) => count !== 0));
}
