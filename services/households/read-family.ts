import type { StaffActor } from "#domain/actor";
import { contactsRepeat } from "#domain/signing";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import { loadInShort, type ContactInShort } from "../contacts/load-in-short.ts";
import { loadVoices } from "../contacts/load-voices.ts";
import type { Context } from "../context.ts";
import { loadHistory } from "../decisions/load-history.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findHousehold, type HouseholdFound } from "./find-household.ts";
import { liveHolders } from "./live-holders.ts";
import { loadLinks, type LinkView } from "./load-links.ts";
import { loadMembers, type MemberView } from "./load-members.ts";
import { loadPeople, type PersonLine } from "./load-people.ts";

export type Line = ContactInShort & {
  /** The children of this contact whom it was about. */
  children: string[];
};

export type Suggestion = Pick<ContactInShort, "reference" | "receivedAt" | "rating" | "raisedBy"> &
  Pick<HouseholdFound, "facts"> & { holder: string | null };

export type Family = {
  head: ContactHead;
  people: PersonLine[];
  /** Contacts that are screened together, this one among them; empty while it is by itself. */
  members: MemberView[];
  suggestions: Suggestion[];
  /** Every earlier contact about the children of the household, newest first. */
  lines: Line[];
  moreLines: number;
  /** Kinds of sender in twelve months, this one among them. */
  voices: string[];
  /** From how many independent sources they came, in words. */
  sources: string[];
  /** Contacts in twelve months, this one among them. */
  inTwelveMonths: number;
  /** They make a pattern by this authority's rule, so that a manager writes a sentence of their own. */
  repeats: boolean;
  links: LinkView[];
};

/** The list is the point of the page, so it is long; what is older is counted. */
const linesAtMost = 60;
const yearMs = 365 * 86_400_000;

/** The whole family of a contact: who is who, everything that came before, and what may belong together. */
export async function readFamily(context: Context, actor: StaffActor, reference: string): Promise<Family> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found } = await openContactPage(unit, actor, { reference, page: "family" });
    const { row } = found;
    const childIds = head.children.map(({ id }) => id);
    const [history, members, offered, links] = await Promise.all([
      loadHistory(unit, row.receivedAt, childIds),
      loadMembers(unit, actor, row),
      findHousehold(unit, actor, row.id),
      loadLinks(unit, actor, childIds),
    ]);
    const earlier = [...new Set(history.map(({ contactId }) => contactId))];
    const shown = await loadInShort(unit, actor, [row.id, ...earlier.slice(0, linesAtMost)]);
    const suggestions = await suggested(
      unit,
      actor,
      offered.filter(({ contactId }) => !members.some(({ id }) => id === contactId)),
    );
    const resultIds = [...new Set([...shown, ...suggestions].map(({ id }) => id))].filter(
      (id) => id !== row.id,
    );
    await unit.audit({ kind: "list.viewed", contactId: row.id, facts: { list: "family", resultIds } });
    const people = await loadPeople(unit, [row.id, ...members.map(({ id }) => id)]);
    const nameOf = new Map(head.children.map(({ id, name }) => [id, name]));
    const since = row.receivedAt.getTime() - yearMs;
    const recent = shown.filter(({ receivedAt }) => receivedAt.getTime() > since);
    const at = new Map(history.map((one) => [one.contactId, one.receivedAt]));
    return {
      ...{ head, people, members, links },
      suggestions: suggestions.map(({ id: _, ...one }) => one),
      lines: shown
        .filter(({ id }) => id !== row.id)
        .map((one) => ({
          ...one,
          children: history.flatMap(({ contactId, childId }) =>
            contactId === one.id ? [nameOf.get(childId) ?? "A child"] : [],
          ),
        })),
      moreLines: Math.max(0, earlier.length - linesAtMost),
      voices: [...new Set(recent.map(({ raisedBy }) => raisedBy))],
      sources: await loadVoices(unit, { contactId: row.id, receivedAt: row.receivedAt, history }),
      inTwelveMonths: 1 + [...at.values()].filter((one) => one.getTime() > since).length,
      repeats: contactsRepeat([...at.values(), row.receivedAt], row.receivedAt, context.settings.repeatRule),
    };
  });
}

async function suggested(
  unit: Unit,
  actor: StaffActor,
  offered: readonly HouseholdFound[],
): Promise<(Suggestion & { id: string })[]> {
  const ids = offered.map(({ contactId }) => contactId);
  const [told, holders] = await Promise.all([loadInShort(unit, actor, ids), liveHolders(unit, ids)]);
  return told.map(({ id, reference, receivedAt, rating, raisedBy }) => ({
    ...{ id, reference, receivedAt, rating, raisedBy },
    facts: offered.find(({ contactId }) => contactId === id)?.facts ?? [],
    holder: holders.get(id) ?? null,
  }));
}
