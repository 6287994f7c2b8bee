import assert from "node:assert/strict";
import { test } from "node:test";
import type { MatchFact } from "#domain/match-facts";
import { matchKeys, searchKeys } from "#domain/match-keys";
import { emptySubject, type MatchSubject } from "#domain/match-subject";
import { compare, type Comparison } from "#domain/matching";

export const nhs = "943 476 5919";
export const mary: MatchSubject = {
  ...emptySubject,
  firstName: "Mary",
  lastName: "Okafor",
  dateOfBirth: "2022-03-12",
  sex: "F",
  postcode: "AB1 2CD",
  address: ["7 Mill Road", "Anytown"],
  phones: ["07700 900123"],
  describedOn: "2026-11-24",
};
export const child = (change: Partial<MatchSubject> = {}): MatchSubject => ({ ...mary, ...change });
export const bare = (change: Partial<MatchSubject>): MatchSubject => ({
  ...emptySubject,
  describedOn: "2026-11-24",
  ...change,
});
export const elsewhere = { postcode: "AB9 9ZZ", address: ["1 Hill Street"], phones: [] };
export const nowhere = { postcode: null, address: [], phones: [] };

export type Case = [
  what: string,
  a: MatchSubject,
  b: MatchSubject,
  band: Comparison["band"],
  facts: MatchFact[],
  sibling?: true,
];

/** The band, the facts that must be among those given, and that keys bring together what bands do. */
export function testCases(cases: readonly Case[]): void {
  for (const [what, a, b, band, facts, sibling] of cases) {
    test(`${what}: ${band}${sibling ? ", brother or sister" : ""}`, () => {
      const found = compare(a, b);
      assert.equal(found.band, band, found.words.join(", "));
      for (const fact of facts)
        assert.ok(found.facts.includes(fact), `${fact} among ${found.facts.join(", ")}`);
      assert.equal(found.sibling, sibling ?? false);
      assert.deepEqual(compare(b, a), found, "the same from both sides");
      if (band === "none") return;
      const stored = new Set(matchKeys(b).map((key) => `${key.kind} ${key.value}`));
      assert.ok(
        searchKeys(a).some((key) => stored.has(`${key.kind} ${key.value}`)),
        "the keys bring them together",
      );
    });
  }
}
