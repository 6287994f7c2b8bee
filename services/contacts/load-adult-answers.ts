import { and, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staff } from "#db/schema/directory";
import { personLink } from "#db/schema/people";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { MatchAnswer } from "./load-match-answers.ts";

/** What stands about adults of a contact and those of others, by both their ids with a space between. */
export async function loadAdultAnswers(
  unit: Unit,
  contactId: string,
  adultIds: readonly string[],
): Promise<Map<string, MatchAnswer>> {
  if (adultIds.length === 0) return new Map();
  const theirs = alias(personLink, "theirs");
  const rows = await unit.tx
    .select({ own: personLink, otherId: theirs.contactAdultId, by: staff.name })
    .from(personLink)
    .innerJoin(
      theirs,
      and(eq(theirs.personId, personLink.personId), eq(theirs.answer, "same"), isNull(theirs.endedAt)),
    )
    .leftJoin(staff, eq(staff.id, personLink.saidBy))
    .where(and(inArray(personLink.contactAdultId, [...adultIds]), isNull(personLink.endedAt)));
  if (rows.length === 0) return new Map();
  const key = await readDataKey(unit, "contact", contactId);
  return new Map(
    rows.flatMap(({ own, otherId, by }) => {
      if (otherId === null || own.contactAdultId === null || otherId === own.contactAdultId) return [];
      const reason = open<string>(key, { table: "person_link", row: own.id, column: "reason" }, own.reason);
      const answer = { answer: own.answer, reason, by: by ?? "Somebody", at: own.saidAt };
      return [[`${own.contactAdultId} ${otherId}`, answer] as const];
    }),
  );
}
