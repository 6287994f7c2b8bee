import { and, eq, sql } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import { partnerContact } from "#db/schema/partners";
import type { ContactStatus } from "#domain/api/answers";
import { parseReference } from "#domain/reference";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import type { Partner } from "./find-key.ts";

/**
 * How far a contact has come that this organisation sent: that a decision was made, never which one. It is the same for
 * a contact that only cleared people may know of.
 * @throws NotFound for one that it did not send, as for one that there is not
 */
export async function readStatus(
  context: Context,
  { organisation }: Partner,
  typed: string,
): Promise<ContactStatus> {
  const reference = parseReference(typed);
  if (reference === null) throw new NotFound("no such reference");
  return unitOfWork(context, { kind: "system", process: "api" }, async ({ tx }) => {
    const [found] = await tx
      .select({
        receivedAt: contact.receivedAt,
        ratedAt: contact.ratedAt,
        decideBy: sql<string>`min(${clock.dueAt})`,
        running: sql<boolean>`bool_or(${clock.stoppedAt} is null)`,
      })
      .from(partnerContact)
      .innerJoin(contact, eq(contact.id, partnerContact.contactId))
      .innerJoin(clock, and(eq(clock.contactId, contact.id), eq(clock.kind, "decision")))
      .where(and(eq(contact.reference, reference), eq(partnerContact.organisationId, organisation.id)))
      .groupBy(contact.id);
    if (!found) throw new NotFound("not sent by them");
    const status = !found.running ? "decision-made" : found.ratedAt ? "being-screened" : "received";
    return {
      ...{ reference, status },
      receivedAt: found.receivedAt.toISOString(),
      decideBy: new Date(found.decideBy).toISOString(),
    };
  });
}
