import { desc, eq, inArray, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { policeBatch, policeRow } from "#db/schema/police";
import type { StaffActor } from "#domain/actor";
import { elsewhere } from "#domain/area";
import { suggestedFamilies } from "#domain/police/families";
import { suggestedMap } from "#domain/police/fields";
import type { RowProblem } from "#domain/police/notice";
import { grades, type Grade } from "#domain/police/read-values";
import { parsePostcode } from "#domain/postcode";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { forForce, openBatch } from "./for-force.ts";
import { loadRows, type LoadedRow } from "./load-rows.ts";
import { readMap } from "./receive-batch.ts";
import { keyOfNotice } from "./send-row.ts";

export type ShownRow = {
  id: string;
  number: number;
  forceReference: string;
  grade: Grade | null;
  state: "wrong" | "ready" | "again" | "sent" | "added";
  problems: RowProblem[];
  contactReference: string | null;
  decideBy: Date | null;
};

/** What a batch holds, those with the highest grade first, and what became of each row. @throws NotFound */
export async function readBatch(context: Context, actor: StaffActor, id: string) {
  const found = await forForce(context, actor, async (unit) => {
    const { batch, key, asking } = await openBatch(unit, actor, id);
    const map = suggestedMap(batch.headings, await readMap(unit, batch.organisationId));
    const loaded = batch.mappedAt === null ? [] : await loadRows(unit, batch, key);
    await unit.audit({ kind: "police-batch.viewed", subjectId: batch.id, facts: { page: "batch" } });
    const leftOut = batch.headings.filter((heading) => map[heading] === "");
    return { batch, asking, loaded, leftOut };
  });
  const { batch, asking, loaded, leftOut } = found;
  const known = await sentBefore(context, actor.organisationId, loaded);
  const rows = loaded.map((one) => shown(one, known)).sort(byGrade);
  const notices = loaded.flatMap(({ row, notice }) =>
    notice === null ? [] : [{ number: row.number, notice }],
  );
  return {
    ...{ id: batch.id, reference: batch.reference, receivedAt: batch.receivedAt, asking, rows, leftOut },
    ...{ columnsKnown: batch.mappedAt !== null, sentAt: batch.sentAt },
    children: notices.reduce((sum, { notice }) => sum + notice.children.length, 0),
    // They are taken all the same: the hub passes on what is another council's.
    elsewhere: notices.filter(({ notice: { values } }) =>
      elsewhere(parsePostcode(values["postcode"] ?? ""), context.settings),
    ).length,
    families: suggestedFamilies(notices),
  };
}

function shown({ row, values, notice, problems, grade }: LoadedRow, known: ReadonlySet<string>): ShownRow {
  const state = (() => {
    if (row.sentAt !== null) return row.repeatedAt === null ? "sent" : "added";
    if (notice === null) return "wrong";
    return known.has(row.id) ? "again" : "ready";
  })();
  return {
    ...{ id: row.id, number: row.number, forceReference: values["reference"] ?? "", grade, state },
    ...{ problems, contactReference: row.contactReference, decideBy: row.decideBy },
  };
}

const place = (grade: Grade | null) => (grade === null ? grades.length : grades.indexOf(grade));
const byGrade = (a: ShownRow, b: ShownRow) => place(a.grade) - place(b.grade) || a.number - b.number;

/** Rows whose reference this force has sent before. The process looks: nobody of a force reads contacts. */
async function sentBefore(
  context: Context,
  organisationId: string,
  loaded: readonly LoadedRow[],
): Promise<Set<string>> {
  const rows = new Map(
    loaded.flatMap(({ row, notice }) =>
      notice === null || row.sentAt !== null ? [] : [[keyOfNotice(organisationId, notice.reference), row.id]],
    ),
  );
  if (rows.size === 0) return new Set();
  const found = await unitOfWork(context, { kind: "system", process: "police" }, ({ tx }) =>
    tx
      .select({ key: contact.idempotencyKey })
      .from(contact)
      .where(inArray(contact.idempotencyKey, [...rows.keys()])),
  );
  return new Set(found.map(({ key }) => rows.get(key) ?? ""));
}

/** As many as anybody looks back at. */
const batchesAtMost = 50;

/** The batches of their force, the newest first. @throws NotFound for anybody who is not of a police force */
export async function listBatches(context: Context, actor: StaffActor) {
  return forForce(context, actor, async (unit) => {
    const batches = await unit.tx
      .select({
        ...{ id: policeBatch.id, reference: policeBatch.reference, receivedAt: policeBatch.receivedAt },
        rows: sql<number>`count(${policeRow.id})::int`,
        sent: sql<number>`count(${policeRow.sentAt})::int`,
      })
      .from(policeBatch)
      .leftJoin(policeRow, eq(policeRow.batchId, policeBatch.id))
      .where(eq(policeBatch.organisationId, actor.organisationId))
      .groupBy(policeBatch.id)
      .orderBy(desc(policeBatch.receivedAt))
      .limit(batchesAtMost);
    const resultIds = batches.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "police-batches", resultIds } });
    return batches;
  });
}
