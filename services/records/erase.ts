import { sql } from "drizzle-orm";
import { erasureGrounds, keptWords, type ErasureGround } from "#domain/erasure";
import { z } from "zod";
import { Invalid } from "../errors.ts";
import type { Proposal } from "../two-people/end-proposal.ts";
import type { Unit } from "../unit-of-work.ts";
import { contactsOf, refuseWhatIsKept } from "./ask-to-erase.ts";
import { keepsContact } from "./keeps.ts";

const facts = z.object({ ground: z.enum(erasureGrounds) });

/**
 * Erases a contact that two people agreed to erase. What keeps it now is asked again: a hold may have come meanwhile.
 * @throws Invalid by `id`, and then nothing happened
 */
export async function eraseContact(unit: Unit, { id, subjectId, facts: asked }: Proposal): Promise<void> {
  const { ground } = facts.parse(asked);
  // Whoever places a hold locks this row first, so that what is asked next stays true.
  await unit.tx.execute(sql`select from contact where id = ${subjectId} for update`);
  const [kept] = await keepsContact(unit, subjectId);
  if (kept) throw new Invalid({ id: `It was not erased. ${keptWords[kept]}` });
  await eraseOne(unit, { contactId: subjectId, proposalId: id, ground });
}

/** Erases a person and every contact about them, in one transaction. @throws Invalid as above */
export async function erasePerson(unit: Unit, { id, subjectId, facts: asked }: Proposal): Promise<void> {
  const { ground } = facts.parse(asked);
  const theirs = await contactsOf(unit, subjectId);
  try {
    await refuseWhatIsKept(unit, subjectId, theirs);
  } catch (error) {
    throw error instanceof Invalid ? new Invalid({ id: error.problems["ground"] ?? "" }) : error;
  }
  for (const one of theirs)
    if (!one.erased) await eraseOne(unit, { contactId: one.id, proposalId: id, ground });
  const now = unit.now.toISOString();
  await unit.tx.execute(sql`select frontdoor_erase_person(${subjectId}, ${id}, ${now})`);
  await unit.audit({ kind: "person.erased", subjectId, facts: {} });
}

type Erasing = { contactId: string; proposalId: string; ground: ErasureGround };

/** False when it was erased before: then nothing is done, and nothing told. */
export async function eraseOne(unit: Unit, { contactId, proposalId, ground }: Erasing): Promise<boolean> {
  const [row] = await unit.tx.execute<{ done: boolean }>(
    sql`select frontdoor_erase_contact(${contactId}, ${proposalId}, ${ground}, ${unit.now.toISOString()}) as done`,
  );
  if (row?.done !== true) return false;
  await unit.audit({ kind: "contact.erased", contactId, subjectId: proposalId, facts: { ground } });
  return true;
}
