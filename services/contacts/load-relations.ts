import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";
import { findAdults, type AdultFound } from "./find-adults.ts";
import { findSiblings, type SiblingFound } from "./find-siblings.ts";
import { loadAdultAnswers } from "./load-adult-answers.ts";
import type { MatchAnswer } from "./load-match-answers.ts";

export type Relations = {
  siblings: SiblingFound[];
  /** With what a person said about them and what stands; null while nobody has. */
  adults: (AdultFound & { answer: MatchAnswer | null })[];
};

/** The rest of the family in other contacts: it leads to them, and makes no child of two. A look at those contacts too. */
export async function loadRelations(
  unit: Unit,
  actor: StaffActor,
  { contactId, known }: { contactId: string; known: ReadonlySet<string> },
): Promise<Relations> {
  const [siblings, adults] = await Promise.all([
    findSiblings(unit, actor, contactId, known),
    findAdults(unit, actor, contactId),
  ]);
  const answers = await loadAdultAnswers(unit, contactId, [...new Set(adults.map(({ here }) => here.id))]);
  const resultIds = [...new Set([...siblings, ...adults].map(({ other }) => other.id))];
  if (resultIds.length > 0)
    await unit.audit({ kind: "list.viewed", contactId, facts: { list: "relations", resultIds } });
  return {
    siblings,
    adults: adults.map((one) => ({ ...one, answer: answers.get(`${one.here.id} ${one.there.id}`) ?? null })),
  };
}
