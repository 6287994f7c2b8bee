import { and, eq } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { recommendation } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { follows, type ChildState } from "#domain/contact";
import type { DecisionRecord } from "#domain/decision";
import { readRecord } from "#domain/decision-problems";
import { may } from "#domain/permissions";
import { findContact, type FoundContact } from "../contacts/contact-access.ts";
import { raiseVersionFrom, readChanges, type ChangedMeanwhile } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import type { Context } from "../context.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../errors.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { checkNames } from "./check-names.ts";
import { contentOf } from "./content.ts";
import { recordFacts } from "./decision-facts.ts";
import { idFromForm } from "./form-key.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { loadToDecide, type ToDecide } from "./to-decide.ts";
import { problemsByField } from "./problems-by-field.ts";

export type Recommending = {
  reference: string;
  /** The version of the contact that the form was made from. */
  version: number;
  /** Minted with the page: the same form sent twice makes one recommendation. */
  formKey: string;
  childId: string;
  /** What was typed, by field of domain/decision.ts. */
  draft: Readonly<Record<string, unknown>>;
  /** They looked whether a name that stands in another contact belongs here. */
  namesChecked?: boolean;
};

/**
 * Recommends an outcome for one child. The first recommendation that waits on a contact tells the hub's managers.
 * @throws Conflict with `ChangedMeanwhile` when the contact changed, or the hold was lost, since the form was made
 * @throws Invalid by field, all problems at once
 */
export async function makeRecommendation(
  context: Context,
  actor: StaffActor,
  input: Recommending,
): Promise<{ id: string }> {
  return unitOfWork(context, actor, async (unit) => {
    const found = await findContact(unit, actor, input.reference);
    const id = idFromForm(context.keys, input.formKey, input.childId);
    await holdOrConflict(unit, actor, found, input.version);
    if (await madeBefore(unit, id, actor)) return { id };
    await raiseVersionFrom(unit, found.row.id, input.version);
    const all = await loadToDecide(unit, found.row);
    const child = all.subjects.find((one) => one.id === input.childId);
    if (!child) throw new NotFound("no such child in this contact");
    const next = follows(child.state, "recommend");
    if (!next.allowed) throw new Invalid({ outcome: next.because });
    const read = readRecord(input.draft, recordFacts(all, child, input.draft, context.settings));
    if (!read.ok) throw new Invalid(problemsByField(read.problems));
    await checkNames(unit, actor, all, { ...read.value, looked: input.namesChecked === true });
    await write(unit, actor, all, { id, childId: child.id, from: child.state, to: next.next, ...read.value });
    const others = all.subjects.filter((one) => one.id !== child.id);
    if (!others.some(({ state }) => state === "recommended"))
      await oweHub(unit, "recommendation-waiting", id);
    return { id };
  });
}

type Written = { id: string; childId: string; from: ChildState; to: ChildState } & DecisionRecord;

async function write(unit: Unit, actor: StaffActor, { row, key }: ToDecide, made: Written) {
  const { id, childId, outcome, record } = made;
  const about = { contactId: row.id, contactChildId: childId };
  await Promise.all([
    unit.tx.insert(recommendation).values({
      ...about,
      id,
      outcome,
      level: record.level,
      content: seal(key, contentOf("recommendation", id), record),
      recommendedBy: actor.id,
      recommendedAt: unit.now,
    }),
    unit.tx.update(contactChild).set({ state: made.to }).where(eq(contactChild.id, childId)),
    unit.audit(
      {
        kind: "recommendation.made",
        contactId: row.id,
        subjectId: id,
        facts: { outcome, level: record.level, childId },
      },
      {
        kind: "child.state-changed",
        contactId: row.id,
        subjectId: childId,
        facts: { from: made.from, to: made.to },
      },
    ),
  ]);
}

/** Only the holder recommends. Whoever lost the hold while writing keeps their text, and sees what happened. */
async function holdOrConflict(
  unit: Unit,
  actor: StaffActor,
  { row, subject }: FoundContact,
  version: number,
) {
  if (!may(actor, "recommend", { ...subject, holderId: actor.id })) throw new Forbidden("recommend");
  if ((await renewHold(unit, actor, row.id)) === null) {
    const details = await readChanges(unit, row.id, version);
    throw new Conflict<ChangedMeanwhile>("you do not hold this contact", details);
  }
}

async function madeBefore(unit: Unit, id: string, actor: StaffActor): Promise<boolean> {
  const mine = and(eq(recommendation.id, id), eq(recommendation.recommendedBy, actor.id));
  return (await unit.tx.select({ id: recommendation.id }).from(recommendation).where(mine)).length > 0;
}
