import { and, asc, eq, exists, ilike, inArray, isNull } from "drizzle-orm";
import { organisation, roleGrant, staff } from "#db/schema/directory";
import { answeringKinds, type AnsweringKind } from "#domain/agency-request";
import { containing } from "../directory/organisations.ts";
import { notBypassed } from "../lado/not-bypassed.ts";
import type { Unit } from "../unit-of-work.ts";

export type Askable = { id: string; name: string; kind: AnsweringKind; hasInbox: boolean };

/** As many as somebody reads through; the rest are found by name. */
const shownAtMost = 40;

const isAnswering = (one: { kind: string }): one is Askable =>
  (answeringKinds as readonly string[]).includes(one.kind);

/**
 * The organisations that can be asked about a contact: of a kind that can answer, with somebody there who can sign in to
 * do it, and none that is to be gone around.
 * @param only when given, those of them that have one of these ids; else the first by kind and name
 */
export async function listAskable(
  { tx }: Unit,
  contactId: string,
  { only, search = "" }: { only?: readonly string[]; search?: string } = {},
): Promise<{ rows: Askable[]; more: boolean }> {
  const answers = tx
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
    .where(
      and(eq(staff.organisationId, organisation.id), eq(staff.active, true), eq(roleGrant.role, "partner")),
    );
  const rows = await tx
    .select({
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      dutyEmail: organisation.dutyEmail,
    })
    .from(organisation)
    .where(
      and(
        eq(organisation.active, true),
        inArray(organisation.kind, [...answeringKinds]),
        exists(answers),
        notBypassed(tx, contactId),
        only === undefined ? undefined : inArray(organisation.id, [...only]),
        search === "" ? undefined : ilike(organisation.name, containing(search)),
      ),
    )
    .orderBy(asc(organisation.kind), asc(organisation.name))
    .limit(shownAtMost + 1);
  return {
    rows: rows
      .slice(0, shownAtMost)
      .map(({ dutyEmail, ...one }) => ({ ...one, hasInbox: dutyEmail !== null }))
      .filter(isAnswering),
    more: rows.length > shownAtMost,
  };
}
