import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findContactFor } from "./contact-access.ts";
import { joinPersons } from "./join-persons.ts";
import { endLinks, findPersonOf, personOf, sayWhyEnded, writeLink } from "./link-rows.ts";
import { loadCandidates, type Candidate } from "./load-candidates.ts";
import { raiseVersionFrom } from "./raise-version.ts";
import { renewHold } from "./renew-hold.ts";
import { spreadRestriction, standingRestriction } from "../restricted/spread-restriction.ts";

type Asked = { reference: string; version: number; matchId: string };

/**
 * Says whether a child of this contact is the child of an earlier one, and why. Both answers are remembered and can be
 * taken back. Where both children stand for persons already, "same" joins the two persons.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`
 */
export async function answerMatch(
  context: Context,
  actor: StaffActor,
  input: Asked & { answer: "same" | "not_same"; reason: string },
): Promise<void> {
  if (input.reason === "") throw new Invalid({ reason: "Say in one line how you know" });
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, here, there } = await openMatch(unit, actor, input);
    const said = { by: actor, reason: input.reason };
    const theirs = await personOf(unit, { childId: there.id }, said);
    await endLinks(unit, { childId: here.id, personId: theirs }, actor);
    const own = await findPersonOf(unit, { childId: here.id });
    if (input.answer === "same" && own !== null) {
      // The one who stays is the restricted one, so that joining never lifts a restriction.
      const [from, to] = (await standingRestriction(unit, theirs)) ? [own, theirs] : [theirs, own];
      await joinPersons(unit, from, to, said);
    } else await writeLink(unit, { childId: here.id, personId: theirs, answer: input.answer }, said);
    const restricted = await standingRestriction(
      unit,
      (await findPersonOf(unit, { childId: here.id })) ?? theirs,
    );
    if (restricted) await spreadRestriction(unit, restricted);
    await unit.audit({
      kind: "match.answered",
      contactId,
      subjectId: here.id,
      facts: { answer: input.answer, otherId: there.id },
    });
  });
}

/**
 * Takes back what was said about a match, and why, so that it is open again. What was said stays on record.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`
 */
export async function endMatchAnswer(
  context: Context,
  actor: StaffActor,
  input: Asked & { reason: string },
): Promise<void> {
  if (input.reason === "") throw new Invalid({ reason: "Say in one line why you take it back" });
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, here, there } = await openMatch(unit, actor, input);
    const theirs = await findPersonOf(unit, { childId: there.id });
    if (theirs === null) return;
    const ended = await endLinks(unit, { childId: here.id, personId: theirs }, actor);
    if (ended.length === 0) return;
    await sayWhyEnded(unit, { contactId, links: ended }, input.reason);
    await unit.audit({ kind: "match.answer-ended", contactId, subjectId: here.id, facts: {} });
  });
}

async function openMatch(
  unit: Unit,
  actor: StaffActor,
  asked: Asked,
): Promise<Candidate & { contactId: string }> {
  const { row } = await findContactFor(unit, actor, asked.reference, "link-match");
  await renewHold(unit, actor, row.id);
  await raiseVersionFrom(unit, row.id, asked.version);
  const found = (await loadCandidates(unit, actor, { contactId: row.id, addressSecret: true })).find(
    ({ id }) => id === asked.matchId,
  );
  if (!found) throw new NotFound("no such match of this contact");
  return { ...found, contactId: row.id };
}
