import { asc, inArray, sql } from "drizzle-orm";
import { contactAdult, contactChild } from "#db/schema/intake";
import { matchKey } from "#db/schema/people";
import { householdFacts, sharedHousehold, type HouseholdFact, type HouseholdSaid } from "#domain/household";
import type { Reader } from "#domain/clearance";
import type { Unit } from "../unit-of-work.ts";
import { knownRow } from "../contacts/known-to.ts";

/** More than any household sends in a month; a family that is everybody's neighbour fills no page. */
const comparedAtMost = 40;

export type HouseholdFound = { contactId: string; facts: HouseholdFact[] };

/**
 * Other contacts of the last days that may be about the same household, each with why, and only those that are not
 * decided and that exist for whoever asks. It proposes: a person puts contacts together.
 *
 * It starts from what is open, so it costs what is open and not what was ever sent.
 */
export async function findHousehold(
  unit: Unit,
  reader: Reader,
  contactId: string,
): Promise<HouseholdFound[]> {
  const { tx, now, context } = unit;
  const since = new Date(now.getTime() - context.settings.bundleDays * 86_400_000).toISOString();
  const rows = await tx.execute<{ id: string; bands: string[]; said: boolean }>(sql`
    with near as materialized (
      select distinct c.id from clock k join contact c on c.id = k.contact_id
      where k.kind = 'decision' and k.stopped_at is null and c.received_at > ${since} and c.id <> ${contactId}
        and c.erased_at is null and ${knownRow(reader, sql`c`)}
    ),
    mine as materialized (select id from contact_child where contact_id = ${contactId}),
    pairs as (
      select m.contact_child_id as own, m.earlier_child_id as other, e.contact_id, m.band::text as band
        from match_candidate m join contact_child e on e.id = m.earlier_child_id where m.contact_child_id in (select id from mine)
      union all
      select m.earlier_child_id, m.contact_child_id, m.contact_id, m.band::text
        from match_candidate m where m.earlier_child_id in (select id from mine)
    ),
    kept as (
      select contact_id, band from pairs p where not exists (
        select from person_link no join person_link yes on yes.person_id = no.person_id and yes.answer = 'same' and yes.ended_at is null
        where no.answer = 'not_same' and no.ended_at is null
          and ((no.contact_child_id = p.own and yes.contact_child_id = p.other)
            or (no.contact_child_id = p.other and yes.contact_child_id = p.own)))
    ),
    said as (
      select e.contact_id from person_link own
      join person_link theirs on theirs.person_id = own.person_id and theirs.answer = 'same' and theirs.ended_at is null
      join contact_child e on e.id = theirs.contact_child_id
      where own.contact_child_id in (select id from mine) and own.answer = 'same' and own.ended_at is null
    ),
    keyed as (
      select theirs.contact_id from match_key own
      join match_key theirs on theirs.kind = own.kind and theirs.value = own.value
      where own.contact_child_id in (select id from mine) and own.kind in ('phone', 'address', 'dob_last')
    ),
    adults as (
      select theirs.contact_id from contact_adult own join contact_adult theirs on theirs.date_of_birth = own.date_of_birth
      where own.contact_id = ${contactId} and theirs.contact_id in (select id from near)
    )
    select near.id, array(select distinct band from kept where kept.contact_id = near.id) as bands,
      exists (select from said where said.contact_id = near.id) as said
    from near where near.id in (select contact_id from kept union select contact_id from said
      union select contact_id from keyed union select contact_id from adults)
    order by near.id desc limit ${comparedAtMost}`);
  if (rows.length === 0) return [];
  const told = await describe(unit, [contactId, ...rows.map(({ id }) => id)]);
  const own = told.get(contactId);
  return rows.flatMap(({ id, bands, said }) => {
    const other = told.get(id);
    const facts: HouseholdFact[] = [
      ...(said ? (["child_said"] as const) : []),
      ...(bands.includes("sure") ? (["child_sure"] as const) : []),
      ...(bands.includes("likely") ? (["child_likely"] as const) : []),
      ...(own && other ? sharedHousehold(own, other) : []),
    ];
    return facts.length === 0 ? [] : [{ contactId: id, facts: inOrder(facts) }];
  });
}

const inOrder = (facts: readonly HouseholdFact[]): HouseholdFact[] =>
  (Object.keys(householdFacts) as HouseholdFact[]).filter((fact) => facts.includes(fact));

/** What contacts say about who lives together, as far as it stands in the open. */
async function describe({ tx }: Unit, ids: readonly string[]): Promise<Map<string, HouseholdSaid>> {
  const among = [...ids];
  const [children, adults, keys] = await Promise.all([
    tx.select().from(contactChild).where(inArray(contactChild.contactId, among)),
    tx
      .select()
      .from(contactAdult)
      .where(inArray(contactAdult.contactId, among))
      .orderBy(asc(contactAdult.ordinal)),
    tx
      .select({ contactId: matchKey.contactId, kind: matchKey.kind, value: matchKey.value })
      .from(matchKey)
      .innerJoin(contactChild, sql`${contactChild.id} = ${matchKey.contactChildId}`)
      .where(sql`${inArray(contactChild.contactId, among)} and ${matchKey.kind} in ('address', 'phone')`),
  ]);
  const of = <Row extends { contactId: string }>(rows: readonly Row[], id: string) =>
    rows.filter(({ contactId }) => contactId === id);
  return new Map(
    among.map((id) => {
      const values = (kind: string) => of(keys, id).flatMap((key) => (key.kind === kind ? [key.value] : []));
      const said = { children: of(children, id), adults: of(adults, id) };
      return [id, { ...said, addresses: values("address"), phones: values("phone") }];
    }),
  );
}
