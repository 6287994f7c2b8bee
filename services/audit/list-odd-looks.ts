import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { may } from "#domain/permissions";
import { periodOf, type Period } from "#domain/period";
import { askReasonWords, worthAsking, type Asked } from "#domain/snooping";
import { calendarOf } from "#domain/working-calendar";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { joinFacts } from "./join-facts.ts";
import type { Looker } from "./read-listings.ts";
import { readSittings } from "./read-sittings.ts";
import { factsOfContacts, factsOfReaders } from "./sitting-facts.ts";

export type OddLook = { key: string; at: Date; reference: string; looks: number; why: string[] };
/** One reader's looks that somebody should ask about, as many of them as stand on this page. */
export type OddReader = { id: string; by: Looker; asked: number; of: number; looks: OddLook[] };

export type OddLooks = {
  period: Period;
  problems: Readonly<Record<string, string>>;
  readers: OddReader[];
  page: number;
  pages: number;
  /** Looks at contacts in the period, and how many of them somebody should ask about. */
  looks: number;
  asked: number;
  cut: boolean;
};

const rowsAPage = 50;

/**
 * The looks of a period that the records officer should ask about, by reader, whoever has most of them first; their own
 * too. Names are compared here and forgotten: of a contact the page has its reference. Opening it is recorded as a look
 * at every contact that it shows.
 */
export async function listOddLooks(
  context: Context,
  actor: StaffActor,
  query: { from: string | null; until: string | null; page: number },
): Promise<OddLooks> {
  if (!may(actor, "review-looking")) throw new Forbidden("review-looking");
  return unitOfWork(context, actor, async (unit) => {
    const { period, problems } = periodOf(query, unit.now);
    const [from, until] = [localInstant(period.from, "00:00"), localInstant(period.dayAfter, "00:00")];
    const { sittings: raw, looks, cut } = await readSittings(unit, from, until);
    const [contacts, readers] = await Promise.all([
      factsOfContacts(unit, actor, [...new Set(raw.map(({ contactId }) => contactId))]),
      factsOfReaders(unit, [...new Set(raw.map(({ readerId }) => readerId))]),
    ]);
    const sittings = joinFacts(raw, contacts, readers, calendarOf(context.settings));
    const asked = worthAsking(sittings, (id) => readers.get(id)?.roles ?? []);
    const rows = whoeverHasMostFirst(asked);
    const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
    const page = Math.min(query.page, pages);
    const shown = rows.slice((page - 1) * rowsAPage, page * rowsAPage);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "looking", resultIds: [...new Set(shown.map(({ contactId }) => contactId))] },
    });
    const count = (all: readonly { readerId: string }[], id: string) =>
      all.filter(({ readerId }) => readerId === id).length;
    return {
      ...{ period, problems, page, pages, looks, asked: asked.length, cut },
      readers: [...new Set(shown.map(({ readerId }) => readerId))].flatMap((id) => {
        const reader = readers.get(id);
        if (reader === undefined) return [];
        const { roles: _, ...by } = reader;
        const own = shown.filter(({ readerId }) => readerId === id);
        const lines = own.map((each) => line(each, contacts.get(each.contactId)?.reference ?? ""));
        return [{ id, by, asked: count(asked, id), of: count(sittings, id), looks: lines }];
      }),
    };
  });
}

function whoeverHasMostFirst(asked: readonly Asked[]): Asked[] {
  const counts = new Map<string, number>();
  for (const { readerId } of asked) counts.set(readerId, (counts.get(readerId) ?? 0) + 1);
  return [...asked].sort(
    (a, b) =>
      (counts.get(b.readerId) ?? 0) - (counts.get(a.readerId) ?? 0) ||
      (a.readerId < b.readerId ? -1 : a.readerId > b.readerId ? 1 : b.at.getTime() - a.at.getTime()),
  );
}

const line = ({ readerId, contactId, at, looks, reasons }: Asked, reference: string): OddLook => ({
  key: `${readerId} ${contactId} ${at.getTime()}`,
  ...{ at, reference, looks, why: reasons.map((reason) => askReasonWords[reason]) },
});
