import { sql, type SQL } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import type { MatchBand } from "#domain/matching";
import type { Unit } from "../unit-of-work.ts";
import { knownRow } from "./known-to.ts";

/** Why a newer contact is taken to be about a child: somebody said so, or matching says how sure it is. */
export type NewerBecause = "said" | Exclude<MatchBand, "possible">;

/** One child of a contact, and a newer contact that is or may be about the same child. */
export type NewerFinding = {
  contactId: string;
  reference: string;
  childId: string;
  because: NewerBecause;
  facts: readonly string[];
};

/**
 * What came after a contact and is about one of its children: where somebody said "same", or where matching says sure
 * or likely and nobody has said otherwise. Whichever of two contacts was compared last found the other, so proposals
 * are read both ways. What does not exist for whoever asks is not in it.
 *
 * It costs what was ever found about these few children, through the indexes by either child of a proposal.
 */
export function newerContacts({ contactId, reader }: { contactId: SQL; reader: Reader }): SQL {
  return sql`
    select c.id, c.reference, c.received_at, mine.id as child_id, near.because, near.facts
    from contact this
    join contact_child mine on mine.contact_id = this.id
    cross join lateral (
      select m.contact_child_id as child_id, m.band::text as because, m.facts
      from match_candidate m where m.earlier_child_id = mine.id and m.band <> 'possible'
      union all
      select m.earlier_child_id, m.band::text, m.facts
      from match_candidate m where m.contact_child_id = mine.id and m.band <> 'possible'
      union all
      select o.contact_child_id, 'said', '{}'::text[]
      from person_link l join person_link o on o.person_id = l.person_id and o.answer = 'same' and o.ended_at is null
      where l.contact_child_id = mine.id and l.answer = 'same' and l.ended_at is null
    ) near
    join contact_child other on other.id = near.child_id
    join contact c on c.id = other.contact_id
    where this.id = ${contactId} and (c.received_at, c.id) > (this.received_at, this.id)
      and ${knownRow(reader, sql`c`)}
      and not exists (
        select from person_link s join person_link n on n.person_id = s.person_id
        where s.contact_child_id in (mine.id, other.id) and s.answer = 'same' and s.ended_at is null
          and n.contact_child_id in (mine.id, other.id) and n.answer = 'not_same' and n.ended_at is null)`;
}

/** Every newer contact that this person may know of, newest first; for each child the best reason comes first. */
export async function findNewer(unit: Unit, reader: Reader, contactId: string): Promise<NewerFinding[]> {
  const rows = await unit.tx.execute<{
    id: string;
    reference: string;
    child_id: string;
    because: NewerBecause;
    facts: string[];
  }>(sql`
    select id, reference, child_id, because, facts
    from (${newerContacts({ contactId: sql`${contactId}::uuid`, reader })}) newer
    order by received_at desc, id desc, array_position(array['said', 'sure', 'likely'], because)`);
  return rows.map(({ id, reference, child_id, because, facts }) => ({
    contactId: id,
    reference,
    childId: child_id,
    because,
    facts,
  }));
}
