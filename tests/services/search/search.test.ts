import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { searchFactWords } from "#domain/search/search-hit";
import { answerMatch } from "#services/contacts/answer-match";
import { keepKeys } from "#services/contacts/keep-keys";
import { readMatches } from "#services/contacts/read-matches";
import { takeContact } from "#services/contacts/take-contact";
import { Forbidden, NotFound } from "#services/errors";
import { listLookers } from "#services/audit/list-lookers";
import { openWithReason } from "#services/search/open-with-reason";
import { searchPeople } from "#services/search/search-people";
import { openTyped, sealTyped } from "#services/search/search-token";
import { aChild, aSubmission, sendContact, type SentContact } from "../../support/contacts.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";
import { addStaff } from "../../support/staff.ts";

let kit: RestrictedKit;
let sam: StaffActor;
let mo: StaffActor;

before(async () => {
  kit = await restrictedKit();
  ({ screener: sam, manager: mo } = kit);
});
after(() => kit.close());

const search = (typed: string, actor = sam, page = 1) => searchPeople(kit.context, actor, { typed, page });
const found = async (typed: string, actor = sam) =>
  (await search(typed, actor)).cards.flatMap(({ contacts }) => contacts.map(({ reference }) => reference));

describe("a search by staff of the hub", () => {
  let mary: SentContact;

  before(async () => {
    mary = await sendContact(kit.context, {
      children: [
        aChild({
          ...{ firstName: "Maryam", lastName: "Quillfeather-Oduya", knownAs: "Mimi" },
          ...{ birth: { kind: "born", date: "2019-03-12" }, nhsNumber: "943 476 5919" },
        }),
        aChild({
          firstName: "Solomon",
          lastName: "Quillfeather",
          school: "Larch Hill CE Primary School",
          birth: { kind: "born", date: "2021-07-30" },
        }),
      ],
      address: { lines: ["4 Larch Row"], postcode: "AB7 3QX" },
    });
  });

  test("finds a child by everything that it can be known by, and says why", async () => {
    for (const [typed, words] of [
      ["maryam quillfeather", "name same"],
      ["Oduya Maryam", "name same"],
      ["Mimi Quillfeather", "name same"],
      ["Quilfeather", "name one slip apart"],
      ["Solomon Quillfaether", "name one slip apart"],
      ["larch hill primary", "school same"],
      ["solomon larch hill school", "school same"],
      ["Mariam Quillfeather", "name is a short form or another spelling"],
      ["12/3/2019", "date of birth same"],
      ["3 December 2019", "day and month of birth swapped"],
      ["11/3/2019", "date of birth one day off"],
      ["ab73qx", "postcode same"],
      ["9434765919", "NHS number same"],
      [mary.reference, "reference same"],
    ] as const) {
      const { cards } = await search(typed);
      const card = cards.find(({ contacts }) =>
        contacts.some(({ reference }) => reference === mary.reference),
      );
      assert.ok(card, typed);
      assert.ok(card.facts.map(searchFactWords).includes(words), `${typed}: ${card.facts.join()}`);
      assert.ok(card.family.length > 0, typed);
    }
  });

  test("finds an adult by name and birth date, with the children of the contact", async () => {
    const { reference } = await sendContact(kit.context, {
      children: [aChild({ firstName: "Tamsin", lastName: "Elderbrook" })],
      adults: [
        {
          ...{ name: "Ngozi Adichiewa", relationship: "mother", birth: { kind: "born", date: "1991-05-06" } },
          ...{ livesWithChild: "yes", parentalResponsibility: "yes", mayBeRisk: false },
        },
      ],
    });
    for (const typed of ["Adichiewa Ngozi", "Adichewa", "6/5/1991", "5 June 1991", "Ngozi 7/5/1991"]) {
      const [card] = (await search(typed)).cards.filter(({ whose }) => whose === "adult");
      assert.deepEqual(
        [card?.name, card?.family, card?.contacts.map((one) => one.reference)],
        ["Ngozi Adichiewa", ["Tamsin Elderbrook"], [reference]],
        typed,
      );
    }
    assert.deepEqual(await found("Ngozi 6/5/1971"), [reference]);
  });

  test("finds a family by the phone that they asked to be rung on, and no professional by theirs", async () => {
    const [family, other] = [kit.aFamily(), kit.aFamily()];
    const referrer = (phone: string) => ({ referrer: { ...aSubmission().referrer, phone } });
    const contact = await family.send({ audience: "family", ...referrer("07700 900 456") });
    await other.send(referrer("07700 900 789"));
    assert.deepEqual(await found("+44 7700 900456"), [contact.reference]);
    assert.deepEqual(await found("07700 900 789"), []);
    const again = await other.send({ audience: "family", ...referrer("07700 900456") });
    await kit.match(again);
    const { matches } = await readMatches(kit.context, mo, again.reference);
    const earlier = matches.map((match) => match.earlier.reference);
    assert.ok(!earlier.includes(contact.reference), "a phone alone makes no child of two");
  });

  test("finds what came before its keys were kept, once a worker has caught up", async () => {
    const family = kit.aFamily();
    const contact = await family.send({ children: [{ ...family.child, school: "Hawthorn Dell Academy" }] });
    await kit.owner`delete from match_key where contact_id = ${contact.id} and kind = 'school'`;
    await kit.owner`update contact set keyed_with = 0 where id = ${contact.id}`;
    assert.deepEqual(await found("Hawthorn Dell Academy"), []);
    assert.equal(await keepKeys(kit.context), 1);
    assert.equal(await keepKeys(kit.context), 0);
    assert.deepEqual(await found("Hawthorn Dell Academy"), [contact.reference]);
  });

  test("finds nobody for what fits nobody, and for nothing", async () => {
    for (const typed of ["maryam featherstone", "1/1/2001", "ZZ9 9ZZ", "22223333", "q", "", "%", "'; --"])
      assert.deepEqual(await found(typed), [], typed);
  });

  test("those whom somebody said are one child stand on one card, whatever they were called", async () => {
    const family = kit.aFamily();
    const first = await family.send();
    const second = await family.send();
    await kit.match(second);
    const { head, matches } = await readMatches(kit.context, mo, second.reference);
    const [match] = matches;
    assert.ok(match);
    const name = family.child.lastName ?? "";
    assert.equal((await search(name)).total, 2);
    await answerMatch(kit.context, mo, {
      ...{ reference: second.reference, version: head.version, matchId: match.id },
      ...{ answer: "same", reason: "One family" },
    });
    const { cards, total } = await search(name);
    assert.equal(total, 1);
    assert.deepEqual(
      cards[0]?.contacts.map(({ reference }) => reference),
      [second.reference, first.reference],
    );
  });

  test("more than a page is paged, each person once", async () => {
    for (let i = 0; i < 12; i += 1)
      await sendContact(kit.context, {
        children: [aChild({ firstName: `Twelfth${"abcdefghijkl".charAt(i)}`, lastName: "Manygrove" })],
      });
    const [one, two] = [await search("Manygrove"), await search("Manygrove", sam, 2)];
    assert.deepEqual([one.total, one.pages, one.cards.length, two.cards.length], [12, 2, 10, 2]);
    const ids = [...one.cards, ...two.cards].flatMap(({ ids }) => ids);
    assert.equal(new Set(ids).size, 12);
    assert.deepEqual((await search("Manygrove", sam, 99)).page, 2);
  });

  test("is in the audit as a list of what it showed, without a word of what was typed", async () => {
    await search("maryam quillfeather");
    const [event] = await kit.owner<{ facts: { list: string; resultIds: string[] } }[]>`
      select facts from audit_event where kind = 'list.viewed' order by recorded_at desc limit 1`;
    assert.equal(event?.facts.list, "search");
    assert.ok(event?.facts.resultIds.includes(mary.childIds[0] ?? ""));
    assert.ok(!JSON.stringify(event).toLowerCase().includes("quill"));
  });

  test("is for the hub alone", async () => {
    for (const role of ["advice", "partner", "auditor", "administrator", "call_taker"] as const) {
      const other = await addStaff(kit.context, [role]);
      await assert.rejects(search("maryam", other), Forbidden, role);
    }
  });
});

