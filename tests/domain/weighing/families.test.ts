import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { matchList, type Pair } from "#domain/weighing/match-list";
import { nothingSaid, type Said } from "#domain/weighing/traits";

/** first name, surname, born, postcode, address; the same number is the same person. */
type Person = [who: number, first: string, last: string, born: string, postcode?: string, address?: string];

const people: Person[] = [
  // Twins in one house, whose names are as near as names are.
  [1, "Anna", "Okafor", "2015-03-01", "AB1 2CD", "7 Mill Road"],
  [2, "Hannah", "Okafor", "2015-03-01", "AB1 2CD", "7 Mill Road"],
  [3, "Jayden", "Price", "2014-06-09", "AB1 4QT", "2 Hill Street"],
  [4, "Hayden", "Price", "2014-06-09", "AB1 4QT", "2 Hill Street"],
  [5, "Mohammed", "Rahman", "2016-11-20", "AB2 1AA", "18 Canal Walk"],
  [6, "Ahmed", "Rahman", "2016-11-20", "AB2 1AA", "18 Canal Walk"],
  // A twin whom nobody named yet.
  [7, "Zofia", "Nowak", "2024-01-15", "AB3 3BB", "4 Elm Close"],
  [8, "", "Nowak", "2024-01-15", "AB3 3BB", "4 Elm Close"],
  // Brothers and sisters, and a father and son of one name.
  [9, "Ella", "Murray", "2012-02-02", "AB4 5DD", "1 Park Lane"],
  [10, "Ellie", "Murray", "2013-10-02", "AB4 5DD", "1 Park Lane"],
  [11, "Thomas", "Murray", "2009-12-30", "AB4 5DD", "1 Park Lane"],
  [12, "Thomas", "Murray", "1981-04-17", "AB4 5DD", "1 Park Lane"],
  // A baby who is due, and a sister who was born on a day that could be one.
  [13, "", "Webb", "", "AB5 6EE", "9 Quay Side"],
  [14, "Lily", "Webb", "2025-02-01", "AB5 6EE", "9 Quay Side"],
  // The same child under a changed surname, in other letters, double-barrelled, in another order, with a slip.
  [20, "Oleksandr", "Kovalenko", "2011-07-19", "AB6 7FF", "3 Station Road"],
  [20, "Олександр", "Коваленко", "2011-07-19", "AB6 7FF", "3 Station Rd"],
  [21, "Grace", "Holloway", "2010-05-23", "AB7 8GG", "12 Orchard Way"],
  [21, "Grace", "Pemberton", "2010-05-23", "AB7 8GG", "12 Orchard Way"],
  [22, "Noah", "Carter-Lewis", "2013-09-09", "AB8 9HH", "5 Bridge End"],
  [22, "Noah", "Lewis", "2013-09-09", "AB8 9HH", "5 Bridge End"],
  [23, "Farouk", "Diallo", "2012-08-14", "AB9 1JJ", "6 Church View"],
  [23, "Diallo", "Farouk", "2012-08-14", "AB9 1JJ", "6 Church View"],
  [24, "Isobel", "Fairweather", "2009-04-11", "AB9 2KK", "8 Well Lane"],
  [24, "Isobel", "Fairwether", "2009-11-04", "AB9 2KK", "8 Well Lane"],
  [25, "Katharine", "Ainsworth", "2011-01-31", "AB9 3LL", "10 Low Road"],
  [25, "Katie", "Ainsworth", "2011-01-31", "AB9 3LL", "10 Low Road"],
  // Two children of one common name and birthday in two towns.
  [26, "Mohammed", "Khan", "2013-05-05", "AB1 9ZZ", "1 High Street"],
  [27, "Mohammed", "Khan", "2013-05-05", "CD7 4XX", "44 Long Row"],
];

const said = people.map(([, firstName, lastName, dateOfBirth, postcode, address]): Said => ({
  ...nothingSaid,
  firstName: firstName || null,
  lastName: lastName || null,
  dateOfBirth: dateOfBirth || null,
  postcode: postcode ?? null,
  address: address === undefined ? [] : [address],
}));
const isRight = ({ one, other }: Pair) => people[one]?.[0] === people[other]?.[0];
const names = ({ one, other, score, band }: Pair) =>
  `${people[one]?.slice(1, 4).join(" ")} and ${people[other]?.slice(1, 4).join(" ")}: ${score.toFixed(1)} ${band}`;

describe("a list with families in it", () => {
  const pairs = matchList(said, 2008);

  test("nobody is surely somebody else", () => {
    const wrong = pairs.filter((pair) => pair.band === "sure" && !isRight(pair));
    assert.deepEqual(wrong.map(names), []);
  });

  test("brothers, sisters, a parent and twins with other names are not likely to be one another", () => {
    const other: [number, number][] = [
      [9, 11],
      [10, 11],
      [9, 12],
      [5, 6],
      [13, 14],
    ].map(([a, b]) => [a ?? 0, b ?? 0]);
    const mistaken = pairs.filter(
      ({ one, other: second, band }) =>
        band !== "possible" && other.some(([a, b]) => people[one]?.[0] === a && people[second]?.[0] === b),
    );
    assert.deepEqual(mistaken.map(names), []);
  });

  test("each is found under another surname, in other letters, in another order and with slips", () => {
    for (const who of [20, 21, 22, 23, 24, 25]) {
      const found = pairs.find((pair) => people[pair.one]?.[0] === who && isRight(pair));
      assert.ok(found && found.band !== "possible", `${who}: ${found ? names(found) : "not found"}`);
    }
  });

  test("a list in another order has the same answer", () => {
    const turned = matchList([...said].reverse(), 2008);
    const inWords = (list: readonly Pair[], at: (place: number) => number) =>
      list
        .map(({ one, other, band }) => `${[at(one), at(other)].sort((a, b) => a - b).join(" ")} ${band}`)
        .sort();
    assert.deepEqual(
      inWords(turned, (place) => said.length - 1 - place),
      inWords(pairs, (place) => place),
    );
  });

  test("nothing and nobody are compared without trouble", () => {
    assert.deepEqual(matchList([], 2008), []);
    assert.deepEqual(matchList([nothingSaid, nothingSaid], 2008), []);
    const long = {
      ...nothingSaid,
      firstName: "a".repeat(5_000),
      lastName: "b".repeat(5_000),
      email: "c".repeat(9_000),
    };
    assert.ok(matchList([long, long], 2008).length <= 1);
  });
});
