import type { StaffActor } from "#domain/actor";
import { loadHistory } from "../decisions/load-history.ts";
import type { Unit } from "../unit-of-work.ts";
import { loadRepeats } from "./load-repeats.ts";
import { loadVoices } from "./load-voices.ts";
import { loadInShort, type ContactInShort } from "./load-in-short.ts";

export type EarlierView = Omit<ContactInShort, "id">;

/** What fits on a page and in a head; the rest is counted. */
const shownAtMost = 10;

/**
 * Earlier contacts about these children, newest first, leaving out what this person may not know of. What is shown of
 * each is recorded: it is a look at that contact too.
 */
export async function loadEarlier(
  unit: Unit,
  actor: StaffActor,
  { contactId, receivedAt, childIds }: { contactId: string; receivedAt: Date; childIds: readonly string[] },
): Promise<{ contacts: EarlierView[]; more: number; repeats: string[] }> {
  const history = await loadHistory(unit, receivedAt, childIds);
  const ids = [...new Set(history.map(({ contactId }) => contactId))];
  const [shown, repeats, voices] = await Promise.all([
    loadInShort(unit, actor, ids.slice(0, shownAtMost)),
    loadRepeats(unit, receivedAt, history),
    loadVoices(unit, { contactId, receivedAt, history }),
  ]);
  if (shown.length > 0) {
    const resultIds = shown.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", contactId, facts: { list: "earlier", resultIds } });
  }
  return {
    contacts: shown.map(({ id: _, ...view }) => view),
    more: Math.max(0, ids.length - shownAtMost),
    repeats: [...repeats, ...voices],
  };
}
