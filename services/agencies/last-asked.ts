import { and, desc, eq, gt, ne } from "drizzle-orm";
import { agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";
import { listAskable, type Askable } from "./list-askable.ts";

/** What was asked longer ago is nobody's habit any more, and would have to be looked for far back. */
const daysAtMost = 90;

/** The agencies that this person asked together the last time, about another contact, as far as they can be asked about this one. */
export async function lastAsked(unit: Unit, actor: StaffActor, contactId: string): Promise<Askable[]> {
  const { tx, now } = unit;
  const mine = eq(agencyRequest.askedBy, actor.id);
  const [last] = await tx
    .select({ contactId: agencyRequest.contactId, askedAt: agencyRequest.askedAt })
    .from(agencyRequest)
    .where(
      and(
        ...[mine, ne(agencyRequest.contactId, contactId)],
        gt(agencyRequest.askedAt, new Date(now.getTime() - daysAtMost * 86_400_000)),
      ),
    )
    .orderBy(desc(agencyRequest.askedAt))
    .limit(1);
  if (!last) return [];
  const asked = await tx
    .select({ id: agencyRequest.organisationId })
    .from(agencyRequest)
    .where(and(mine, eq(agencyRequest.contactId, last.contactId), eq(agencyRequest.askedAt, last.askedAt)));
  return (await listAskable(unit, contactId, { only: asked.map(({ id }) => id) })).rows;
}
