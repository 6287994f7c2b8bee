import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { Temporal } from "temporal-polyfill";
import { parseNhsNumber, parseUpn } from "#domain/identifiers";
import { parsePostcode } from "#domain/postcode";
import type { Family } from "#services/demo/family/family";
import { householdOn } from "#services/demo/family/household";
import { inventFamily } from "#services/demo/family/invent-family";

const day = Temporal.PlainDate.from("2026-11-24");
const families: Family[] = [];

describe("invented families", () => {
  before(() => {
    for (let number = 0; number < 3_000; number += 1) families.push(inventFamily("families", number, day));
  });

  test("are the same for the same seed and number, and others for another", () => {
    assert.deepEqual(JSON.stringify(inventFamily("families", 7, day)), JSON.stringify(families[7]));
    assert.notEqual(JSON.stringify(inventFamily("other", 7, day)), JSON.stringify(families[7]));
  });

  test("share surnames as unevenly as real ones: few that many bear, many that one bears", () => {
    const borne = new Map<string, number>();
    for (const { children } of families) {
      const last = children[0]?.last ?? "";
      borne.set(last, (borne.get(last) ?? 0) + 1);
    }
    const counts = [...borne.values()].sort((a, b) => b - a);
    assert.ok((counts[0] ?? 0) / families.length > 0.006, "the commonest is common");
    assert.ok((counts[0] ?? 0) / families.length < 0.03, "and no more than common");
    assert.ok(counts.filter((count) => count === 1).length > counts.length / 3, "most of the rest is rare");
  });

  test("have twins, babies who are expected, second surnames, and children who change theirs", () => {
    const children = families.flatMap((family) => family.children);
    const isTwin = (family: Family) =>
      new Set(family.children.map(({ born }) => born.toString())).size < family.children.length;
    assert.ok(families.some(isTwin));
    assert.ok(families.some((family) => householdOn(family, day).children.some(({ age }) => age === -1)));
    assert.ok(children.some(({ last }) => last.includes("-")));
    assert.ok(children.some(({ renamed }) => renamed !== null));
    assert.ok(families.some(({ homes }) => homes.length > 2));
    assert.ok(
      families.some((family) => family.children.some(({ last }) => last !== family.children[0]?.last)),
    );
  });

  test("bear the new name and live at the new address from the day of the change", () => {
    const moved = families.find(({ homes }) => homes.length > 1);
    const second = moved?.homes[1];
    assert.ok(moved && second);
    assert.equal(householdOn(moved, second.from).home, second.home);
    assert.equal(householdOn(moved, second.from.subtract({ days: 1 })).home, moved.homes[0]?.home);
    const renamed = families.find(({ children }) => children.some(({ renamed: change }) => change !== null));
    const child = renamed?.children.find(({ renamed: change }) => change !== null);
    assert.ok(renamed && child?.renamed);
    const called = (on: Temporal.PlainDate) =>
      householdOn(renamed, on).children.find(({ nhsNumber }) => nhsNumber === child.nhsNumber)?.last;
    const after = called(child.renamed.from);
    assert.ok(after === undefined || after === child.renamed.last);
    assert.equal(called(child.renamed.from.subtract({ days: 1 })) ?? child.last, child.last);
  });

  test("always have a child to worry about, of 17 at most, and nobody older than their parents", () => {
    for (const family of families) {
      const { children } = householdOn(family, day);
      assert.ok(children.length > 0);
      assert.ok(children.every(({ age }) => age >= -1 && age < 18));
      const mother = family.adults.find(({ relationship }) => relationship === "mother");
      if (mother)
        for (const { born } of children)
          assert.ok(mother.born.until(born, { largestUnit: "years" }).years > 14);
    }
  });

  test("have numbers that pass every check and belong to nobody", () => {
    const numbers = new Set<string>();
    for (const { nhsNumber, upn } of families.flatMap(({ children }) => children)) {
      assert.equal(parseNhsNumber(nhsNumber), nhsNumber);
      assert.match(nhsNumber, /^9/, "not a range that is given out");
      assert.equal(parseUpn(upn), upn);
      assert.ok(!numbers.has(nhsNumber), "each child has a number of their own");
      numbers.add(nhsNumber);
    }
    for (const { home } of families.flatMap(({ homes }) => homes)) {
      assert.equal(parsePostcode(home.postcode), home.postcode);
      assert.match(home.postcode, /^AB[1-9] /);
    }
    for (const { phone } of families.flatMap(({ adults }) => adults)) assert.match(phone, /^07700 900\d{3}$/);
  });
});
