import { sql } from "drizzle-orm";
import { bringsTogether, searchKeys, type MatchKey } from "#domain/match-keys";
import type { MatchSubject } from "#domain/match-subject";
import { nameWords } from "#domain/names";
import type { Unit } from "../unit-of-work.ts";
import { wantedKeys } from "./match-key-rows.ts";

/** Newest first under each key; one household or one common name never fills more of the list than this. */
const perKey = 40;
const altogether = 300;
/**
 * Two parts of a birth date and one name bring many strangers together: of those the newest few are compared, or a look-up
 * among a million would compare twice as many as one among ten thousand.
 */
const wideKinds = ["birthday_name", "month_name", "year_day_name"];
const perWideKey = 12;
/** Names that are spelled like this one, from the dictionary of distinct names. */
const similarNames = 5;

/**
 * Earlier children who share a key with this one, or would if a name were spelled as another name that we know is.
 * @returns `capped` when a list was cut: the page says so
 */
export async function findCandidates(
  unit: Unit,
  subject: MatchSubject,
  keys: readonly MatchKey[],
  contactId: string,
): Promise<{ ids: string[]; capped: boolean }> {
  const spelled = await respellings(unit, subject);
  const wanted = [...keys, ...spelled]
    .filter(bringsTogether)
    .flatMap((key) => wantedKeys(unit.context.keys, key));
  if (wanted.length === 0) return { ids: [], capped: false };
  const rows = await unit.tx.execute<{ id: string; place: number }>(sql`
    select found.contact_child_id as id, max(found.place)::int as place
    from unnest(${sql.param(wanted.map(({ kind }) => kind))}::text[], ${sql.param(wanted.map(({ value }) => value))}::text[]) as wanted(kind, value)
    cross join lateral (
      select contact_child_id, row_number() over () as place
      from (
        select contact_child_id from match_key
        where kind = wanted.kind and value = wanted.value and contact_id <> ${contactId}
        order by contact_child_id desc limit ${perKey}
      ) as newest
    ) as found
    where found.place <= ${perWideKey} or wanted.kind <> all(${sql.param(wideKinds)}::text[])
    group by found.contact_child_id
    order by count(*) desc, found.contact_child_id desc
    limit ${altogether}`);
  const capped = rows.length === altogether || rows.some(({ place }) => place === perKey);
  return { ids: rows.map(({ id }) => id), capped };
}

/** The keys that this child would have under names that look alike: "Smyht" finds Smith, which does not sound so. */
async function respellings(unit: Unit, subject: MatchSubject): Promise<MatchKey[]> {
  const surname = nameWords(subject.lastName).join(" ");
  if (surname.length < 4) return [];
  const alike = await unit.tx.execute<{ token: string }>(sql`
    select token from name where token % ${surname} and token <> ${surname}
    order by similarity(token, ${surname}) desc limit ${similarNames}`);
  return alike.flatMap(({ token }) => searchKeys({ ...subject, lastName: token }));
}
