import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import type { KeptBecause } from "#domain/erasure";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { propose } from "../two-people/propose.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { dueContacts } from "./due-contacts.ts";

export type DueContact = {
  reference: string;
  receivedAt: Date;
  dueOn: string;
  /** Why a run would leave it; empty when it would be erased. */
  kept: KeptBecause[];
};

export type RetentionPreview = {
  rows: DueContact[];
  page: number;
  pages: number;
  /** How many are past their time, how many of them a run would erase, and how many are kept and why. */
  due: number;
  toErase: number;
  kept: { because: KeptBecause; count: number }[];
  /** When the oldest of them was received. */
  oldest: Date | null;
  /** A run was asked for that has not ended, or has contacts left. */
  running: { asked: number; done: number } | null;
};

const pageSize = 50;
/** More are left for the next run: somebody has to be able to look through what they confirm. */
const runAtMost = 5_000;

/** What is past its time by the rules that stand now, the longest past first; what is held, and why. */
export async function previewRetention(
  context: Context,
  actor: StaffActor,
  query: { page: number },
): Promise<RetentionPreview> {
  if (!may(actor, "keep-records")) throw new Forbidden("keep-records");
  return unitOfWork(context, actor, async (unit) => {
    const at = unit.now.toISOString();
    const [totals] = await unit.tx.execute<{
      due: number;
      free: number;
      oldest: string | null;
      kept: { because: KeptBecause; count: number }[] | null;
    }>(sql`
      with due as materialized (select due.*, frontdoor_keeps(due.id, ${at}) as keeps from (${dueContacts(unit)}) as due)
      select count(*)::int as due, count(*) filter (where keeps = '{}')::int as free, min(received_at)::text as oldest,
        (select json_agg(json_build_object('because', because, 'count', n)) from (
          select because, count(*)::int as n from due, unnest(keeps) as because group by because order by because) as one) as kept
      from due`);
    const { due = 0, free = 0, oldest = null, kept = null } = totals ?? {};
    const pages = Math.max(1, Math.ceil(due / pageSize));
    const page = Math.min(Math.max(1, query.page), pages);
    const rows = await unit.tx.execute<{
      id: string;
      reference: string;
      received_at: string;
      due_on: string;
      keeps: KeptBecause[];
    }>(sql`
      select due.id, due.reference, due.received_at::text, due.due_on::text, to_json(frontdoor_keeps(due.id, ${at})) as keeps
      from (${dueContacts(unit)}) as due order by due.due_on, due.id limit ${pageSize} offset ${(page - 1) * pageSize}`);
    const resultIds = rows.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "retention", resultIds } });
    return {
      rows: rows.map((row) => ({
        reference: row.reference,
        receivedAt: new Date(row.received_at),
        dueOn: row.due_on,
        kept: row.keeps,
      })),
      ...{ page, pages, due, toErase: free, kept: kept ?? [] },
      oldest: oldest === null ? null : new Date(oldest),
      running: await readRunning(unit),
    };
  });
}

/** The run that was asked for or confirmed last, while something of it is left to do. */
async function readRunning({ tx, now }: Unit): Promise<RetentionPreview["running"]> {
  const [row] = await tx.execute<{ asked: number; done: number }>(sql`
    select count(*)::int as asked, count(done_at)::int as done from retention_item
    where run_id = (select subject_id from proposal where kind = 'retention-run'
      and (ended_how = 'confirmed' or (ended_at is null and expires_at > ${now.toISOString()}))
      order by id desc limit 1)`);
  return row && row.done < row.asked ? row : null;
}

/**
 * Asks for what is past its time and kept by nothing to be erased: the list as it is now, so that the second person
 * confirms it and no other.
 */
export async function askForRun(context: Context, actor: StaffActor, reason: string): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    // Two who ask at once would both find nothing running.
    await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('frontdoor retention', 0))`);
    if ((await readRunning(unit)) !== null)
      throw new Invalid({ reason: "A run was asked for already. Wait until it has ended" });
    const runId = unit.context.newId();
    const asked = await unit.tx.execute(sql`
      insert into retention_item (run_id, contact_id, due_on)
      select ${runId}, due.id, due.due_on from (${dueContacts(unit)}) as due
      where frontdoor_keeps(due.id, ${unit.now.toISOString()}) = '{}' order by due.due_on, due.id limit ${runAtMost}
      returning contact_id`);
    if (asked.length === 0) throw new Invalid({ reason: "There is nothing to erase" });
    const facts = { contacts: asked.length, asAt: localDate(unit.now) };
    await propose(unit, actor, { kind: "retention-run", subjectId: runId, facts, reason });
  });
}
