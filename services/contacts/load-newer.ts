import type { StaffActor } from "#domain/actor";
import { isMatchFact, type MatchFact } from "#domain/match-facts";
import type { Unit } from "../unit-of-work.ts";
import { findNewer, type NewerBecause, type NewerFinding } from "./find-newer.ts";
import { loadInShort, type ContactInShort } from "./load-in-short.ts";

export type NewerView = Omit<ContactInShort, "id"> & {
  /** The children of the contact that is read whom it is or may be about. */
  children: readonly { id: string; because: NewerBecause; facts: readonly MatchFact[] }[];
};

export type Newer = {
  /** Newest first, as many as fit above everything else. */
  contacts: readonly NewerView[];
  more: number;
  /** Every one of them, shown or counted: what a form was made in the knowledge of. */
  references: readonly string[];
};

/** They stand above what the page is for: more than a few would push it away, and the newest says most. */
const shownAtMost = 5;

/**
 * Contacts that came after this one and are or may be about its children, leaving out what this person may not know of.
 * What is shown of each is recorded: it is a look at that contact too.
 */
export async function loadNewer(unit: Unit, actor: StaffActor, contactId: string): Promise<Newer> {
  const found = await findNewer(unit, actor, contactId);
  const ids = [...new Set(found.map((one) => one.contactId))];
  const shown = await loadInShort(unit, actor, ids.slice(0, shownAtMost));
  if (shown.length > 0) {
    const resultIds = shown.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", contactId, facts: { list: "newer", resultIds } });
  }
  return {
    contacts: shown.map(({ id, ...view }) => ({
      ...view,
      children: childrenIn(found.filter((one) => one.contactId === id)),
    })),
    more: Math.max(0, ids.length - shownAtMost),
    references: [...new Set(found.map(({ reference }) => reference))],
  };
}

/** Each child once, with the best reason that there is. */
function childrenIn(findings: readonly NewerFinding[]): NewerView["children"] {
  const first = new Map<string, NewerFinding>();
  for (const one of findings) if (!first.has(one.childId)) first.set(one.childId, one);
  return [...first.values()].map(({ childId, because, facts }) => ({
    id: childId,
    because,
    facts: facts.filter(isMatchFact),
  }));
}
