import type { StaffActor } from "#domain/actor";
import { passAlert } from "../alerts/record-alert.ts";
import { findContactFor } from "../contacts/contact-access.ts";
import { raiseVersionFrom, type ChangedMeanwhile } from "../contacts/raise-version.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { fieldOf, type Decided, type Deciding } from "./deciding.ts";
import { doneBefore, hashForm } from "./done-before.ts";
import { idFromForm } from "./form-key.ts";
import { lockHold } from "./lock-hold.ts";
import { newerUnseen } from "./newer-unseen.ts";
import { planDecision, type Planned } from "./plan-decision.ts";
import { problemsByField } from "./problems-by-field.ts";
import { readWhatStands, type WhatStands } from "./read-what-stands.ts";
import { releaseWhenDecided } from "./release-when-decided.ts";
import { sendBack } from "./send-back.ts";
import { loadToDecide, type ToDecide } from "./to-decide.ts";
import { writeDecision } from "./write-decision.ts";

/** What a manager who was second sees: what stands, and everything that they had typed. */
export type DecidedMeanwhile = ChangedMeanwhile & { stands: WhatStands; yours: Deciding["children"] };

/**
 * Decides for the children of one contact, each on their own: all of them, or nothing. Whoever raises the version first
 * has decided; everybody else is told who was first, and keeps their text.
 * @throws Conflict with `DecidedMeanwhile`
 * @throws Invalid by `fieldOf(childId, field)`, `seenField` for a newer contact, or "" for the form as a whole
 */
export async function decideChildren(context: Context, actor: StaffActor, input: Deciding): Promise<Decided> {
  try {
    return await unitOfWork(context, actor, async (unit) => {
      const found = await findContactFor(unit, actor, input.reference, "decide");
      if (input.contactIds.length !== 1 || input.contactIds[0] !== found.row.id)
        throw new Invalid({ "": "A decision is about one contact. Nothing was changed" });
      await lockHold(unit, found.row.id);
      const before = await doneBefore(unit, actor, found.row.id, input);
      if (before !== null) return before;
      await raiseVersionFrom(unit, found.row.id, input.version);
      const all = await loadToDecide(unit, found.row);
      const unseen = await newerUnseen(unit, actor, found.row.id, input);
      return write(unit, actor, all, input, planAll(unit, actor, all, input, unseen));
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const stands = await readWhatStands(context, actor, input.reference);
    const details = { ...(error.details as ChangedMeanwhile), stands, yours: input.children };
    throw new Conflict<DecidedMeanwhile>(error.message, details);
  }
}

type Plan = { child: ToDecide["subjects"][number]; planned: Exclude<Planned, { kind: "refused" }> };

function planAll(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  { children }: Deciding,
  unseen: Readonly<Record<string, string>>,
): Plan[] {
  const problems: Record<string, string> = { ...unseen };
  const ids = new Set(children.map(({ childId }) => childId));
  if (ids.size !== children.length || [...ids].some((id) => !all.subjects.some((one) => one.id === id)))
    throw new Invalid({ "": "A decision is about the children of one contact. Nothing was changed" });
  const plans = children.flatMap(({ childId, draft }): Plan[] => {
    const child = all.subjects.find((one) => one.id === childId);
    const planned = child && planDecision(unit, actor, all, child, draft);
    if (!child || !planned) return [];
    if (planned.kind !== "refused") return [{ child, planned }];
    Object.assign(problems, problemsByField(planned.problems, fieldOf(childId, "")));
    return [];
  });
  for (const { id, state, name } of all.subjects) {
    if (state === "recommended" && !ids.has(id))
      problems[fieldOf(id, "verdict")] = `Choose what to do with the recommendation for ${name}`;
  }
  if (children.length === 0 && Object.keys(problems).length === 0)
    problems[""] = "There is nothing to decide here";
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return plans;
}

async function write(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  input: Deciding,
  plans: Plan[],
): Promise<Decided> {
  const decided: Decided = { decisionIds: [], sentBack: 0 };
  const formHash = hashForm(input);
  for (const { child, planned } of plans) {
    if (planned.kind === "send_back") {
      await sendBack(unit, actor, all, child, planned);
      decided.sentBack += 1;
      continue;
    }
    const id = idFromForm(unit.context.keys, input.formKey, child.id);
    const { kind: _, countersignBy, verdict, ownReason, pattern, ...chosen } = planned;
    const recommendationId = verdict === null ? null : (all.recommendations.get(child.id)?.id ?? null);
    const content = { verdict, ownReason, pattern, formHash };
    const made = { ...chosen, id, child, content, recommendationId, supersedesId: null, countersignBy };
    await writeDecision(unit, actor, all, made);
    decided.decisionIds.push(id);
  }
  if (input.children.some(({ draft }) => draft["withoutAnswer"] === "yes"))
    await passAlert(unit, actor, { contactId: all.row.id, kind: "red-unanswered" });
  await releaseWhenDecided(unit, all);
  return decided;
}
