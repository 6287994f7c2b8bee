import { and, inArray, isNull, sql } from "drizzle-orm";
import { openCase } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { caseSubject, type CaseParticulars } from "#domain/case-subject";
import { isCleared } from "#domain/clearance";
import { bringsTogether, searchKeys } from "#domain/match-keys";
import type { MatchSubject } from "#domain/match-subject";
import { compare, matchBands, type Comparison, type MatchBand } from "#domain/matching";
import { localDate } from "#domain/time-words";
import { wantedKeys } from "../contacts/match-key-rows.ts";
import { restrictedLike } from "../restricted/may-match.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type CaseRow = typeof openCase.$inferSelect;
export type OpenedCase = { row: CaseRow; said: CaseParticulars | null; subject: MatchSubject | null };
export type FoundCase = OpenedCase & { childId: string; band: MatchBand; facts: Comparison["facts"] };

/** One family or one common name never fills the list; the strongest come first. */
const comparedAtMost = 50;
const shownAtMost = 10;

/** Open cases that may be of these children, by the same facts and in the same bands as earlier contacts. */
export async function findCases(
  unit: Unit,
  actor: StaffActor,
  children: readonly { id: string; subject: MatchSubject }[],
): Promise<FoundCase[]> {
  const ids = await idsUnder(unit, children);
  const cases = await openCases(unit, [...new Set([...ids.values()].flat())]);
  const found = children.flatMap(({ id, subject }) =>
    (ids.get(id) ?? [])
      .flatMap((caseId): FoundCase[] => {
        const one = cases.get(caseId);
        if (!one?.subject) return [];
        const { band, facts } = compare(subject, one.subject);
        return band === "none" ? [] : [{ ...one, childId: id, band, facts }];
      })
      .sort((a, b) => matchBands.indexOf(a.band) - matchBands.indexOf(b.band))
      .slice(0, shownAtMost),
  );
  return withoutRestricted(unit, actor, found);
}

/** Cases with what the list says of them. One whose key was destroyed says nothing. */
export async function openCases(unit: Unit, ids: readonly string[]): Promise<Map<string, OpenedCase>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.tx
    .select()
    .from(openCase)
    .where(and(inArray(openCase.id, [...ids]), isNull(openCase.closedAt)));
  const keys = await readDataKeys(unit, "case", ids);
  return new Map(
    rows.map((row) => {
      const key = keys.get(row.id);
      const place = { table: "open_case", row: row.id, column: "particulars" };
      const said =
        key && row.particulars.length > 0 ? open<CaseParticulars>(key, place, row.particulars) : null;
      const subject = said && caseSubject(said, localDate(row.asAt));
      return [row.id, { row, said, subject }];
    }),
  );
}

async function idsUnder(
  { tx, context }: Unit,
  children: readonly { id: string; subject: MatchSubject }[],
): Promise<Map<string, string[]>> {
  const wanted = children.flatMap(({ id, subject }) =>
    searchKeys(subject)
      .filter(bringsTogether)
      .flatMap((key) => wantedKeys(context.keys, key).map((one) => ({ ...one, childId: id }))),
  );
  if (wanted.length === 0) return new Map();
  const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;
  const rows = await tx.execute<{ child_id: string; ids: string[] }>(sql`
    select child_id, (array_agg(open_case_id::text order by times desc))[1:${comparedAtMost}] as ids
    from (
      select wanted.child_id, k.open_case_id, count(*) as times
      from unnest(${texts(wanted.map(({ kind }) => kind))}, ${texts(wanted.map(({ value }) => value))},
        ${texts(wanted.map(({ childId }) => childId))}) as wanted (kind, value, child_id)
      join open_case_key k on k.kind = wanted.kind and k.value = wanted.value
      group by wanted.child_id, k.open_case_id
    ) as found group by child_id`);
  return new Map(rows.map(({ child_id: childId, ids }) => [childId, ids]));
}

/**
 * A case of a restricted child, or of their brother or sister, is not there for whoever is not cleared, and one of
 * somebody's own family never: as a contact about them would not be. Where nobody can say, it is not there either.
 */
async function withoutRestricted(
  unit: Unit,
  actor: StaffActor,
  found: readonly FoundCase[],
): Promise<FoundCase[]> {
  const hidden = new Set<string>();
  for (const { row, subject } of new Map(found.map((one) => [one.row.id, one])).values()) {
    if (subject === null || row.personId !== null) continue;
    const like = await restrictedLike(unit, [subject]);
    if (like.some(({ staffId }) => staffId === actor.id || !isCleared(actor))) hidden.add(row.id);
  }
  return found.filter(({ row }) => !hidden.has(row.id));
}
