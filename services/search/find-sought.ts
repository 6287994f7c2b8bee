import { sql } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { datesNear, foundByKinds, type FoundBy, type Sought } from "#domain/search/search-hit";
import type { Search } from "#domain/search/read-search";
import { keysToSearch, type Alike } from "#domain/search/search-keys";
import type { SearchNarrowing } from "#domain/search/search-narrowing";
import { knownRow } from "../contacts/known-to.ts";
import { wantedKeys } from "../contacts/match-key-rows.ts";
import type { Unit } from "../unit-of-work.ts";
import { narrowed } from "./narrowed.ts";

/** A child or an adult of one contact. */
export type SoughtOne = Sought & { id: string; contactId: string; whose: "child" | "adult"; by: FoundBy };

/** What is looked for, and how its names may be spelled. */
export type Asked = { search: Search; narrowing: SearchNarrowing; alike: Alike };

/** Newest first under each key: what stands behind so many of one name is found by saying more. */
export const perKey = 50;
export const altogether = 250;

/**
 * Children whom a search may be about, of contacts that exist for this person. Every way in is an index, and each is read
 * for so many rows at most.
 * @returns `capped` when there were more
 */
export async function findSoughtChildren(
  unit: Unit,
  reader: Reader,
  { search, narrowing, alike }: Asked,
): Promise<{ found: SoughtOne[]; capped: boolean }> {
  const keys = keysToSearch(search, alike).flatMap((key) => wantedKeys(unit.context.keys, key));
  const { swapped, near } = search.born === null ? { swapped: null, near: [] } : datesNear(search.born);
  const dates = [search.born, swapped, ...near].filter((date) => date !== null);
  const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;
  const rows = await unit.tx.execute<Row>(sql`
    with found as (
      select key.id, wanted.kind, key.place
      from unnest(${texts(keys.map(({ kind }) => kind))}, ${texts(keys.map(({ value }) => value))}) as wanted(kind, value)
      cross join lateral (
        select id, row_number() over () as place from (
          select contact_child_id as id from match_key
          where kind = wanted.kind and value = wanted.value order by contact_child_id desc limit ${perKey}
        ) newest
      ) key
      union all
      select child.id, 'born', child.place from unnest(${texts(dates)}) as wanted(born)
      cross join lateral (
        select id, row_number() over () as place from (
          select id from contact_child where date_of_birth = wanted.born::date order by id desc limit ${perKey}
        ) newest
      ) child
      union all
      select id, 'postcode', row_number() over () from (
        select id from contact_child where postcode = ${search.postcode} order by id desc limit ${perKey}
      ) near
      union all
      select child.id, 'reference', 1 from contact join contact_child child on child.contact_id = contact.id
      where contact.reference = ${search.reference}
    )
    select child.id, child.contact_id, child.first_name, child.last_name, child.also_known_as,
      child.date_of_birth::text, child.postcode, found.kinds, found.place,
      (${narrowed(unit, narrowing, sql`c`)}) as fits
    from (
      select id, array_agg(distinct kind) as kinds, max(place)::int as place
      from found group by id order by count(*) desc, id desc limit ${altogether}
    ) found
    join contact_child child on child.id = found.id
    join contact c on c.id = child.contact_id
    where c.erased_at is null and ${knownRow(reader, sql`c`)}`);
  return {
    found: rows.filter(({ fits }) => fits).map(soughtChild),
    capped: rows.length === altogether || rows.some(({ place }) => place >= perKey),
  };
}

type Row = {
  id: string;
  contact_id: string;
  first_name: string | null;
  last_name: string | null;
  also_known_as: string | null;
  date_of_birth: string | null;
  postcode: string | null;
  kinds: string[];
  place: number;
  fits: boolean;
};

const soughtChild = (row: Row): SoughtOne => ({
  whose: "child",
  ...{ id: row.id, contactId: row.contact_id, firstName: row.first_name, lastName: row.last_name },
  ...{ alsoKnownAs: row.also_known_as, dateOfBirth: row.date_of_birth, postcode: row.postcode },
  by: Object.fromEntries(foundByKinds.filter((kind) => row.kinds.includes(kind)).map((kind) => [kind, true])),
});
