import { asc, eq } from "drizzle-orm";
import { strategyDiscussion } from "#db/schema/strategy";
import { loadEntries } from "../pathways/load-entries.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import type { FoundDiscussion } from "./find-discussion.ts";
import { loadAddenda, loadOutcomes } from "./load-told.ts";
import { lockedPlace } from "./lock-record.ts";

/** What was written of this meeting and beside it, and the other discussions about the same contact. */
export async function readBeside(unit: Unit, { row, contact, children }: FoundDiscussion, key: Buffer) {
  const [first] = children;
  const [entries, addenda, outcomes, discussions] = await Promise.all([
    first ? loadEntries(unit, first.work.id, key) : [],
    loadAddenda(unit, row.id, key),
    loadOutcomes(
      unit,
      children.map(({ work }) => work.id),
      key,
    ),
    unit.tx
      .select({
        id: strategyDiscussion.id,
        ordinal: strategyDiscussion.ordinal,
        heldAt: strategyDiscussion.heldAt,
      })
      .from(strategyDiscussion)
      .where(eq(strategyDiscussion.contactId, contact.id))
      .orderBy(asc(strategyDiscussion.ordinal)),
  ]);
  // A record from before discussions followed each other is of the first.
  const ofThis = (of: string | undefined) => (of === undefined ? row.ordinal === 1 : of === row.id);
  return {
    meetings: entries.filter(
      ({ kind, content }) => kind === "strategy-record" && ofThis(content["discussionId"]),
    ),
    addenda,
    outcomes,
    others: discussions.filter(({ id }) => id !== row.id),
    lockedBecause: row.lockedBecause && open<string>(key, lockedPlace(row.id), row.lockedBecause),
  };
}
