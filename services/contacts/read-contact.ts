import { and, eq, ne } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { childrenUnsettled, type Unsettled } from "#domain/children-on-decision";
import type { ContactFacts } from "#domain/contact-facts";
import type { MatchBand } from "#domain/matching";
import { notKnownYet } from "#domain/not-known-yet";
import { localDate } from "#domain/time-words";
import { whatIsNew } from "#domain/what-is-new";
import type { Context } from "../context.ts";
import { loadDecisions, type StandingDecision } from "../decisions/load-decisions.ts";
import { isSubject } from "../decisions/load-household.ts";
import { countFiles } from "../files/count-files.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { loadCases, type Cases } from "../open-cases/load-cases.ts";
import { mayKnowOf } from "./known-to.ts";
import { openContactPage, type ContactHead, type OpenedContact } from "./contact-head.ts";
import { countMatches } from "./count-matches.ts";
import { loadAdded, type Added } from "./load-additions.ts";
import { loadAdults, type AdultView } from "./load-adults.ts";
import { loadEarlier, type EarlierView } from "./load-earlier.ts";
import { loadNewer, type Newer } from "./load-newer.ts";
import { loadNotes, loadRatings, type NoteView, type RatingView } from "./load-notes.ts";

export type ContactSummary = {
  head: ContactHead;
  facts: ContactFacts;
  whatIsNew: string[];
  notKnownYet: string[];
  adults: AdultView[];
  /** Children of the household who must be settled before anything is decided. */
  unsettled: Unsettled[];
  decisions: readonly Pick<StandingDecision, "childId" | "outcome" | "level" | "by" | "at">[];
  matches: { counts: Record<MatchBand, number>; checkedAt: Date | null };
  newer: Newer;
  earlier: EarlierView[];
  moreEarlier: number;
  repeats: string[];
  rating: RatingView | null;
  added: Added;
  files: number;
  open: Cases;
  notes: NoteView[];
  /** The other contacts of its bundle. */
  bundled: { reference: string; receivedAt: Date }[];
};

/** One contact as a screener meets it: who, what is new, what was said, what is not known, what was done. */
export async function readContact(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<ContactSummary> {
  return unitOfWork(context, actor, async (unit) => {
    const opened = await openContactPage(unit, actor, { reference, page: "summary" });
    const { head, found, key, facts } = opened;
    const { row } = found;
    const subjects = head.children.filter(isSubject).map(({ id }) => id);
    const [adults, decisions, counts, newer, earlier, ratings, notes, bundled, added, files, open] =
      await Promise.all([
        loadAdults(unit, row.id, key),
        loadDecisions(unit, row.id, key),
        countMatches(unit, actor, row.id),
        loadNewer(unit, actor, row.id),
        loadEarlier(unit, actor, { contactId: row.id, receivedAt: row.receivedAt, childIds: subjects }),
        loadRatings(unit, row.id, key),
        loadNotes(unit, row.id, key),
        readBundle(unit, actor, opened),
        loadAdded(unit, actor, opened),
        countFiles(unit, [row.id]),
        loadCases(unit, actor, { contactId: row.id, key, childIds: subjects }),
      ]);
    const told = earlier.contacts.flatMap(({ worries }) => (worries === null ? [] : [{ worries }]));
    return {
      head,
      facts,
      adults,
      notes,
      bundled,
      added,
      files: files.get(row.id) ?? 0,
      open,
      whatIsNew: whatIsNew(facts, row.matchedAt === null ? null : told),
      notKnownYet: notKnownYet({
        facts,
        children: head.children.filter(isSubject).map((child) => ({ ...child, ...child.said })),
        hasAddress: head.addressSecret || head.children.some(({ said }) => said.address !== null),
        adults: adults.length,
        partial: row.partial,
      }),
      unsettled: childrenUnsettled(head.children, localDate(unit.now)),
      decisions: [...decisions.values()].map(({ childId, outcome, level, by, at }) => ({
        childId,
        outcome,
        level,
        by,
        at,
      })),
      matches: { counts, checkedAt: row.matchedAt },
      newer,
      earlier: earlier.contacts,
      moreEarlier: earlier.more,
      repeats: earlier.repeats,
      rating: ratings[0] ?? null,
    };
  });
}

async function readBundle(unit: Unit, actor: StaffActor, { found: { row } }: OpenedContact) {
  if (row.bundleId === null) return [];
  const others = await unit.tx
    .select({ id: contact.id, reference: contact.reference, receivedAt: contact.receivedAt })
    .from(contact)
    .where(and(eq(contact.bundleId, row.bundleId), ne(contact.id, row.id), mayKnowOf(actor)))
    .orderBy(contact.receivedAt);
  const resultIds = others.map(({ id }) => id);
  await unit.audit({ kind: "list.viewed", contactId: row.id, facts: { list: "bundle", resultIds } });
  return others.map(({ reference, receivedAt }) => ({ reference, receivedAt }));
}
