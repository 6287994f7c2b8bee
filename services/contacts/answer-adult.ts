import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findContactFor } from "./contact-access.ts";
import { findAdults, type AdultFound } from "./find-adults.ts";
import { joinPersons } from "./join-persons.ts";
import { endLinks, findPersonOf, personOf, sayWhyEnded, writeLink } from "./link-rows.ts";
import { raiseVersionFrom } from "./raise-version.ts";
import { renewHold } from "./renew-hold.ts";

type Asked = { reference: string; version: number; adultId: string; otherId: string; reason: string };

/**
 * Says whether an adult of this contact is an adult of another one, and why. It says nothing of the children. Both answers
 * are remembered and can be taken back.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`
 */
export async function answerAdult(
  context: Context,
  actor: StaffActor,
  input: Asked & { answer: "same" | "not_same" },
): Promise<void> {
  if (input.reason === "") throw new Invalid({ reason: "Say in one line how you know" });
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, here, there } = await openAdult(unit, actor, input);
    const said = { by: actor, reason: input.reason };
    const theirs = await personOf(unit, { adultId: there.id }, said);
    await endLinks(unit, { adultId: here.id, personId: theirs }, actor);
    const own = await findPersonOf(unit, { adultId: here.id });
    if (input.answer === "same" && own !== null) await joinPersons(unit, own, theirs, said);
    else await writeLink(unit, { adultId: here.id, personId: theirs, answer: input.answer }, said);
    await unit.audit({
      kind: "adult.answered",
      contactId,
      subjectId: here.id,
      facts: { answer: input.answer, otherId: there.id },
    });
  });
}

/**
 * Takes back what was said about two adults, and why. What was said stays on record.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by `reason`
 */
export async function endAdultAnswer(context: Context, actor: StaffActor, input: Asked): Promise<void> {
  if (input.reason === "") throw new Invalid({ reason: "Say in one line why you take it back" });
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, here, there } = await openAdult(unit, actor, input);
    const theirs = await findPersonOf(unit, { adultId: there.id });
    if (theirs === null) return;
    const links = await endLinks(unit, { adultId: here.id, personId: theirs }, actor);
    if (links.length === 0) return;
    await sayWhyEnded(unit, { contactId, links }, input.reason);
    await unit.audit({ kind: "adult.answer-ended", contactId, subjectId: here.id, facts: {} });
  });
}

async function openAdult(
  unit: Unit,
  actor: StaffActor,
  asked: Asked,
): Promise<AdultFound & { contactId: string }> {
  const { row } = await findContactFor(unit, actor, asked.reference, "link-match");
  await renewHold(unit, actor, row.id);
  await raiseVersionFrom(unit, row.id, asked.version);
  const found = (await findAdults(unit, actor, row.id)).find(
    ({ here, there }) => here.id === asked.adultId && there.id === asked.otherId,
  );
  if (!found) throw new NotFound("no such adult of another contact");
  return { ...found, contactId: row.id };
}
