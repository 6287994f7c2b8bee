import { readWords, type StoredEvent } from "./event-words.ts";

/** One line of a contact's timeline. */
export type TimelineEvent = { id: string; at: Date; who: string; what: string };

/** An event with what it says; null for one that says nothing here. */
type ToldEvent = { id: string; at: Date; who: string; what: string | null; event: StoredEvent };

type Line = TimelineEvent & {
  /** The pages of a line that is nothing but reading, newest first. */
  pages: string[] | null;
};

/** Pages that one person read one after another, within this time, are one line. */
const oneSittingMs = 15 * 60_000;

/**
 * The lines of a timeline, newest first as the events are. A screener opens a dozen pages for each thing that they do:
 * a line for each would bury what was done, so a sitting's reading is one line that names every page once.
 */
export function timelineLines(events: readonly ToldEvent[]): TimelineEvent[] {
  const lines: Line[] = [];
  for (const { id, at, who, what, event } of events) {
    if (what === null || tellsOfALock(event) || tellsOfAnAdult(event)) continue;
    const page = readWords(event);
    const sitting = page === null ? null : pagesOfSitting(lines.at(-1), who, at);
    if (page === null || sitting === null)
      lines.push({ id, at, who, what, pages: page === null ? null : [page] });
    else if (!sitting.includes(page)) sitting.push(page);
  }
  return lines.map(({ pages, ...line }) => (pages === null ? line : { ...line, what: pagesInWords(pages) }));
}

const aboutLocks: readonly string[] = [
  "contact-for-manager",
  "contact-named",
  "glass-broken",
  "glass-unreviewed",
];
const aboutAdults: readonly string[] = ["lado-opened", "lado-untaken"];

/**
 * Whether an event is there only because a contact is, or was, one that cleared staff alone may know of. Once it is given
 * back the whole hub reads its timeline, and would learn what it had been taken for; the audit trail has it all.
 */
function tellsOfALock({ kind, facts }: StoredEvent): boolean {
  const { page, message = "", because } = facts as { page?: string; message?: string; because?: string };
  if (kind === "contact.viewed") return page === "restrict";
  if (kind !== "message.accepted" && kind !== "message.dropped") return false;
  return aboutLocks.includes(message) || because === "told-one-by-one";
}

/** Whether an event is there only because somebody who works with children is worried about: that is sealed. */
function tellsOfAnAdult({ kind, facts }: StoredEvent): boolean {
  const { page, message = "" } = facts as { page?: string; message?: string };
  return kind === "contact.viewed" ? page === "lado" : aboutAdults.includes(message);
}

function pagesOfSitting(last: Line | undefined, who: string, at: Date): string[] | null {
  if (last === undefined || last.who !== who) return null;
  return last.at.getTime() - at.getTime() <= oneSittingMs ? last.pages : null;
}

/** "Read the summary, matches and history, and the timeline", in the order in which they were read. */
function pagesInWords([last = "it", ...earlier]: readonly string[]): string {
  const others = [...earlier].reverse();
  const said = others.length > 1 ? `${others.join(", ")}, and ` : others.map((one) => `${one} and `).join("");
  return `Read ${said}${last}`;
}
