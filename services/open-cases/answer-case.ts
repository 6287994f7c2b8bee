import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { openCaseAnswer } from "#db/schema/open-cases";
import { openCase } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { findContactFor } from "../contacts/contact-access.ts";
import { endLinks } from "../contacts/link-rows.ts";
import { raiseVersionFrom } from "../contacts/raise-version.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import { isSubject, loadHousehold } from "../decisions/load-household.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { joinCase } from "./join-case.ts";
import { loadCases, type CaseView } from "./load-cases.ts";

type Asked = { reference: string; version: number; childId: string; caseId: string };
type Opened = { contactId: string; key: Buffer; one: CaseView; personId: string | null };

/**
 * Says whether a child of this contact is the child of an open case, and why. Nothing says so by itself; both answers
 * are remembered and can be taken back.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`
 */
export async function answerCase(
  context: Context,
  actor: StaffActor,
  input: Asked & { answer: "same" | "not_same"; reason: string },
): Promise<void> {
  if (input.reason === "") throw new Invalid({ reason: "Say in one line how you know" });
  const { childId, caseId, answer, reason } = input;
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, key, one, personId } = await openAsked(unit, actor, input);
    if (one.answer !== null || (one.confirmed && answer === "same")) return;
    if (one.confirmed) throw new Invalid({ reason: "First take back that the child is the same" });
    const madeLink =
      answer === "same" && (await joinCase(unit, { childId, caseId, personId }, { by: actor, reason }));
    const id = unit.context.newId();
    const sealed = seal(key, { table: "open_case_answer", row: id, column: "reason" }, reason);
    await unit.tx.insert(openCaseAnswer).values({
      ...{ id, contactId, contactChildId: childId, openCaseId: caseId, answer, reason: sealed, madeLink },
      ...{ saidBy: actor.id, saidAt: unit.now },
    });
    await unit.audit({
      kind: "open-case.answered",
      contactId,
      subjectId: childId,
      facts: { answer, caseId },
    });
  });
}

/**
 * Takes back what was said about an open case, so that it is open again.
 * @throws Conflict with `ChangedMeanwhile`
 */
export async function endCaseAnswer(context: Context, actor: StaffActor, input: Asked): Promise<void> {
  const { childId, caseId } = input;
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, personId } = await openAsked(unit, actor, input);
    const ended = await unit.tx
      .update(openCaseAnswer)
      .set({ endedBy: actor.id, endedAt: unit.now })
      .where(and(standing(caseId), eq(openCaseAnswer.contactChildId, childId)))
      .returning({ madeLink: openCaseAnswer.madeLink, answer: openCaseAnswer.answer });
    const [said] = ended;
    if (!said) return;
    if (said.answer === "same" && personId !== null) {
      const elsewhere = await isSaidElsewhere(unit, input);
      if (said.madeLink || elsewhere) await endLinks(unit, { childId, personId }, actor);
      // Nobody says any more that the case is this person's.
      if (!elsewhere) await unit.tx.update(openCase).set({ personId: null }).where(eq(openCase.id, caseId));
    }
    await unit.audit({ kind: "open-case.answer-ended", contactId, subjectId: childId, facts: { caseId } });
  });
}

const standing = (caseId: string) =>
  and(eq(openCaseAnswer.openCaseId, caseId), isNull(openCaseAnswer.endedAt));

async function isSaidElsewhere({ tx }: Unit, { caseId, childId }: Asked): Promise<boolean> {
  const others = await tx
    .select({ id: openCaseAnswer.id })
    .from(openCaseAnswer)
    .where(
      and(standing(caseId), eq(openCaseAnswer.answer, "same"), ne(openCaseAnswer.contactChildId, childId)),
    )
    .limit(1);
  return others.length > 0;
}

async function openAsked(unit: Unit, actor: StaffActor, asked: Asked): Promise<Opened> {
  const { row } = await findContactFor(unit, actor, asked.reference, "link-match");
  await renewHold(unit, actor, row.id);
  await raiseVersionFrom(unit, row.id, asked.version);
  // Two people who answer about one case from two contacts stand in line.
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${asked.caseId}, 0))`);
  const key = await readDataKey(unit, "contact", row.id);
  const subjects = (await loadHousehold(unit, row.id, key)).filter(isSubject).map(({ id }) => id);
  const { cases } = await loadCases(unit, actor, { contactId: row.id, key, childIds: subjects });
  const one = cases.find(({ id, childId }) => id === asked.caseId && childId === asked.childId);
  if (!one) throw new NotFound("no such open case of this contact");
  const [found] = await unit.tx
    .select({ personId: openCase.personId })
    .from(openCase)
    .where(eq(openCase.id, asked.caseId));
  return { contactId: row.id, key, one, personId: found?.personId ?? null };
}
