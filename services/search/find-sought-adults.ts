import { sql } from "drizzle-orm";
import type { Reader } from "#domain/clearance";
import { nameWords } from "#domain/names";
import { datesNear } from "#domain/search/search-hit";
import { keysToSearch } from "#domain/search/search-keys";
import { knownRow } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";
import { altogether, perKey, type Asked, type SoughtOne } from "./find-sought.ts";
import { narrowed } from "./narrowed.ts";

/** Adults whom a search may be about: by names and birth dates, which is all that is kept of them to be found by. */
export async function findSoughtAdults(
  unit: Unit,
  reader: Reader,
  { search, narrowing, alike }: Asked,
): Promise<{ found: SoughtOne[]; capped: boolean }> {
  const { words, born } = search;
  if (words.length === 0 && born === null) return { found: [], capped: false };
  const nothing = { nhsNumber: null, upn: null, phone: null, postcode: null, schools: [] };
  const keys = keysToSearch({ ...search, ...nothing }, alike);
  const { swapped, near } = born === null ? { swapped: null, near: [] } : datesNear(born);
  const dates = [born, swapped, ...near].filter((date) => date !== null);
  const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;
  const rows = await unit.tx.execute<Row>(sql`
    with found as (
      select key.id, key.place
      from unnest(${texts(keys.map(({ kind }) => kind))}, ${texts(keys.map(({ value }) => value))}) as wanted(kind, value)
      cross join lateral (
        select id, row_number() over () as place from (
          select contact_adult_id as id from adult_key
          where kind = wanted.kind and value = wanted.value order by contact_adult_id desc limit ${perKey}
        ) newest
      ) key
      union all
      select adult.id, adult.place from unnest(${texts(dates)}) as wanted(born)
      cross join lateral (
        select id, row_number() over () as place from (
          select id from contact_adult where date_of_birth = wanted.born::date order by id desc limit ${perKey}
        ) newest
      ) adult
    )
    select adult.id, adult.contact_id, adult.name, adult.date_of_birth::text as born, found.place,
      (${narrowed(unit, narrowing, sql`c`)}) as fits
    from (
      select id, max(place)::int as place from found group by id order by count(*) desc, id desc limit ${altogether}
    ) found
    join contact_adult adult on adult.id = found.id
    join contact c on c.id = adult.contact_id
    where c.erased_at is null and ${knownRow(reader, sql`c`)}`);
  return {
    found: rows.filter(({ fits }) => fits).map(soughtAdult),
    capped: rows.length === altogether || rows.some(({ place }) => place >= perKey),
  };
}

type Row = {
  id: string;
  contact_id: string;
  name: string;
  born: string | null;
  place: number;
  fits: boolean;
};

function soughtAdult({ id, contact_id: contactId, name, born }: Row): SoughtOne {
  const [firstName = null, ...rest] = nameWords(name);
  const lastName = rest.length === 0 ? null : rest.join(" ");
  const known = { firstName, lastName, alsoKnownAs: null, dateOfBirth: born, postcode: null };
  return { ...known, id, contactId, whose: "adult", by: {} };
}
