import { eq, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { matchCandidate } from "#db/schema/people";
import { searchKeys } from "#domain/match-keys";
import { compare, matchBands, type Comparison, type MatchBand } from "#domain/matching";
import { NotFound } from "../errors.ts";
import { tellOfLocked } from "../restricted/lock-arriving.ts";
import { lockCompared } from "../restricted/lock-compared.ts";
import { keepRestrictions } from "../restricted/spread-restriction.ts";
import type { Unit } from "../unit-of-work.ts";
import { describeChildren, describeContact, type Described } from "./describe-children.ts";
import { findCandidates } from "./find-candidates.ts";

/** A page of matches that nobody reads to the end protects nobody; the strongest come first. */
const shownAtMost = 50;

type Proposal = {
  contactChildId: string;
  earlierChildId: string;
  band: MatchBand;
  facts: Comparison["facts"];
};

/**
 * Finds earlier contacts that may be about the same children and keeps the facts that say so. It proposes: nothing is
 * linked, and running it again only brings its own proposals up to date.
 */
export async function matchContact(unit: Unit, contactId: string): Promise<void> {
  await keepRestrictions(unit);
  const children = await describeContact(unit, contactId);
  if (children.length === 0) throw new NotFound("no such contact");
  const found = await Promise.all(
    children.map(async (child) => {
      const { ids, capped } = await findCandidates(unit, child.subject, searchKeys(child.subject), contactId);
      return { child, ids, capped };
    }),
  );
  const earlier = await describeChildren(unit, [...new Set(found.flatMap(({ ids }) => ids))]);
  const isLocked = ({ earlierChildId }: Proposal) => earlier.get(earlierChildId)?.locked === true;
  const like = found.map(({ child, ids }) =>
    ids
      .flatMap((id) => propose(child, earlier.get(id)))
      .sort((a, b) => matchBands.indexOf(a.band) - matchBands.indexOf(b.band)),
  );
  // A contact that only cleared staff may know of gives no hint to anybody else (design 5.4).
  const known = like.map((ofChild) => ofChild.filter((one) => !isLocked(one)));
  const likeLocked = like.flat().filter(isLocked);
  const lockedBefore = children.some(({ locked }) => locked);
  const forTheCleared =
    lockedBefore ||
    (await lockCompared(
      unit,
      contactId,
      likeLocked.map((one) => one.earlierChildId),
    ));
  if (lockedBefore) await tellOfLocked(unit, contactId);
  const proposals = (forTheCleared ? like : known).flatMap((ofChild) => ofChild.slice(0, shownAtMost));
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
  const capped = found.some((ofChild) => ofChild.capped) || like.some(({ length }) => length > shownAtMost);
  await unit.tx
    .update(contact)
    .set({ matchedAt: unit.now, matchesCut: capped })
    .where(eq(contact.id, contactId));
  // The numbers stay on the timeline when the contact is the hub's again, and must not count what is not.
  const told = known.flatMap((ofChild) => ofChild.slice(0, shownAtMost));
  const count = (band: MatchBand) => told.filter((proposal) => proposal.band === band).length;
  await unit.audit({
    kind: "contact.matched",
    contactId,
    facts: {
      sure: count("sure"),
      likely: count("likely"),
      possible: count("possible"),
      capped,
    },
  });
}

function propose(child: Described, other: Described | undefined): Proposal[] {
  if (!other) return [];
  const { band, facts } = compare(child.subject, other.subject);
  return band === "none" ? [] : [{ contactChildId: child.id, earlierChildId: other.id, band, facts }];
}
