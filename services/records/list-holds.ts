import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { legalHold } from "#db/schema/records";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ListedHold = {
  id: string;
  onPerson: boolean;
  /** The contacts that it keeps, ten at most. */
  references: string[];
  reason: string;
  reviewOn: string;
  /** Its day for looking at it again has passed. */
  late: boolean;
  by: string;
  at: Date;
};

const pageSize = 50;

/** The legal holds that stand, those that should be looked at again first. */
export async function listHolds(
  context: Context,
  actor: StaffActor,
  query: { after: string | null },
): Promise<{ rows: ListedHold[]; after: string | null }> {
  if (!may(actor, "keep-records")) throw new Forbidden("keep-records");
  return unitOfWork(context, actor, async (unit) => {
    const [day, id] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})$/.exec(query.after ?? "")?.slice(1) ?? [];
    const found = await unit.tx
      .select({
        row: legalHold,
        by: staff.name,
        references: sql<string[]>`(select coalesce(json_agg(reference), '[]') from (
          select c.reference from contact c where c.id = ${legalHold.contactId} or c.id in (
            select ch.contact_id from contact_child ch join person_link l on l.contact_child_id = ch.id
            where l.person_id = ${legalHold.personId} and l.answer = 'same' and l.ended_at is null)
          order by c.received_at desc limit 10) as kept)`,
      })
      .from(legalHold)
      .innerJoin(staff, eq(staff.id, legalHold.placedBy))
      .where(
        and(
          isNull(legalHold.liftedAt),
          day === undefined || id === undefined
            ? undefined
            : or(gt(legalHold.reviewOn, day), and(eq(legalHold.reviewOn, day), gt(legalHold.id, id))),
        ),
      )
      .orderBy(asc(legalHold.reviewOn), asc(legalHold.id))
      .limit(pageSize);
    const [contacts, persons] = await Promise.all([
      readDataKeys(
        unit,
        "contact",
        found.flatMap(({ row }) => row.contactId ?? []),
      ),
      readDataKeys(
        unit,
        "person",
        found.flatMap(({ row }) => row.personId ?? []),
      ),
    ]);
    const resultIds = found.map(({ row }) => row.id);
    await unit.audit({ kind: "list.viewed", facts: { list: "holds", resultIds } });
    const today = localDate(unit.now);
    const last = found.at(-1)?.row;
    return {
      after: found.length === pageSize && last ? `${last.reviewOn}~${last.id}` : null,
      rows: found.map(({ row, by, references }) => {
        const key = row.contactId === null ? persons.get(row.personId ?? "") : contacts.get(row.contactId);
        const place = { table: "legal_hold", row: row.id, column: "reason" };
        return {
          ...{ id: row.id, onPerson: row.personId !== null, references, by, at: row.placedAt },
          ...{ reviewOn: row.reviewOn, late: row.reviewOn < today },
          reason: key ? open<string>(key, place, row.reason) : "(erased)",
        };
      }),
    };
  });
}
