import type { Role } from "./actor.ts";
import type { Ground } from "./grounds.ts";
import { surnameParts } from "./names.ts";

/**
 * Looks that somebody should ask about. None of these rules proves anything: each says in words why a look stands out,
 * and the records officer asks. What is held against nobody: a contact that was given to them, one that they worked on,
 * one that another contact of theirs led to.
 */
export const askReasons = [
  "same-surname",
  "many-children",
  "no-relation",
  "already-decided",
  "out-of-hours",
  "did-nothing",
] as const;
export type AskReason = (typeof askReasons)[number];

export const askReasonWords: Record<AskReason, string> = {
  "same-surname": "Somebody in it has their surname",
  "many-children": "They opened far more children in an hour than others in that job do",
  "no-relation": "It was not theirs: they did not hold it, and it did not come from work of theirs",
  "already-decided": "It was already decided, so nobody had to screen it",
  "out-of-hours": "The hub was closed, and they do not work then",
  "did-nothing": "They did nothing with it afterwards",
};

/** One reader's looks at one contact on one day, with everything about them that the rules ask. */
export type Sitting = {
  readerId: string;
  contactId: string;
  /** Their first look of that day. */
  at: Date;
  looks: number;
  children: number;
  /** Common: so many contacts bear the name that sharing it says little. */
  sameSurname: "no" | "common" | "rare";
  /** "Take the next" served it, or it was sent to their team or organisation: they did not choose it. */
  given: boolean;
  /** They held it or had worked on it, or a contact that they worked on led there. */
  related: boolean;
  /** They did something with it within a day. */
  acted: boolean;
  decidedBefore: boolean;
  hubWasOpen: boolean;
};

export type Asked = Sitting & { reasons: AskReason[] };

/** The grounds that say more than what somebody's job is. */
const near: readonly Ground[] = ["opened", "holder", "owner", "team", "recorded", "invited", "asked"];
export const isNear = (ground: string | null): boolean =>
  (near as readonly (string | null)[]).includes(ground);
const notChosen: readonly Ground[] = ["team", "invited", "asked"];
export const isGiven = (ground: string | null): boolean =>
  (notChosen as readonly (string | null)[]).includes(ground);

const worksAtNight = (roles: readonly Role[]) =>
  roles.includes("out_of_hours") || roles.includes("on_call_manager");
/** Reading what was decided is a part of their job. */
const oversees = (roles: readonly Role[]) =>
  roles.some((role) => ["manager", "on_call_manager", "auditor", "records_officer"].includes(role));

/** Readers are compared with those who do the same work. */
function jobOf(roles: readonly Role[]): string {
  if (oversees(roles)) return "oversees";
  return roles.some((role) => ["screener", "out_of_hours"].includes(role)) ? "screens" : "works after";
}

const hourMs = 3_600_000;
/** Fewer children in an hour are never too many: a large household and its two earlier contacts are as many. */
const neverTooMany = 12;
/** So many times what the busiest hours of the others hold. */
const timesPeers = 2;

/** For each sitting of one reader, the most children that they opened in any hour that holds it. */
export function childrenInAnHour(sittings: readonly Pick<Sitting, "at" | "children">[]): number[] {
  const most = sittings.map(() => 0);
  const inOrder = [...sittings.keys()].sort((a, b) => timeOf(sittings, a) - timeOf(sittings, b));
  for (const [from, first] of inOrder.entries()) {
    const hour = inOrder
      .slice(from)
      .filter((each) => timeOf(sittings, each) - timeOf(sittings, first) < hourMs);
    const children = hour.reduce((sum, each) => sum + (sittings[each]?.children ?? 0), 0);
    for (const each of hour) most[each] = Math.max(most[each] ?? 0, children);
  }
  return most;
}

const timeOf = (sittings: readonly Pick<Sitting, "at">[], index: number) =>
  sittings[index]?.at.getTime() ?? 0;

/** More children an hour than this stand out, beside the busiest hours of readers who do the same work. */
export function tooManyAbove(peersHours: readonly number[]): number {
  const sorted = [...peersHours].sort((a, b) => a - b);
  const busiest = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return Math.max(neverTooMany, busiest * timesPeers);
}

/** Why somebody should ask about a sitting; nothing when nobody should. */
export function reasonsToAsk(sitting: Sitting, roles: readonly Role[], many: boolean): AskReason[] {
  const idle = !sitting.related && !sitting.acted;
  const outOfHours = !sitting.hubWasOpen && !worksAtNight(roles);
  const stands: Record<AskReason, boolean> = {
    "same-surname": sitting.sameSurname !== "no" && !sitting.given,
    "many-children": many && idle,
    "no-relation": !sitting.related,
    "already-decided": sitting.decidedBefore && !sitting.related,
    "out-of-hours": outOfHours,
    "did-nothing": !sitting.acted,
  };
  const worthIt =
    (stands["same-surname"] && (sitting.sameSurname === "rare" || idle)) ||
    stands["many-children"] ||
    (idle && (outOfHours || (sitting.decidedBefore && !oversees(roles))));
  return worthIt ? askReasons.filter((reason) => stands[reason]) : [];
}

/** The sittings that somebody should ask about, in the order given. */
export function worthAsking(
  sittings: readonly Sitting[],
  rolesOf: (readerId: string) => readonly Role[],
): Asked[] {
  const byReader = new Map<string, Sitting[]>();
  for (const sitting of sittings)
    byReader.set(sitting.readerId, [...(byReader.get(sitting.readerId) ?? []), sitting]);
  const hours = new Map([...byReader].map(([reader, own]) => [reader, childrenInAnHour(own)]));
  const asked = new Map<Sitting, AskReason[]>();
  for (const [reader, own] of byReader) {
    const peers = [...hours].filter(
      ([other]) => other !== reader && jobOf(rolesOf(other)) === jobOf(rolesOf(reader)),
    );
    const limit = tooManyAbove(peers.flatMap(([, counts]) => counts));
    for (const [at, sitting] of own.entries()) {
      const many = (hours.get(reader)?.[at] ?? 0) > limit;
      asked.set(sitting, reasonsToAsk(sitting, rolesOf(reader), many));
    }
  }
  return sittings
    .map((sitting) => ({ ...sitting, reasons: asked.get(sitting) ?? [] }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** A surname on more than this share of the contacts is common, once there are enough of them to tell. */
const commonShare = 0.01;
const enoughToTell = 200;

/** How many of these contacts bear each part of a surname; `surnames` holds those of one contact. */
export function countSurnames(contacts: Iterable<ReadonlySet<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const surnames of contacts) for (const part of surnames) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

/** Whether a reader shares a surname with a contact, and whether that says much among `all` contacts. */
export function sharedSurname(
  reader: string,
  surnames: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  all: number,
): Sitting["sameSurname"] {
  const shared = surnamesIn(reader).filter((part) => surnames.has(part));
  if (shared.length === 0) return "no";
  const most = Math.max(enoughToTell, all) * commonShare;
  return shared.some((part) => (counts.get(part) ?? 0) <= most) ? "rare" : "common";
}

/** The surname of a whole name, in the parts that can each stand for it. */
export const surnamesIn = (name: string): string[] => surnameParts(name.trim().split(/\s+/).at(-1) ?? "");
