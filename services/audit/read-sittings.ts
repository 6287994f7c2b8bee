import { sql } from "drizzle-orm";
import { lookKinds } from "#domain/look-words";
import { isGiven, isNear } from "#domain/snooping";
import { localDate } from "#domain/time-words";
import type { Unit } from "../unit-of-work.ts";

/** One reader's looks at one contact on one day, as far as the events of the looks themselves tell. */
export type RawSitting = {
  readerId: string;
  contactId: string;
  at: Date;
  looks: number;
  near: boolean;
  given: boolean;
  /** When pages about other contacts first showed this reader what, on that day: ids of contacts and of children. */
  shownElsewhere: ReadonlyMap<string, number>;
};

export type Sittings = {
  sittings: RawSitting[];
  looks: number;
  /** More was recorded than is read at once. */
  cut: boolean;
};

/** Rows of one query; and of all of them: a month of a very busy hub, and some ten seconds. */
const eventsAtOnce = 5_000;
const eventsAtMost = 400_000;

/** Lists on a contact's own page that lead to other contacts. */
const leadingLists = ["matches", "earlier", "newer", "bundle"];

type Row = {
  id: string;
  at: string;
  kind: string;
  reader: string;
  contact: string;
  because: string | null;
  shown: string[] | null;
};

/** Reads who looked at which contact in a period, from the audit trail, some thousand events at a time. */
export async function readSittings(unit: Unit, from: Date, until: Date): Promise<Sittings> {
  const sittings = new Map<string, RawSitting>();
  const shown = new Map<string, Map<string, number>>();
  const shownTo = (reader: string, day: string) => {
    const key = `${reader} ${day}`;
    const known = shown.get(key) ?? new Map<string, number>();
    shown.set(key, known);
    return known;
  };
  const kinds = lookKinds.filter((kind) => kind !== "access.denied");
  let [looks, read] = [0, 0];
  let after = { at: from.toISOString(), id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const rows: Row[] = await unit.tx.execute<Row>(sql`
      select id, at, kind, actor_id as reader, contact_id as contact, facts->>'because' as because,
        case when kind = 'list.viewed' then array(select jsonb_array_elements_text(facts->'resultIds')) end as shown
      from audit_event
      where at >= ${after.at}::timestamptz and at < ${until.toISOString()}
        and (at, id) > (${after.at}::timestamptz, ${after.id}::uuid)
        and actor_kind = 'staff' and contact_id is not null
        and (kind = any(${sql.param(kinds)}::text[])
          or (kind = 'list.viewed' and facts->>'list' = any(${sql.param(leadingLists)}::text[])))
      order by at, id limit ${eventsAtOnce}`);
    for (const row of rows) {
      const at = new Date(row.at);
      const day = localDate(at);
      const elsewhere = shownTo(row.reader, day);
      if (row.kind === "list.viewed") {
        for (const id of row.shown ?? []) if (!elsewhere.has(id)) elsewhere.set(id, at.getTime());
        continue;
      }
      looks += 1;
      const key = `${row.reader} ${row.contact} ${day}`;
      const known = sittings.get(key);
      sittings.set(key, {
        ...{
          readerId: row.reader,
          contactId: row.contact,
          at: known?.at ?? at,
          looks: (known?.looks ?? 0) + 1,
        },
        near: known?.near === true || isNear(row.because),
        given: known?.given === true || isGiven(row.because),
        shownElsewhere: elsewhere,
      });
    }
    read += rows.length;
    const last = rows.at(-1);
    const cut = read >= eventsAtMost;
    if (rows.length < eventsAtOnce || last === undefined || cut)
      return { sittings: [...sittings.values()], looks, cut };
    after = { at: last.at, id: last.id };
  }
}