describe("what a search never tells", () => {
  test("a restricted child is not found, not counted and not hinted at", async () => {
    const family = kit.aFamily();
    const contact = await family.send();
    const { firstName, lastName } = family.child;
    const ways = [
      `${firstName} ${lastName}`,
      lastName ?? "",
      family.said.address.postcode,
      contact.reference,
    ];
    for (const typed of ways) assert.deepEqual(await found(typed), [contact.reference], typed);
    await kit.restrict(contact);
    const nobody = await search("nobody whatever");
    for (const typed of ways) {
      const { cards, total, capped, pages } = await search(typed);
      assert.deepEqual([cards, total, capped, pages], [nobody.cards, 0, false, 1], typed);
      assert.deepEqual(await found(typed, mo), [contact.reference], typed);
    }
    await assert.rejects(
      openWithReason(kit.context, sam, { reference: contact.reference, because: "manager" }),
      NotFound,
    );
  });

  test("a family whose address must stay secret is found by name and by no postcode", async () => {
    const family = kit.aFamily();
    const contact = await family.send({
      safeContact: { risks: ["address_secret"], detail: null, interpreter: null, communication: null },
    });
    const { lastName } = family.child;
    const { postcode } = family.said.address;
    assert.deepEqual(await found(postcode), []);
    const [first] = (await search(`${lastName} ${postcode}`)).cards;
    assert.deepEqual(first?.facts, ["name"]);
    assert.deepEqual([first.place, first.contacts[0]?.reference], ["Kept secret", contact.reference]);
  });
});

