import { leftOut, type ChosenItem, type LeftOut } from "#domain/access";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../../context.ts";
import { NotFound } from "../../errors.ts";
import { unitOfWork, type Unit } from "../../unit-of-work.ts";
import { canBeTaken, findAnswer, itemsOf, type FoundAnswer } from "./find-answer.ts";

export type Answer = {
  id: string;
  whose: "child" | "adult";
  items: ChosenItem[];
  leftOut: LeftOut[];
  mine: boolean;
  live: boolean;
  /** It was released and can be taken. */
  ready: boolean;
};

/** An answer as whoever prepares or releases it sees it, with what it leaves out. */
export async function readAnswer(context: Context, actor: StaffActor, id: string): Promise<Answer> {
  const found = await unitOfWork(context, actor, (unit) => findAnswer(unit, actor, id));
  const items = await itemsOf(context, found);
  await unitOfWork(context, actor, (unit) => told(unit, found, "access.prepared", items));
  return view(found, items, actor, context.now());
}

/**
 * An answer as it is given: nothing that is left out is in it.
 * @throws NotFound before somebody else released it, and once it is too old
 */
export async function takeAnswer(context: Context, actor: StaffActor, id: string): Promise<Answer> {
  const found = await unitOfWork(context, actor, (unit) => findAnswer(unit, actor, id));
  if (!canBeTaken(found, context.now())) throw new NotFound("nobody released it");
  const items = await itemsOf(context, found);
  await unitOfWork(context, actor, (unit) => told(unit, found, "access.given", items));
  const answer = view(found, items, actor, context.now());
  return { ...answer, items: answer.items.filter(({ given }) => given) };
}

async function told(
  unit: Unit,
  { row, subject }: FoundAnswer,
  kind: "access.prepared" | "access.given",
  items: readonly ChosenItem[],
): Promise<void> {
  const facts = {
    leftOut: items.filter(({ given }) => !given).length,
    putBack: items.filter(({ choice }) => choice === "put-back").length,
  };
  await unit.audit({ kind, contactId: subject.contactId, subjectId: row.id, facts });
}

const view = (found: FoundAnswer, items: ChosenItem[], actor: StaffActor, now: Date): Answer => ({
  ...{ id: found.row.id, whose: found.subject.whose, items, leftOut: leftOut(items) },
  ...{ mine: found.row.askedBy === actor.id, live: found.live, ready: canBeTaken(found, now) },
});
