import { and, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { decision } from "#db/schema/decision";
import { referralOutcomes, repeatContacts } from "#domain/repeat-contacts";
import type { EarlierContact } from "../decisions/load-history.ts";
import type { Unit } from "../unit-of-work.ts";

/** Whether the children of a contact come again within the months of the settings, in words, from what is known of before. */
export async function loadRepeats(
  { tx, context }: Unit,
  receivedAt: Date,
  history: readonly EarlierContact[],
): Promise<string[]> {
  const { repeatMonths } = context.settings;
  const received = new Map(history.map((one) => [one.contactId, one.receivedAt]));
  const later = alias(decision, "later");
  const decided =
    received.size === 0
      ? []
      : await tx
          .select({ contactId: decision.contactId, at: decision.decidedAt })
          .from(decision)
          .leftJoin(later, eq(later.supersedesId, decision.id))
          .where(
            and(
              inArray(decision.contactId, [...received.keys()]),
              inArray(decision.outcome, [...referralOutcomes]),
              isNull(later.id),
            ),
          );
  const referred = new Map(decided.map(({ contactId, at }) => [contactId, at]));
  const told = [...received].map(([id, at]) => ({ receivedAt: at, referredAt: referred.get(id) ?? null }));
  return repeatContacts(told, receivedAt, repeatMonths);
}
