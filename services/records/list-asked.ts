import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staff } from "#db/schema/directory";
import { proposal } from "#db/schema/records";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { isLive, type ProposalEnding, type ProposalKind } from "#domain/two-people";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type Asked = {
  id: string;
  kind: ProposalKind;
  /** The contact that it is about, or was asked from; null for a run. */
  reference: string | null;
  facts: Record<string, unknown>;
  /** Null once it went with what it was about. */
  reason: string | null;
  by: string;
  mine: boolean;
  at: Date;
  until: Date;
  /** It can still be confirmed. */
  live: boolean;
  ended: { how: ProposalEnding; by: string | null; at: Date } | null;
};

const pageSize = 25;

/** What two people are needed for, the newest first. What is about somebody's own family is not among theirs. */
export async function listAsked(
  context: Context,
  actor: StaffActor,
  query: { kinds: readonly ProposalKind[]; olderThan: string | null },
): Promise<{ rows: Asked[]; olderThan: string | null }> {
  if (!may(actor, "keep-records")) throw new Forbidden("keep-records");
  return unitOfWork(context, actor, async (unit) => {
    const ender = alias(staff, "ender");
    // Row-level security takes out what does not exist for them: then there is no reference, and no row.
    const reference = sql<string | null>`(select coalesce(
      (select c.reference from contact c where c.id = ${proposal.subjectId}),
      (select c.reference from contact c join contact_child ch on ch.contact_id = c.id where ch.id = ${proposal.subjectId}),
      (select c.reference from contact c join contact_adult a on a.contact_id = c.id where a.id = ${proposal.subjectId}),
      (select min(c.reference) from person_link l join contact_child ch on ch.id = l.contact_child_id
        join contact c on c.id = ch.contact_id where l.person_id = ${proposal.subjectId} and l.answer = 'same' and l.ended_at is null)))`;
    const found = await unit.tx
      .select({ row: proposal, by: staff.name, ender: ender.name, reference })
      .from(proposal)
      .innerJoin(staff, eq(staff.id, proposal.askedBy))
      .leftJoin(ender, eq(ender.id, proposal.endedBy))
      .where(
        and(
          inArray(proposal.kind, [...query.kinds]),
          query.olderThan !== null && isId(query.olderThan) ? lt(proposal.id, query.olderThan) : undefined,
          sql`(${proposal.kind} = 'retention-run' or ${reference} is not null)`,
        ),
      )
      .orderBy(desc(proposal.id))
      .limit(pageSize);
    const ids = found.map(({ row }) => row.id);
    const keys = await readDataKeys(unit, "proposal", ids);
    await unit.audit({ kind: "list.viewed", facts: { list: "proposals", resultIds: ids } });
    return {
      olderThan: found.length === pageSize ? (ids.at(-1) ?? null) : null,
      rows: found.map(({ row, by, ender: endedBy, reference: about }) => {
        const key = keys.get(row.id);
        const place = { table: "proposal", row: row.id, column: "reason" };
        return {
          ...{ id: row.id, kind: row.kind, reference: about, facts: row.facts as Record<string, unknown> },
          reason: key ? open<string>(key, place, row.reason) : null,
          ...{ by, mine: row.askedBy === actor.id, at: row.askedAt, until: row.expiresAt },
          live: isLive(row, unit.now),
          ended: row.endedHow && row.endedAt && { how: row.endedHow, by: endedBy, at: row.endedAt },
        };
      }),
    };
  });
}
