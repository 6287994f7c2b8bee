import { and, eq, isNull } from "drizzle-orm";
import { openCase, personLink } from "#db/schema/people";
import type { Unit } from "../unit-of-work.ts";
import { writeLink, type Said } from "./link-rows.ts";

/** What was said about one person comes to be said about another: somebody said that the two are one. */
export async function joinPersons(unit: Unit, from: string, to: string, said: Said): Promise<void> {
  const moved = await unit.tx
    .update(personLink)
    .set({ endedBy: said.by.id, endedAt: unit.now })
    .where(and(eq(personLink.personId, from), isNull(personLink.endedAt)))
    .returning({
      childId: personLink.contactChildId,
      adultId: personLink.contactAdultId,
      answer: personLink.answer,
    });
  // Open cases of the one are those of the other: without this they would be nobody's here.
  await unit.tx.update(openCase).set({ personId: to }).where(eq(openCase.personId, from));
  for (const { childId, adultId, answer } of moved) {
    if (childId !== null) await writeLink(unit, { childId, personId: to, answer }, said);
    if (adultId !== null) await writeLink(unit, { adultId, personId: to, answer }, said);
  }
}
