import { and, asc, gt, isNotNull, isNull } from "drizzle-orm";
import { ladoRecord } from "#db/schema/lado";
import type { StaffActor } from "#domain/actor";
import type { LadoContent, LadoFinding } from "#domain/lado";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ListedLado = {
  id: string;
  name: string;
  work: string;
  openedAt: Date;
  dueAt: Date;
  acknowledgedAt: Date | null;
  finding: LadoFinding | null;
};

const pageSize = 50;

/**
 * The designated officer's records, the oldest first: those that are not closed, or with `closed` those that are. One
 * about the reader is not among them.
 * @param after the id of the last one that was shown
 */
export async function listLado(
  context: Context,
  actor: StaffActor,
  { closed, after }: { closed: boolean; after: string | null },
): Promise<{ rows: ListedLado[]; after: string | null }> {
  if (!may(actor, "see-lado")) throw new Forbidden("see-lado");
  return unitOfWork(context, actor, async (unit) => {
    const found = await unit.tx
      .select()
      .from(ladoRecord)
      .where(
        and(
          closed ? isNotNull(ladoRecord.closedAt) : isNull(ladoRecord.closedAt),
          after !== null && isId(after) ? gt(ladoRecord.id, after) : undefined,
        ),
      )
      .orderBy(asc(ladoRecord.id))
      .limit(pageSize);
    const ids = found.map(({ id }) => id);
    const keys = await readDataKeys(unit, "lado", ids);
    await unit.audit({ kind: "list.viewed", facts: { list: "lado", resultIds: ids } });
    return {
      after: found.length === pageSize ? (ids.at(-1) ?? null) : null,
      rows: found.map((row) => {
        const key = keys.get(row.id);
        const place = { table: "lado_record", row: row.id, column: "content" };
        const { name, work } = key
          ? open<LadoContent>(key, place, row.content)
          : { name: "(erased)", work: "" };
        const { id, openedAt, dueAt, acknowledgedAt, finding } = row;
        return { id, name, work, openedAt, dueAt, acknowledgedAt, finding };
      }),
    };
  });
}
