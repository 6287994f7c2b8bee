import { sql } from "drizzle-orm";
import type { Sealed } from "#db/columns";
import type { StaffActor } from "#domain/actor";
import { targetsOf, type HandOverEnding, type HandOverTarget } from "#domain/hand-over";
import { may } from "#domain/permissions";
import { knownRow } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";

export type HandOverRow = {
  id: string;
  contact_id: string;
  reference: string;
  target: HandOverTarget;
  from_id: string | null;
  from_name: string | null;
  to_id: string | null;
  to_name: string | null;
  note_id: string | null;
  line: Sealed | null;
  offered_at: string;
  accept_by: string;
  ending: HandOverEnding | null;
  ended_at: string | null;
  by_name: string | null;
  answer_id: string | null;
  answer: Sealed | null;
};

const atMost = 200;

/**
 * What is offered and undecided, as far as it is this person's to accept, to take back or, for a manager, to see; and what
 * became of theirs that they have not seen. First what is to be accepted first.
 */
export async function findHandOvers(unit: Unit, actor: StaffActor): Promise<HandOverRow[]> {
  const theirs = sql`(h.to_id = ${actor.id} or h.from_id = ${actor.id}
    or h.target = any(${sql.param(targetsOf(actor))}::text[]) or ${may(actor, "take-over")})`;
  const rows = await unit.tx.execute<HandOverRow>(sql`
    select h.id, h.contact_id, contact.reference, h.target, h.from_id, f.name as from_name, h.to_id, t.name as to_name,
      h.note_id, said.body as line, h.offered_at, h.accept_by, h.ending, h.ended_at, b.name as by_name, h.answer_id,
      answer.body as answer
    from hand_over h
    join contact on contact.id = h.contact_id and ${knownRow(actor, sql`contact`)}
    left join staff f on f.id = h.from_id
    left join staff t on t.id = h.to_id
    left join staff b on b.id = h.ended_by
    left join note said on said.id = h.note_id
    left join note answer on answer.id = h.answer_id
    where (h.ended_at is null and ${theirs} and exists (
        select from clock k where k.contact_id = h.contact_id and k.kind = 'decision' and k.stopped_at is null))
      or (h.ended_at is not null and h.seen_at is null and h.from_id = ${actor.id} and h.ended_by <> ${actor.id})
    order by h.accept_by, h.id limit ${atMost}`);
  return [...rows];
}