describe("opening what is not one's own", () => {
  test("keeps the reason among those who have looked; whoever holds it needs none", async () => {
    const { reference, id } = await kit.aFamily().send();
    const asked = { reference, because: "advice" as const };
    assert.deepEqual(await openWithReason(kit.context, sam, { reference, because: null }), {
      reference,
      mine: false,
    });
    await openWithReason(kit.context, sam, asked);
    const looks = async () =>
      (await listLookers(kit.context, mo, { reference, before: null, day: null })).looks.map(
        ({ by, what, why }) => [by.name, what, why],
      );
    assert.deepEqual(await looks(), [
      ["Sam King", "It, after a search", "I am giving advice or cover for a colleague"],
    ]);
    await takeContact(kit.context, sam, { reference, reason: "Rung about it" });
    assert.equal((await openWithReason(kit.context, sam, asked)).mine, true);
    const [opened] = await kit.owner`
      select count(*)::int as n from audit_event where kind = 'contact.opened' and contact_id = ${id}`;
    assert.equal(opened?.["n"], 1);
  });

  test("the address of a search opens for whoever typed it, on the same day, and says nothing", () => {
    const { keys } = kit.context;
    const now = new Date("2026-11-28T10:00:00Z");
    const token = sealTyped(keys, sam.id, "Mary Okafor", now);
    assert.match(token, /^[\w-]+$/);
    assert.ok(!Buffer.from(token, "base64url").toString("latin1").includes("Mary"));
    assert.equal(openTyped(keys, sam.id, token, now), "Mary Okafor");
    assert.equal(openTyped(keys, mo.id, token, now), null);
    assert.equal(openTyped(keys, sam.id, token, new Date("2026-11-29T10:00:00Z")), null);
    for (const other of ["", "x", token.slice(1), `${token.slice(0, -2)}AA`])
      assert.equal(openTyped(keys, sam.id, other, now), null);
  });
});
