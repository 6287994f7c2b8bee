import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { takesEverybody, type SearchNarrowing } from "#domain/search/search-narrowing";
import { searchPeople } from "#services/search/search-people";
import { aChild, sendContact } from "../../support/contacts.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";

describe("who a search shows", () => {
  let kit: RestrictedKit;
  let sam: StaffActor;
  before(async () => {
    kit = await restrictedKit();
    sam = kit.screener;
  });
  after(() => kit.close());
  const search = (typed: string) => searchPeople(kit.context, sam, { typed, page: 1 });

  test("an adult whom several contacts name stands on one card with a line for each, and no other of that name", async () => {
    const adult = (born: string | null) => ({
      ...{ name: "Wilhelmina Strathcarron", relationship: "mother" as const, livesWithChild: "yes" as const },
      birth: born === null ? { kind: "not_known" as const } : { kind: "born" as const, date: born },
      ...{ parentalResponsibility: "yes" as const, mayBeRisk: false },
    });
    const child = aChild({
      firstName: "Osric",
      lastName: "Strathcarron",
      birth: { kind: "born", date: "2018-02-03" },
    });
    const named: string[] = [];
    for (const [born, children] of [
      ["1988-04-09", [child]],
      ["1988-04-09", [aChild({ firstName: "Petra", lastName: "Lindqvist" })]],
      [null, [child]],
      ["1988-04-09", [child]],
      ["1988-04-09", [child]],
    ] as const)
      named.push(
        (await sendContact(kit.context, { children: [...children], adults: [adult(born)] })).reference,
      );
    const other = await sendContact(kit.context, {
      children: [aChild({ firstName: "Quentin", lastName: "Overmoor" })],
      adults: [adult("1961-12-24")],
    });
    const adults = (await search("Wilhelmina Strathcarron")).cards.filter(({ whose }) => whose === "adult");
    assert.deepEqual(
      adults.map(({ contacts }) => contacts.map(({ reference }) => reference)),
      [[other.reference], [...named].reverse()],
    );
  });

  test("can be narrowed to children or adults, to what is open or closed, and to twelve months", async () => {
    const adults = [
      {
        ...{ name: "Benedikta Tarnworth", relationship: "mother" as const, livesWithChild: "yes" as const },
        ...{
          birth: { kind: "not_known" as const },
          parentalResponsibility: "yes" as const,
          mayBeRisk: false,
        },
      },
    ];
    const children = [aChild({ firstName: "Ludo", lastName: "Tarnworth" })];
    const open = await sendContact(kit.context, { children, adults });
    const old = await sendContact(kit.context, { children, adults });
    await kit.owner`update contact set received_at = received_at - interval '13 months' where id = ${old.id}`;
    await kit.owner`update contact_child set state = 'decided' where contact_id = ${old.id}`;
    const narrowed = async (narrowing: Partial<SearchNarrowing>, typed = "Tarnworth") => {
      const asked = { typed, page: 1, narrowing: { ...takesEverybody, ...narrowing } };
      const { cards } = await searchPeople(kit.context, sam, asked);
      return cards
        .flatMap(({ whose, contacts }) => contacts.map(({ reference }) => `${whose} ${reference}`))
        .sort();
    };
    const both = (whose: string) => [`${whose} ${open.reference}`, `${whose} ${old.reference}`].sort();
    assert.deepEqual(await narrowed({ who: "child" }), both("child"));
    assert.deepEqual(await narrowed({ who: "adult" }), both("adult"));
    assert.deepEqual(await narrowed({ who: "child", state: "open" }), [`child ${open.reference}`]);
    assert.deepEqual(await narrowed({ who: "child", state: "closed" }), [`child ${old.reference}`]);
    assert.deepEqual(await narrowed({ who: "child", since: "year" }), [`child ${open.reference}`]);
    assert.deepEqual(await narrowed({ state: "closed", since: "year" }), []);
    assert.deepEqual(await narrowed({ who: "reference" }), []);
    assert.deepEqual(await narrowed({ who: "reference" }, old.reference), [`child ${old.reference}`]);
  });
});
