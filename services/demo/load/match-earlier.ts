import { matchCandidate } from "#db/schema/people";
import type { MatchSubject } from "#domain/match-subject";
import { compare } from "#domain/matching";
import type { Arrived } from "./arrive.ts";
import type { PlannedContact } from "./plan-load.ts";
import type { Scribe } from "./sheaf.ts";
import { workDone } from "./work-done.ts";

type Known = { id: string; subject: MatchSubject };

/** Children of families that somebody will get in touch about again; older tellings than these are not compared. */
export type Memory = Map<number, Known[]>;
const rememberedAtMost = 8;

/**
 * What matching would have found, within one family: strangers who share a name or a birthday are left out, because to
 * find them takes the database. @returns how many earlier descriptions each child has
 */
export function matchEarlier(
  by: Scribe,
  arrived: Arrived,
  planned: PlannedContact,
  memory: Memory,
): Map<string, number> {
  const contactId = arrived.rows.contact.id;
  const known = memory.get(planned.family) ?? [];
  const found = arrived.children.flatMap(({ id, subject }) =>
    known.flatMap((earlier) => {
      const { band, facts } = compare(subject, earlier.subject);
      return band === "none" ? [] : [{ contactChildId: id, earlierChildId: earlier.id, band, facts }];
    }),
  );
  by.sheaf.add(
    matchCandidate,
    ...found.map((one) => ({ ...one, id: by.context.newId(), contactId, foundAt: by.now })),
  );
  const count = (band: string) => found.filter((one) => one.band === band).length;
  const facts = { sure: count("sure"), likely: count("likely"), possible: count("possible"), capped: false };
  by.audit({ kind: "contact.matched", contactId, facts });
  workDone(by, { kind: "match-contact", subjectId: contactId, facts: {} });
  if (planned.last) memory.delete(planned.family);
  else {
    const here = arrived.children.map(({ id, subject }) => ({ id, subject }));
    memory.set(planned.family, [...here, ...known].slice(0, rememberedAtMost));
  }
  return new Map(
    arrived.children.map(({ id }) => [id, found.filter((one) => one.contactChildId === id).length]),
  );
}
