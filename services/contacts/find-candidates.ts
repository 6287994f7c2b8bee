import { sql } from "drizzle-orm";
import type { Sex } from "#domain/intake";
import { bringsTogether, searchKeys, type MatchKey, type MatchKeyKind } from "#domain/match-keys";
import { foresee, foreseenOrder } from "#domain/matching";
import { emptySubject, type MatchSubject } from "#domain/match-subject";
import { nameWords } from "#domain/names";
import type { Unit } from "../unit-of-work.ts";
import { alikeNames } from "./alike-names.ts";
import { wantedKeys } from "./match-key-rows.ts";

/** Newest first under each key; one household or one common name never fills more of the list than this. */
const perKey = 40;
const altogether = 300;
/**
 * Two parts of a birth date and one name bring many strangers together: of those the newest few are compared, or a look-up
 * among a million would compare twice as many as one among ten thousand.
 */
const wideKinds: readonly MatchKeyKind[] = ["birthday_name", "month_name", "year_day_name"];
const perWideKey = 12;
/**
 * Beside those who look sure or likely, this many are opened and compared in full: namesakes grow with a hub, and who reads
 * to the end of a list of them?
 */
const weakAtMost = 12;
/** Names that are spelled like this one, from the dictionary of distinct names; shorter ones are like too many. */
const similarNames = 5;
const lettersAtLeast = 4;

/**
 * Earlier children who share a key with this one, or would if a name were spelled as another name that we know is; without
 * those of whom what stands in the open says already that they are somebody else.
 * @returns `capped` when a list was cut: the page says so
 */
export async function findCandidates(
  unit: Unit,
  subject: MatchSubject,
  keys: readonly MatchKey[],
  contactId: string,
): Promise<{ ids: string[]; capped: boolean }> {
  const spelled = await respellings(unit, subject);
  const all = [...keys, ...spelled].filter(bringsTogether);
  const distinct = [...new Map(all.map((key) => [`${key.kind} ${key.value}`, key])).values()];
  const wanted = distinct.flatMap((key) => wantedKeys(unit.context.keys, key));
  if (wanted.length === 0) return { ids: [], capped: false };
  const atMost = wanted.map(({ kind }) => (wideKinds.includes(kind) ? perWideKey : perKey));
  const rows = await unit.tx.execute<Row>(sql`
    select found.id, found.kinds, found.cut, child.first_name, child.last_name, child.also_known_as,
      child.date_of_birth::text as born, child.due_date::text as due, child.estimated_age, child.sex, child.postcode
    from (
      select newest.id, array_agg(distinct wanted.kind) as kinds, count(*) as shared,
        coalesce(array_agg(distinct wanted.kind) filter (where newest.place = ${perKey}), '{}') as cut
      from unnest(${sql.param(wanted.map(({ kind }) => kind))}::text[], ${sql.param(wanted.map(({ value }) => value))}::text[],
        ${sql.param(atMost)}::int[]) as wanted(kind, value, most)
      cross join lateral (
        select contact_child_id as id, row_number() over (order by contact_child_id desc) as place from match_key
        where kind = wanted.kind and value = wanted.value and contact_id <> ${contactId}
        order by contact_child_id desc limit wanted.most
      ) as newest
      group by newest.id
      order by shared desc, newest.id desc
      limit ${altogether}
    ) as found
    join contact_child child on child.id = found.id
    order by found.shared desc, found.id desc`);
  const cut = new Set(rows.flatMap((row) => row.cut));
  const rankOf = (row: Row): number =>
    row.born === null && row.estimated_age !== null
      ? foreseenOrder.indexOf("possible")
      : foreseenOrder.indexOf(foresee(subject, inTheOpen(row, subject, cut)));
  const ranked = rows
    .map((row) => ({ id: row.id, rank: rankOf(row) }))
    .filter(({ rank }) => rank < foreseenOrder.indexOf("none"))
    .sort((a, b) => a.rank - b.rank);
  const strong = ranked.filter(({ rank }) => rank <= foreseenOrder.indexOf("likely"));
  const ids = ranked.slice(0, strong.length + weakAtMost).map(({ id }) => id);
  return { ids, capped: rows.length === altogether || cut.size > 0 || ids.length < ranked.length };
}

type Row = {
  id: string;
  kinds: MatchKeyKind[];
  cut: MatchKeyKind[];
  first_name: string | null;
  last_name: string | null;
  also_known_as: string | null;
  born: string | null;
  due: string | null;
  estimated_age: number | null;
  sex: Sex;
  postcode: string | null;
};

/**
 * What is not sealed of another child, with what a key says is the same. Where a list of a key was cut, whoever is missing
 * in it may have it.
 */
function inTheOpen(row: Row, subject: MatchSubject, cut: ReadonlySet<MatchKeyKind>): MatchSubject {
  const shares = (kind: MatchKeyKind) => row.kinds.includes(kind) || cut.has(kind);
  return {
    ...emptySubject,
    ...{ firstName: row.first_name, lastName: row.last_name, alsoKnownAs: row.also_known_as },
    ...{ dateOfBirth: row.born, dueDate: row.due, sex: row.sex, postcode: row.postcode },
    address: shares("address") ? subject.address : [],
    phones: shares("phone") ? subject.phones : [],
    nhsNumber: shares("nhs") ? subject.nhsNumber : null,
    upn: shares("upn") ? subject.upn : null,
  };
}

/** The keys that this child would have under names that look alike: "Smyht" finds Smith, which does not sound so. */
async function respellings(unit: Unit, subject: MatchSubject): Promise<MatchKey[]> {
  const surname = nameWords(subject.lastName).join(" ");
  if (surname.length < lettersAtLeast) return [];
  const alike = (await alikeNames(unit, [surname], similarNames)).get(surname) ?? [];
  return alike.flatMap((lastName) => searchKeys({ ...subject, lastName }));
}
