import { sql } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { adultKeys, swapDayAndMonth } from "#domain/match-keys";
import { nameWords } from "#domain/names";
import { sameAdult, type AdultFact } from "#domain/same-adult";
import type { Unit } from "../unit-of-work.ts";
import { knownRow } from "./known-to.ts";

/** An adult of this contact, and one of another contact who may be the same. */
export type AdultFound = {
  here: { id: string; name: string };
  there: { id: string; name: string; dateOfBirth: string | null };
  facts: AdultFact[];
  other: { id: string; reference: string; receivedAt: Date };
};

/** Newest first under each key and each home; a name that many bear fills no page. */
const perKey = 20;
const homesAtMost = 40;
const shownAtMost = 10;
/** Of the keys of an adult: without a birth date their name would bring everybody of it. */
const kinds: readonly string[] = ["dob_last", "dob_first"];

/** "Adichie Ngozi" of "Ngozi Adichie". */
const turned = (name: string) => nameWords(name).reverse().join(" ");

type Own = { id: string; name: string; born: string | null };
type Row = { own: string; id: string; name: string; born: string | null; home: boolean } & {
  contact_id: string;
  reference: string;
  received_at: string;
};

/** Adults whom other contacts name and who may be those of this one, among contacts that exist for whoever asks. */
export async function findAdults(unit: Unit, reader: Reader, contactId: string): Promise<AdultFound[]> {
  const own = await unit.tx.execute<Own>(sql`
    select id, name, date_of_birth::text as born from contact_adult where contact_id = ${contactId} order by ordinal`);
  if (own.length === 0) return [];
  const keys = own.flatMap(({ id, name, born }) =>
    [born, swapDayAndMonth(born)]
      .filter((date) => date !== null)
      .flatMap((dateOfBirth) =>
        [name, turned(name)].flatMap((called) => adultKeys({ name: called, dateOfBirth })),
      )
      .filter(({ kind }) => kinds.includes(kind))
      .map((key) => ({ ...key, id })),
  );
  const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;
  const rows = await unit.tx.execute<Row>(sql`
    with homes as materialized (
      select distinct near.contact_id from contact_child child
      join match_key mine on mine.contact_child_id = child.id and mine.kind = 'address'
      cross join lateral (
        select contact_id from match_key where kind = 'address' and value = mine.value and contact_id <> ${contactId}
        order by contact_child_id desc limit ${homesAtMost}
      ) near
      where child.contact_id = ${contactId}
    ),
    found as (
      select wanted.own::uuid as own, near.id from unnest(${texts(keys.map(({ id }) => id))}, ${texts(keys.map(({ kind }) => kind))},
        ${texts(keys.map(({ value }) => value))}) as wanted(own, kind, value)
      cross join lateral (
        select contact_adult_id as id from adult_key where kind = wanted.kind and value = wanted.value
          and contact_id <> ${contactId} order by contact_adult_id desc limit ${perKey}
      ) near
      union
      select mine.id, theirs.id from contact_adult mine, homes join contact_adult theirs on theirs.contact_id = homes.contact_id
      where mine.contact_id = ${contactId}
    )
    select found.own, theirs.id, theirs.name, theirs.date_of_birth::text as born, c.id as contact_id, c.reference,
      c.received_at, exists (select from homes where homes.contact_id = c.id) as home
    from found join contact_adult theirs on theirs.id = found.id join contact c on c.id = theirs.contact_id
    where c.erased_at is null and ${knownRow(reader, sql`c`)}
    order by c.received_at desc, theirs.id`);
  return rows
    .flatMap((row): AdultFound[] => {
      const here = own.find(({ id }) => id === row.own);
      const facts =
        here &&
        sameAdult(
          { name: here.name, dateOfBirth: here.born },
          { name: row.name, dateOfBirth: row.born },
          row.home,
        );
      if (!here || !facts) return [];
      return [
        {
          here: { id: here.id, name: here.name },
          there: { id: row.id, name: row.name, dateOfBirth: row.born },
          facts,
          other: { id: row.contact_id, reference: row.reference, receivedAt: new Date(row.received_at) },
        },
      ];
    })
    .slice(0, shownAtMost);
}
