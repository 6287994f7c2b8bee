import { desc, eq } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { agencyReply, agencyRequest } from "#db/schema/screening";
import type { Unit } from "../unit-of-work.ts";

export type Check = {
  organisation: string;
  askedAt: Date;
  dueAt: Date;
  /** When the last word came in; null while nothing has. */
  repliedAt: Date | null;
  /** Nothing more is awaited. */
  answered: boolean;
};

/** What other agencies were asked about this contact, in the order in which they were asked. */
export async function loadChecks(unit: Unit, contactId: string): Promise<Check[]> {
  const rows = await unit.tx
    .selectDistinctOn([agencyRequest.id], {
      request: agencyRequest,
      organisation: organisation.name,
      reply: agencyReply,
    })
    .from(agencyRequest)
    .innerJoin(organisation, eq(organisation.id, agencyRequest.organisationId))
    .leftJoin(agencyReply, eq(agencyReply.requestId, agencyRequest.id))
    .where(eq(agencyRequest.contactId, contactId))
    .orderBy(agencyRequest.id, desc(agencyReply.complete), desc(agencyReply.repliedAt));
  return rows
    .map((row) => ({
      organisation: row.organisation,
      askedAt: row.request.askedAt,
      dueAt: row.request.dueAt,
      repliedAt: row.reply?.repliedAt ?? null,
      answered: row.reply?.complete === true,
    }))
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}
