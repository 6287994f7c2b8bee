import { countSurnames, sharedSurname, type Sitting } from "#domain/snooping";
import { isOpen, type WorkingCalendar } from "#domain/working-calendar";
import type { RawSitting } from "./read-sittings.ts";
import type { LookedAt, ReaderFacts } from "./sitting-facts.ts";

const dayMs = 86_400_000;

/** What the rules ask about each sitting; without those whose contact does not exist for whoever asks. */
export function joinFacts(
  raw: readonly RawSitting[],
  contacts: ReadonlyMap<string, LookedAt>,
  readers: ReadonlyMap<string, ReaderFacts>,
  calendar: WorkingCalendar,
): Sitting[] {
  const counts = countSurnames([...contacts.values()].map(({ surnames }) => surnames));
  return raw.flatMap(({ near, given, shownElsewhere, ...sitting }) => {
    const [found, reader] = [contacts.get(sitting.contactId), readers.get(sitting.readerId)];
    if (found === undefined || reader === undefined) return [];
    const { at, contactId } = sitting;
    const own = found.acts.filter(({ readerId }) => readerId === sitting.readerId);
    const before = own.filter((act) => act.at <= at);
    return {
      ...sitting,
      children: found.childIds.length,
      sameSurname: sharedSurname(reader.name, found.surnames, counts, contacts.size),
      given: given || own.some(({ took }) => took === "served"),
      related:
        near ||
        before.length > 0 ||
        [contactId, ...found.childIds].some((id) => (shownElsewhere.get(id) ?? Infinity) <= at.getTime()),
      acted: own.some((act) => act.took === null && act.at > at && act.at.getTime() < at.getTime() + dayMs),
      decidedBefore: found.decidedAt !== null && found.decidedAt < at,
      hubWasOpen: isOpen(at, calendar),
    };
  });
}
