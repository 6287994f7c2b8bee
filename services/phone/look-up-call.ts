import { and, eq, inArray } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import { hold } from "#db/schema/screening";
import { staff } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { MatchFact } from "#domain/match-facts";
import { searchKeys } from "#domain/match-keys";
import { compare, matchBands, type MatchBand } from "#domain/matching";
import { addressIn, childrenIn } from "#domain/phone-call";
import { localDate } from "#domain/time-words";
import { describeChildren } from "../contacts/describe-children.ts";
import { findCandidates } from "../contacts/find-candidates.ts";
import { mayKnowOf } from "../contacts/known-to.ts";
import { submittedSubject } from "../contacts/match-subject.ts";
import type { Unit } from "../unit-of-work.ts";
import type { TypedCall } from "./open-call.ts";

export type CallMatch = {
  reference: string;
  receivedAt: Date;
  band: MatchBand;
  facts: readonly MatchFact[];
  /** Somebody works on it now: this call belongs to theirs. */
  heldBy: string | null;
};

/** The caller is on the line: the strongest are enough. */
const shown = 8;

/** Earlier contacts that may be about the children of a call, as far as this person may know of them. */
export async function lookUpCall(
  unit: Unit,
  actor: StaffActor,
  typed: TypedCall,
  callId: string,
): Promise<CallMatch[]> {
  const address = addressIn(typed);
  const children = childrenIn(typed, localDate(unit.now));
  const best = new Map<string, { band: MatchBand; facts: readonly MatchFact[] }>();
  for (const child of children) {
    const subject = submittedSubject(child, address, unit.now);
    const { ids } = await findCandidates(unit, subject, searchKeys(subject), callId);
    const others = await describeChildren(unit, ids);
    for (const id of ids) {
      const other = others.get(id);
      const found = other && !other.locked ? compare(subject, other.subject) : null;
      if (found === null || found.band === "none") continue;
      const before = best.get(id);
      if (before === undefined || strength(found.band) < strength(before.band))
        best.set(id, { band: found.band, facts: found.facts });
    }
  }
  const rows = await load(unit, actor, [...best.keys()]);
  const matches = rows.flatMap(({ childId, ...row }) => {
    const found = best.get(childId);
    return found === undefined ? [] : [{ ...row, ...found }];
  });
  await unit.audit({
    kind: "list.viewed",
    subjectId: callId,
    facts: { list: "call-matches", resultIds: rows.map(({ childId }) => childId) },
  });
  return matches
    .sort((a, b) => strength(a.band) - strength(b.band) || b.receivedAt.getTime() - a.receivedAt.getTime())
    .filter(({ reference }, at, all) => all.findIndex((one) => one.reference === reference) === at)
    .slice(0, shown);
}

const strength = (band: MatchBand): number => matchBands.indexOf(band);

async function load({ tx }: Unit, actor: StaffActor, childIds: readonly string[]) {
  if (childIds.length === 0) return [];
  return tx
    .select({
      childId: contactChild.id,
      ...{ reference: contact.reference, receivedAt: contact.receivedAt, heldBy: staff.name },
    })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .leftJoin(hold, eq(hold.contactId, contact.id))
    .leftJoin(staff, eq(staff.id, hold.holderId))
    .where(and(inArray(contactChild.id, [...childIds]), mayKnowOf(actor)));
}
