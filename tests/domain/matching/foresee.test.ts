import assert from "node:assert/strict";
import { test } from "node:test";
import { matchKeys } from "#domain/match-keys";
import { emptySubject, type MatchSubject } from "#domain/match-subject";
import { compare, foresee } from "#domain/matching";
import { randomFrom, type Random } from "#services/demo/random";

const firsts = ["Mary", "Marie", "Mary Jane", "Bob", "Robert", "Okafor", "J", "Thomas", null];
const lasts = ["Okafor", "Okafar", "Smith", "Smyth", "Okafor-Smith", "Jones", null];
const births = ["2019-03-12", "2019-12-03", "2019-03-21", "2018-03-12", "2011-01-01", "2008-01-01", null];
const postcodes = ["AB1 2CD", "AB1 2CE", "AB1 9ZZ", "CD4 5EF", null];
const homes = [["4 Mill Road"], ["4 Mill Rd", "Anytown"], ["14 Mill Road"], ["9 High Street"], []];
const phones = [["07700 900123"], ["07700 900124"], []];
const numbers = ["943 476 5919", "401 023 2137", null];

const invent = (random: Random): MatchSubject => ({
  ...emptySubject,
  ...{ firstName: random.pick(firsts), lastName: random.pick(lasts), dateOfBirth: random.pick(births) },
  ...{ postcode: random.pick(postcodes), address: random.pick(homes), phones: random.pick(phones) },
  alsoKnownAs: random.chance(0.2) ? random.pick(firsts) : null,
  nhsNumber: random.chance(0.2) ? random.pick(numbers) : null,
  sex: random.pick(["M", "F", "U"] as const),
});

/** What a look-up knows of somebody before it opens anything: what is not sealed, and which keys are the same. */
function inTheOpen(other: MatchSubject, one: MatchSubject): MatchSubject {
  const own = new Set(matchKeys(one).map(({ kind, value }) => `${kind} ${value}`));
  const shared = matchKeys(other).filter(({ kind, value }) => own.has(`${kind} ${value}`));
  const shares = (wanted: string) => shared.some(({ kind }) => kind === wanted);
  return {
    ...other,
    address: shares("address") ? one.address : [],
    phones: shares("phone") ? one.phones : [],
    nhsNumber: shares("nhs") ? one.nhsNumber : null,
  };
}

test("what is not opened is nobody whom a comparison would have found", () => {
  const random = randomFrom("could match");
  let [found, spared] = [0, 0];
  for (let i = 0; i < 20_000; i += 1) {
    const [one, other] = [invent(random), invent(random)];
    const { band, sibling } = compare(one, other);
    const could = foresee(one, inTheOpen(other, one)) !== "none";
    if (band !== "none" || sibling) {
      found += 1;
      assert.ok(could, JSON.stringify({ one, other, band, sibling }));
    } else if (!could) spared += 1;
  }
  assert.ok(found > 2_000, String(found));
  // Else it would be no use: these are all as like as strangers get.
  assert.ok(spared > (20_000 - found) / 2, `${spared} of ${20_000 - found}`);
});
