import { and, eq, isNull, lte } from "drizzle-orm";
import { dataKey } from "#db/schema/proof";
import { proposal } from "#db/schema/records";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { proposalRules, type ProposalFacts, type ProposalKind } from "#domain/two-people";
import { Forbidden, Invalid } from "../errors.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type Asked<K extends ProposalKind> = {
  kind: K;
  subjectId: string;
  /** The contact that it is about, for the audit. */
  contactId?: string;
  facts: ProposalFacts<K>;
  reason: string;
};

/**
 * Asks for something that needs a second person. Nothing happens until somebody else confirms it in time.
 * @returns the proposal's id
 * @throws Invalid by `reason`, also when the same is asked for already
 */
export async function propose<K extends ProposalKind>(
  unit: Unit,
  actor: StaffActor,
  asked: Asked<K>,
): Promise<string> {
  const rule = proposalRules[asked.kind];
  if (!may(actor, rule.ask)) throw new Forbidden(rule.ask);
  if (asked.reason === "") throw new Invalid({ reason: "Say why, in one line" });
  const same = and(eq(proposal.kind, asked.kind), eq(proposal.subjectId, asked.subjectId));
  await unit.tx
    .update(proposal)
    .set({ endedHow: "expired", endedAt: unit.now })
    .where(and(same, isNull(proposal.endedAt), lte(proposal.expiresAt, unit.now)));
  const id = unit.context.newId();
  const { key, row } = newDataKey(unit.context.keys, "proposal", id);
  await unit.tx.insert(dataKey).values(row);
  const written = await unit.tx
    .insert(proposal)
    .values({
      ...{ id, kind: asked.kind, subjectId: asked.subjectId, facts: rule.facts.parse(asked.facts) },
      reason: seal(key, { table: "proposal", row: id, column: "reason" }, asked.reason),
      ...{ askedBy: actor.id, askedAt: unit.now },
      expiresAt: new Date(unit.now.getTime() + rule.hours * 3_600_000),
    })
    .onConflictDoNothing()
    .returning({ id: proposal.id });
  if (written.length === 0) throw new Invalid({ reason: "Somebody has asked for this already" });
  const about = asked.contactId === undefined ? {} : { contactId: asked.contactId };
  await unit.audit({ kind: "proposal.made", ...about, subjectId: id, facts: { what: asked.kind } });
  return id;
}
