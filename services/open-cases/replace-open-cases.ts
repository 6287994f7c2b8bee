import { desc, isNull, sql } from "drizzle-orm";
import { openCaseLoad } from "#db/schema/open-cases";
import { openCase } from "#db/schema/people";
import { isMuchSmaller } from "#domain/open-case";
import type { ReadRow, RefusedRow } from "#domain/open-case-list";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findWorkers } from "./find-workers.ts";
import { takeOnce } from "./take-once.ts";
import { writeCases } from "./write-cases.ts";

export type WholeList = {
  asAt: Date;
  how: "command" | "api";
  rows: readonly ReadRow[];
  /** A list that is much smaller than the last one is meant so. */
  fewerIsRight: boolean;
};

export type ListTaken = {
  asAt: Date;
  cases: number;
  opened: number;
  changed: number;
  closed: number;
  refused: RefusedRow[];
  /** A line does not even say which case it is, so that none could be closed: that one might be among them. */
  noneClosed: boolean;
  /** Cases whose worker has an email that nobody of the council has here. */
  workersUnknown: number;
};

/** What a caller is asked when a list has lost many of its cases. */
export type MuchSmaller = { cases: number; open: number };

/** A clock that is a little ahead is no reason to refuse. */
const aheadMs = 5 * 60_000;

/**
 * Puts a list of open cases in the place of the one before, whole or not at all: what is not in it is closed, and who a
 * case was confirmed to be stays. A line that cannot be read leaves its case as it was.
 * @throws Invalid by `asAt` for a list that is older than the one that stands; Conflict with `MuchSmaller`
 */
export async function replaceOpenCases(context: Context, list: WholeList): Promise<ListTaken> {
  const process = list.how === "api" ? "api" : "open-cases";
  return unitOfWork(context, { kind: "system", process }, async (unit) => {
    const { tx, now } = unit;
    // Two lists at once stand in line, or each would close what only the other has.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('open-cases', 0))`);
    await refuseOutOfOrder(unit, list.asAt);
    const { rows, left, refused, noneClosed } = takeOnce(list.rows);
    const [counted] = await tx
      .select({ open: sql<number>`count(*)::int` })
      .from(openCase)
      .where(isNull(openCase.closedAt));
    const smaller: MuchSmaller = { cases: rows.length + left.length, open: counted?.open ?? 0 };
    if (!list.fewerIsRight && isMuchSmaller(smaller.cases, smaller.open))
      throw new Conflict("much smaller than the last list", smaller);
    const workers = await findWorkers(unit, rows);
    const written = await writeCases(unit, { asAt: list.asAt, rows, workers: workers.ids });
    const stay = [...rows.map(({ caseNumber }) => caseNumber), ...left];
    const closed = noneClosed ? 0 : await closeAbsent(unit, stay);
    const facts = { cases: rows.length, ...written, closed, refused: refused.length };
    await tx
      .insert(openCaseLoad)
      .values({ id: unit.context.newId(), asAt: list.asAt, loadedAt: now, how: list.how, ...facts });
    await unit.audit({ kind: "open-cases.replaced", facts: { ...facts, asAt: list.asAt.toISOString() } });
    return { asAt: list.asAt, ...facts, refused, noneClosed, workersUnknown: workers.unknown };
  });
}

async function refuseOutOfOrder({ tx, now }: Unit, asAt: Date): Promise<void> {
  if (asAt.getTime() > now.getTime() + aheadMs)
    throw new Invalid({ asAt: "The list is from a time that has not come" });
  const [last] = await tx
    .select({ asAt: openCaseLoad.asAt })
    .from(openCaseLoad)
    .orderBy(desc(openCaseLoad.asAt))
    .limit(1);
  if (last && asAt < last.asAt)
    throw new Invalid({ asAt: `A newer list stands, as at ${last.asAt.toISOString()}` });
}

async function closeAbsent({ tx, now }: Unit, stay: readonly string[]): Promise<number> {
  const closed = await tx.execute(sql`
    with closed as (
      update open_case set closed_at = ${now.toISOString()}
      where closed_at is null and case_number <> all(${sql.param([...stay])}::text[]) returning id
    ), unfound as (delete from open_case_key using closed where open_case_id = closed.id)
    select id from closed`);
  await tx.execute(sql`select frontdoor_forget_closed_cases()`);
  return closed.length;
}
