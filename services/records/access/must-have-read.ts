import { sql } from "drizzle-orm";
import { proposalRules } from "#domain/two-people";
import { Invalid } from "../../errors.ts";
import type { Proposal } from "../../two-people/end-proposal.ts";
import type { Unit } from "../../unit-of-work.ts";
import { findSubject } from "./subject.ts";

/**
 * Whoever releases an answer has read it as it is: otherwise what was put back after they looked would go out unseen. Its
 * row is locked, so nothing is chosen meanwhile.
 * @throws Invalid by `id`
 */
export async function mustHaveRead(unit: Unit, { id, facts, subjectId }: Proposal): Promise<void> {
  const { actor, tx } = unit;
  const { who } = proposalRules["access-export"].facts.parse(facts);
  // The trail is found by its contact, of which it has an index.
  const { contactId } = await findSubject(unit, who, subjectId);
  const reader = actor.kind === "staff" ? actor.id : null;
  const [row] = await tx.execute<{ read: boolean }>(sql`
    select coalesce(max(e.id::text) filter (where e.kind = 'access.prepared' and e.actor_id = ${reader})
      > coalesce(max(e.id::text) filter (where e.kind = 'access.chosen'), ''), false) as read
    from audit_event e where e.contact_id = ${contactId} and e.subject_id = ${id} and e.kind in ('access.prepared', 'access.chosen')`);
  if (row?.read !== true) throw new Invalid({ id: "Read it as it is now, then release it" });
}
