import { and, eq } from "drizzle-orm";
import { accessChoice, proposal } from "#db/schema/records";
import { withChoices, type ChosenItem } from "#domain/access";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { isLive, proposalRules } from "#domain/two-people";
import type { Context } from "../../context.ts";
import { NotFound } from "../../errors.ts";
import { isId } from "../../new-id.ts";
import { unitOfWork, type Unit } from "../../unit-of-work.ts";
import { collect } from "./collect.ts";
import { findSubject, whereTheyAre, type AccessSubject } from "./subject.ts";

export type FoundAnswer = {
  row: typeof proposal.$inferSelect;
  subject: AccessSubject;
  /** It can still be changed, confirmed or withdrawn. */
  live: boolean;
  released: Date | null;
};

/** So long after its release an answer can be taken. What is held changes; then it is asked for anew. */
const takenWithinDays = 30;

/**
 * Finds an answer that is being prepared, or was released. It does not exist for whoever one of its contacts does not
 * exist for: somebody's own family, say.
 * @param toChange locks it
 */
export async function findAnswer(
  unit: Unit,
  actor: StaffActor,
  id: string,
  toChange = false,
): Promise<FoundAnswer> {
  if (!may(actor, "keep-records") || !isId(id)) throw new NotFound("no such answer");
  const query = unit.tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.id, id), eq(proposal.kind, "access-export")));
  const [row] = toChange ? await query.for("update") : await query;
  if (!row) throw new NotFound("no such answer");
  const { who } = proposalRules["access-export"].facts.parse(row.facts);
  const subject = await findSubject(unit, who, row.subjectId);
  const { barred = [] } = actor;
  const theirs = [...(await whereTheyAre(unit, subject)).keys()];
  if (theirs.some((contactId) => barred.includes(contactId))) throw new NotFound("not yours to answer");
  const released = row.endedHow === "confirmed" ? row.endedAt : null;
  return { row, subject, live: isLive(row, unit.now), released };
}

/** Whether a released answer can still be taken. */
export const canBeTaken = ({ released }: FoundAnswer, now: Date): boolean =>
  released !== null && now.getTime() - released.getTime() < takenWithinDays * 86_400_000;

/** What is in an answer, with what was chosen; of a released one no more than there was when it was released. */
export async function itemsOf(
  context: Context,
  { row, subject, released }: FoundAnswer,
): Promise<ChosenItem[]> {
  return unitOfWork(context, { kind: "system", process: "access" }, async (unit) => {
    const choices = await unit.tx.select().from(accessChoice).where(eq(accessChoice.proposalId, row.id));
    const items = await collect(unit, subject);
    return withChoices(
      items.filter(({ at }) => released === null || at <= released).map(({ at: _at, ...item }) => item),
      new Map(choices.map(({ item, choice }) => [item, choice])),
    );
  });
}
