import { sql } from "drizzle-orm";
import { caseSubject, type CaseParticulars } from "#domain/case-subject";
import { strongestStatus } from "#domain/open-case";
import type { ListedCase } from "#domain/open-case-list";
import { bringsTogether, keyRules, matchKeys } from "#domain/match-keys";
import { localDate } from "#domain/time-words";
import { storedKey } from "../contacts/match-key-rows.ts";
import { newDataKey, readDataKeys } from "../sealing/data-keys.ts";
import { lookupHash } from "../sealing/key-ring.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type Known = { id: string; case_number: string; row_hash: Buffer | null; closed: boolean };
type ToWrite = { rows: readonly ListedCase[]; asAt: Date; workers: ReadonlyMap<string, string> };

/** What is compared: what a row said, and the rules of its keys, so that a list that is loaded again gets new ones. */
const contentOf = (row: ListedCase): string => JSON.stringify([keyRules, row]);

const texts = (list: readonly (string | null)[]) => sql`${sql.param([...list])}::text[]`;
const uuids = (list: readonly (string | null)[]) => sql`${sql.param([...list])}::uuid[]`;

/** Writes what is new or says something else than before; the rest only gets the day of the list. */
export async function writeCases(
  unit: Unit,
  { rows, asAt, workers }: ToWrite,
): Promise<{ opened: number; changed: number }> {
  const { tx, context } = unit;
  const numbers = rows.map(({ caseNumber }) => caseNumber);
  const known = new Map(
    (
      await tx.execute<Known>(sql`select id, case_number, row_hash, closed_at is not null as closed
        from open_case where case_number = any(${texts(numbers)})`)
    ).map((one) => [one.case_number, one]),
  );
  const isSame = (row: ListedCase, { row_hash: hash }: Known) => {
    // Under the key in use and no other: after a rotation each is found anew.
    return hash !== null && lookupHash(context.keys, "open-case", contentOf(row)).equals(hash);
  };
  const fresh = rows.filter((row) => !known.has(row.caseNumber));
  const changed = rows.filter((row) => {
    const before = known.get(row.caseNumber);
    return before !== undefined && (before.closed || !isSame(row, before));
  });
  const reopened = changed.filter((row) => known.get(row.caseNumber)?.closed === true).length;
  const idOf = (row: ListedCase) => known.get(row.caseNumber)?.id ?? context.newId();
  await writeRows(
    unit,
    asAt,
    [...fresh, ...changed].map((row) => ({ row, id: idOf(row) })),
  );
  const workerOf = ({ workerEmail }: ListedCase) => workers.get(workerEmail?.toLowerCase() ?? "") ?? null;
  await tx.execute(sql`update open_case set as_at = ${asAt.toISOString()}, worker_id = listed.worker_id
    from unnest(${texts(numbers)}, ${uuids(rows.map(workerOf))}) as listed (case_number, worker_id)
    where open_case.case_number = listed.case_number`);
  return { opened: fresh.length + reopened, changed: changed.length - reopened };
}

/** The key of each, made where there is none yet. */
async function keysOf(unit: Unit, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const keys = await readDataKeys(unit, "case", ids);
  const made = ids
    .filter((id) => !keys.has(id))
    .map((id) => ({ id, ...newDataKey(unit.context.keys, "case", id) }));
  await unit.tx.execute(sql`
    insert into data_key (subject, subject_id, wrap_version, wrapped)
    select 'case', id, version, decode(wrapped, 'hex')
    from unnest(${uuids(made.map(({ id }) => id))}, ${sql.param(made.map(({ row }) => row.wrapVersion))}::int[],
      ${texts(made.map(({ row }) => row.wrapped?.toString("hex") ?? ""))}) as made (id, version, wrapped)`);
  return new Map([...keys, ...made.map(({ id, key }): [string, Buffer] => [id, key])]);
}

async function writeRows(
  unit: Unit,
  asAt: Date,
  all: readonly { id: string; row: ListedCase }[],
): Promise<void> {
  if (all.length === 0) return;
  const { tx, context } = unit;
  const ids = all.map(({ id }) => id);
  const keys = await keysOf(unit, ids);
  const cases = all.map(({ id, row }) => {
    const key = keys.get(id);
    if (!key) throw new Error("an open case has no data key");
    const { caseNumber, ...said } = row;
    const particulars: CaseParticulars = said;
    return {
      ...{ id, caseNumber, status: strongestStatus(row) },
      particulars: seal(key, { table: "open_case", row: id, column: "particulars" }, particulars),
      hash: lookupHash(context.keys, "open-case", contentOf(row)),
      keys: matchKeys(caseSubject(row, localDate(asAt)))
        .filter(bringsTogether)
        .map((one) => storedKey(context.keys, one)),
    };
  });
  await tx.execute(sql`
    insert into open_case (id, case_number, status, particulars, row_hash, as_at)
    select id, case_number, status, decode(particulars, 'hex'), decode(row_hash, 'hex'), ${asAt.toISOString()}
    from unnest(${uuids(ids)}, ${texts(cases.map(({ caseNumber }) => caseNumber))}, ${texts(cases.map(({ status }) => status))},
      ${texts(cases.map(({ particulars }) => particulars.toString("hex")))}, ${texts(cases.map(({ hash }) => hash.toString("hex")))})
      as listed (id, case_number, status, particulars, row_hash)
    on conflict (case_number) do update set status = excluded.status, particulars = excluded.particulars,
      row_hash = excluded.row_hash, closed_at = null`);
  await tx.execute(sql`delete from open_case_key where open_case_id = any(${uuids(ids)})`);
  const rows = cases.flatMap(({ id, keys: found }) => found.map((key) => ({ id, ...key })));
  await tx.execute(sql`
    insert into open_case_key (kind, value, open_case_id)
    select * from unnest(${texts(rows.map(({ kind }) => kind))}, ${texts(rows.map(({ value }) => value))},
      ${uuids(rows.map(({ id }) => id))})
    on conflict do nothing`);
}
