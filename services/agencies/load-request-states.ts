import { asc, count, eq, sql } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { agencyReply, agencyRequest } from "#db/schema/screening";
import { isLate, requestStatusWords, type ReplyKind } from "#domain/agency-request";
import type { Unit } from "../unit-of-work.ts";
import { countChases } from "./chase-requests.ts";

export type RequestStateView = {
  organisation: string;
  askedAt: Date;
  dueAt: Date;
  /** When the last word came in; null while nothing has. */
  repliedAt: Date | null;
  closedHow: ReplyKind | null;
  /** Nothing more is awaited. */
  answered: boolean;
  status: string;
  late: boolean;
};

/** Where each request about a contact stands, in the order in which they were asked; nothing that is sealed is opened. */
export async function loadRequestStates(unit: Unit, contactId: string): Promise<RequestStateView[]> {
  const rows = await unit.tx
    .select({
      row: agencyRequest,
      organisation: organisation.name,
      repliedAt: sql<string | null>`max(${agencyReply.repliedAt})`,
      parts: count(agencyReply.id),
    })
    .from(agencyRequest)
    .innerJoin(organisation, eq(organisation.id, agencyRequest.organisationId))
    .leftJoin(agencyReply, eq(agencyReply.requestId, agencyRequest.id))
    .where(eq(agencyRequest.contactId, contactId))
    .groupBy(agencyRequest.id, organisation.name)
    .orderBy(asc(agencyRequest.askedAt), asc(organisation.name));
  const chased = await countChases(
    unit,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, parts, organisation: name, repliedAt }) => ({
    ...{ organisation: name, askedAt: row.askedAt, dueAt: row.dueAt, closedHow: row.closedHow },
    repliedAt: repliedAt === null ? null : new Date(repliedAt),
    answered: row.closedAt !== null,
    status: requestStatusWords({ ...row, parts, chased: chased.get(row.id) ?? 0 }, unit.now),
    late: isLate(row, unit.now),
  }));
}
