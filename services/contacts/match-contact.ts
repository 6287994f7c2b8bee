import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { matchCandidate } from "#db/schema/people";
import type { ChildParticulars } from "#domain/contact-facts";
import { searchKeys } from "#domain/match-keys";
import type { MatchSubject } from "#domain/match-subject";
import { compare, matchBands, type MatchBand } from "#domain/matching";
import { NotFound } from "../errors.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { findCandidates } from "./find-candidates.ts";
import { matchSubject } from "./match-subject.ts";

/** A page of matches that nobody reads to the end protects nobody; the strongest come first. */
const shownAtMost = 50;

type Described = { id: string; contactId: string; subject: MatchSubject };

/**
 * Finds earlier contacts that may be about the same children and keeps the facts that say so. It proposes: nothing is
 * linked, and running it again only brings its own proposals up to date.
 */
export async function matchContact(unit: Unit, contactId: string): Promise<void> {
  const children = await describe(unit, eq(contactChild.contactId, contactId));
  if (children.length === 0) throw new NotFound("no such contact");
  const found = await Promise.all(
    children.map(async (child) => {
      const { ids, capped } = await findCandidates(unit, child.subject, searchKeys(child.subject), contactId);
      return { child, ids, capped };
    }),
  );
  const earlier = await describeAll(unit, [...new Set(found.flatMap(({ ids }) => ids))]);
  const proposals = found.flatMap(({ child, ids }) =>
    ids
      .flatMap((id) => propose(child, earlier.get(id)))
      .sort((a, b) => matchBands.indexOf(a.band) - matchBands.indexOf(b.band))
      .slice(0, shownAtMost),
  );
  const rows = proposals.map((proposal) => ({
    ...proposal,
    id: unit.context.newId(),
    contactId,
    foundAt: unit.now,
  }));
  if (rows.length > 0) {
    await unit.tx
      .insert(matchCandidate)
      .values(rows)
      .onConflictDoUpdate({
        target: [matchCandidate.contactChildId, matchCandidate.earlierChildId],
        set: { band: sql`excluded.band`, facts: sql`excluded.facts`, foundAt: sql`excluded.found_at` },
      });
  }
  await unit.tx.update(contact).set({ matchedAt: unit.now }).where(eq(contact.id, contactId));
  const count = (band: MatchBand) => proposals.filter((proposal) => proposal.band === band).length;
  await unit.audit({
    kind: "contact.matched",
    contactId,
    facts: {
      sure: count("sure"),
      likely: count("likely"),
      possible: count("possible"),
      capped: found.some(({ capped }) => capped),
    },
  });
}

function propose(child: Described, other: Described | undefined) {
  if (!other) return [];
  const { band, facts } = compare(child.subject, other.subject);
  return band === "none" ? [] : [{ contactChildId: child.id, earlierChildId: other.id, band, facts }];
}

async function describeAll(unit: Unit, ids: readonly string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  // A contact that only cleared staff may know of gives no hint to anybody else (design 5.4).
  const described = await describe(
    unit,
    and(inArray(contactChild.id, [...ids]), isNull(contact.clearedOnlySince)),
  );
  return new Map(described.map((each) => [each.id, each]));
}

/** Children with what matching compares. One whose data key was destroyed is no longer known and is left out. */
async function describe(unit: Unit, which: ReturnType<typeof and>): Promise<Described[]> {
  const rows = await unit.tx
    .select({ child: contactChild, receivedAt: contact.receivedAt })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(which);
  const keys = await readDataKeys(
    unit,
    "contact",
    rows.map(({ child }) => child.contactId),
  );
  return rows.flatMap(({ child, receivedAt }) => {
    const key = keys.get(child.contactId);
    if (!key) return [];
    const place = { table: "contact_child", row: child.id, column: "particulars" };
    const particulars = open<ChildParticulars>(key, place, child.particulars);
    return [
      { id: child.id, contactId: child.contactId, subject: matchSubject(child, particulars, receivedAt) },
    ];
  });
}
