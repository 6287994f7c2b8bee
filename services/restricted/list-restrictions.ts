import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staff } from "#db/schema/directory";
import { restriction } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { isLiftAsked, type RestrictionKind } from "#domain/restriction";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ListedRestriction = {
  id: string;
  kind: RestrictionKind;
  reason: string;
  by: string;
  at: Date;
  /** The contacts that it locks now, the newest first, ten at most. */
  references: string[];
  /** Who asked for it to be lifted, when and why; null when nobody did. */
  lift: { by: string; mine: boolean; at: Date; reason: string } | null;
};

const pageSize = 50;
const erased = "(erased)";

/** The restrictions that stand, the newest first; one about the reader's own family is not among them. */
export async function listRestrictions(
  context: Context,
  actor: StaffActor,
  query: { olderThan: string | null },
): Promise<{ rows: ListedRestriction[]; olderThan: string | null }> {
  if (!may(actor, "see-restricted")) throw new Forbidden("see-restricted");
  return unitOfWork(context, actor, async (unit) => {
    const asker = alias(staff, "asker");
    const found = await unit.tx
      .select({
        row: restriction,
        by: staff.name,
        asker: asker.name,
        references: sql<string[]>`(select coalesce(json_agg(reference), '[]') from (
          select contact.reference from restricted_contact join contact on contact.id = restricted_contact.contact_id
          where restricted_contact.restriction_id = ${restriction.id} and restricted_contact.ended_at is null
          order by contact.received_at desc limit 10) as newest)`,
      })
      .from(restriction)
      .leftJoin(staff, eq(staff.id, restriction.restrictedBy))
      .leftJoin(asker, eq(asker.id, restriction.liftAskedBy))
      .where(
        and(
          isNull(restriction.liftedAt),
          query.olderThan !== null && isId(query.olderThan) ? lt(restriction.id, query.olderThan) : undefined,
        ),
      )
      .orderBy(desc(restriction.id))
      .limit(pageSize);
    const keys = await readDataKeys(
      unit,
      "person",
      found.map(({ row }) => row.personId),
    );
    const read = (row: (typeof found)[number]["row"], column: "reason" | "lift_reason") => {
      const key = keys.get(row.personId);
      const sealed = column === "reason" ? row.reason : row.liftReason;
      if (!key || sealed === null) return erased;
      return open<string>(key, { table: "restriction", row: row.id, column }, sealed);
    };
    const resultIds = found.map(({ row }) => row.id);
    await unit.audit({ kind: "list.viewed", facts: { list: "restrictions", resultIds } });
    return {
      olderThan: found.length === pageSize ? (resultIds.at(-1) ?? null) : null,
      rows: found.map(({ row, by, asker: liftBy, references }) => ({
        ...{ id: row.id, kind: row.kind, by: by ?? "Somebody", at: row.restrictedAt, references },
        reason: read(row, "reason"),
        lift:
          row.liftAskedAt === null || !isLiftAsked(row, unit.now)
            ? null
            : {
                by: liftBy ?? "Somebody",
                mine: row.liftAskedBy === actor.id,
                at: row.liftAskedAt,
                reason: read(row, "lift_reason"),
              },
      })),
    };
  });
}
