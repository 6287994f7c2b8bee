import { eq } from "drizzle-orm";
import { openCase } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { joinPersons } from "../contacts/join-persons.ts";
import { endLinks, findPersonOf, personOf, writeLink } from "../contacts/link-rows.ts";
import { spreadRestriction, standingRestriction } from "../restricted/spread-restriction.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * Makes a child and the child of a case one person, as somebody said that they are.
 * @returns whether this is what says who the child is
 */
export async function joinCase(
  unit: Unit,
  { childId, caseId, personId }: { childId: string; caseId: string; personId: string | null },
  said: { by: StaffActor; reason: string },
): Promise<boolean> {
  const own = await findPersonOf(unit, { childId });
  if (personId === null) {
    const theirs = own ?? (await personOf(unit, { childId }, said));
    await unit.tx.update(openCase).set({ personId: theirs }).where(eq(openCase.id, caseId));
    return own === null;
  }
  await endLinks(unit, { childId, personId }, said.by);
  if (own !== null && own !== personId) {
    // The one who stays is the restricted one, so that joining never lifts a restriction.
    const [from, to] = (await standingRestriction(unit, personId)) ? [own, personId] : [personId, own];
    await joinPersons(unit, from, to, said);
  } else await writeLink(unit, { childId, personId, answer: "same" }, said);
  const restricted = await standingRestriction(unit, (await findPersonOf(unit, { childId })) ?? personId);
  if (restricted) await spreadRestriction(unit, restricted);
  return own === null;
}
