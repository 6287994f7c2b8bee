import { and, eq } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import { recommendation } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { correctionReason } from "#domain/decision";
import { readRecord } from "#domain/decision-problems";
import { maySign } from "#domain/signing";
import { calendarOf } from "#domain/working-calendar";
import { findContactFor } from "../contacts/contact-access.ts";
import { raiseVersionFrom, type ChangedMeanwhile } from "../contacts/raise-version.ts";
import type { Context } from "../context.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../errors.ts";
import { stopClocks } from "../clocks/stop-clocks.ts";
import { closeSuperseded } from "../pathways/close-superseded.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { recordFacts, signingFacts } from "./decision-facts.ts";
import { hashForm } from "./done-before.ts";
import { idFromForm } from "./form-key.ts";
import { lockHold } from "./lock-hold.ts";
import type { HouseholdChild } from "./load-household.ts";
import type { StandingDecision } from "./load-decisions.ts";
import { problemsByField } from "./problems-by-field.ts";
import { loadToDecide, type ToDecide } from "./to-decide.ts";
import { writeDecision } from "./write-decision.ts";

export type Superseding = {
  reference: string;
  version: number;
  formKey: string;
  childId: string;
  /** The decision that the form showed as standing. */
  supersedesId: string;
  draft: Readonly<Record<string, unknown>>;
};

/**
 * Puts a decision right with a new one; the old one stays on record. Its pathway closes, unless children are being
 * protected on it: a live strategy discussion or section 47 is ended by its own chair.
 * @throws Conflict with `ChangedMeanwhile` when somebody changed the contact or superseded first
 * @throws Invalid by field
 */
export async function supersedeDecision(
  context: Context,
  actor: StaffActor,
  input: Superseding,
): Promise<{ id: string }> {
  return unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, input.reference, "decide");
    if (!actor.roles.includes("manager") && !actor.roles.includes("on_call_manager"))
      throw new Forbidden("A manager corrects a decision.");
    const id = idFromForm(context.keys, input.formKey, input.childId);
    await lockHold(unit, row.id);
    if (await madeBefore(unit, id, actor)) return { id };
    await raiseVersionFrom(unit, row.id, input.version);
    const all = await loadToDecide(unit, row);
    const child = all.subjects.find((one) => one.id === input.childId);
    const old = all.decisions.get(input.childId);
    if (!child || !old) throw new NotFound("no decision to correct");
    if (old.id !== input.supersedesId)
      throw new Conflict<ChangedMeanwhile>("superseded already", { version: row.version + 1, changes: [] });
    const made = await planned(unit, actor, all, child, old, input);
    const { recommendationId } = old;
    await writeDecision(unit, actor, all, { id, child, supersedesId: old.id, recommendationId, ...made });
    // What a manager of the hub has signed needs no second signature any more.
    if (made.countersignBy === null)
      await stopClocks(unit, { kind: "countersign", contactChildId: child.id }, id);
    await closeSuperseded(unit, { oldDecisionId: old.id, newDecisionId: id });
    return { id };
  });
}

/** The same table of who signs: whoever recommended the old one does not sign the new one either. */
async function planned(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  child: HouseholdChild,
  old: StandingDecision,
  input: Superseding,
) {
  const read = readRecord(input.draft, recordFacts(all, child, input.draft, unit.context.settings));
  const why = correctionReason.safeParse(input.draft["ownReason"]);
  const problems = read.ok ? {} : problemsByField(read.problems);
  if (!why.success) problems["ownReason"] = why.error.issues[0]?.message ?? "Say it in other words";
  if (!read.ok || !why.success) throw new Invalid(problems);
  const facts = signingFacts(
    all,
    {
      child,
      outcome: read.value.outcome,
      duplicate: "informationKind" in read.value.record && read.value.record.informationKind === "duplicate",
      recommendedById: (await recommenderOf(unit, old)) ?? old.by.id,
    },
    unit.context.settings,
  );
  const signing = maySign(actor, facts, unit.now, calendarOf(unit.context.settings));
  if (signing.kind === "refused") throw new Invalid({ outcome: signing.because });
  const formHash = hashForm({ children: [{ childId: child.id, draft: input.draft }] });
  return {
    ...read.value,
    content: { verdict: null, ownReason: why.data, pattern: "", formHash },
    countersignBy: signing.kind === "countersign" ? signing.by : null,
  };
}

async function madeBefore(unit: Unit, id: string, actor: StaffActor): Promise<boolean> {
  const mine = and(eq(decision.id, id), eq(decision.decidedBy, actor.id));
  return (await unit.tx.select({ id: decision.id }).from(decision).where(mine)).length > 0;
}

async function recommenderOf(unit: Unit, { recommendationId }: StandingDecision): Promise<string | null> {
  if (recommendationId === null) return null;
  const [row] = await unit.tx
    .select({ by: recommendation.recommendedBy })
    .from(recommendation)
    .where(eq(recommendation.id, recommendationId));
  return row?.by ?? null;
}
