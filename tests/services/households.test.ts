import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Submission } from "#domain/questions/submission";
import { readContact } from "#services/contacts/read-contact";
import { takeContact } from "#services/contacts/take-contact";
import { takeNext } from "#services/contacts/take-next";
import { decideChildren } from "#services/decisions/decide-children";
import { Invalid, NotFound } from "#services/errors";
import { confirmBundle } from "#services/households/confirm-bundle";
import { leaveBundle } from "#services/households/leave-bundle";
import { endLink, linkChildren } from "#services/households/link-children";
import { readFamily } from "#services/households/read-family";
import { aChild, aSubmission, sendContact, type SentContact } from "../support/contacts.ts";
import { recommendAll, versionOf } from "../support/deciding.ts";
import { restrictedKit, type RestrictedKit } from "../support/restricted-kit.ts";

const day = 86_400_000;
const born = (date: string) => ({ kind: "born" as const, date });

describe("a household", () => {
  let kit: RestrictedKit;
  let owner: postgres.Sql;
  let manager: StaffActor;
  let screener: StaffActor;
  let families = 0;

  before(async () => {
    kit = await restrictedKit();
    ({ owner, manager, screener } = kit);
    kit.at(new Date("2026-11-24T10:00:00Z"));
  });
  after(() => kit.close());

  /** Surnames that sound like no other one here. */
  const surname = () =>
    ["Quill", "Brambleby", "Vantongeren", "Ozolins", "Fjeldstad", "Mbeki", "Tarr"][families++] ?? "";
  const send = (said: Partial<Submission>, receivedAt = kit.context.now()) =>
    sendContact(kit.context, said, { receivedAt });
  const family = ({ reference }: SentContact, actor = manager) => readFamily(kit.context, actor, reference);
  const offered = async (contact: SentContact, actor = manager) =>
    (await family(contact, actor)).suggestions.map(({ reference, facts }) => [reference, ...facts]);
  const together = async (one: SentContact, other: SentContact, actor = manager) =>
    confirmBundle(kit.context, actor, {
      reference: one.reference,
      version: await versionOf(owner, one),
      other: other.reference,
      reason: "The health visitor says so",
    });
  const apart = async (one: SentContact, other: SentContact) =>
    leaveBundle(kit.context, manager, {
      reference: one.reference,
      version: await versionOf(owner, one),
      other: other.reference,
      reason: "They are cousins",
    });
  const holderOf = async ({ id }: SentContact) =>
    (await owner`select holder_id from hold where contact_id = ${id} and lease_until > now()`)[0]?.[
      "holder_id"
    ] ?? null;

  test("is never made of an address, and is offered for a surname there, an adult who is the same, or a child who is", async () => {
    const flats = { lines: ["3 Station Road"], postcode: "AB3 4EF" };
    const [one, two, three, four] = [surname(), surname(), surname(), surname()];
    const adult = {
      ...{ name: "Grace Achebe", relationship: "Mother", birth: born("1990-05-01"), mayBeRisk: false },
      ...({ livesWithChild: "yes", parentalResponsibility: "yes" } as const),
    };
    const first = await send({
      address: flats,
      children: [aChild({ firstName: "Ann", lastName: one, birth: born("2015-01-02") })],
    });
    const stranger = await send({
      address: flats,
      children: [aChild({ firstName: "Bo", lastName: two, birth: born("2016-03-04") })],
    });
    assert.deepEqual(await offered(first), []);
    await assert.rejects(together(first, stranger), NotFound);
    const sister = await send({
      address: flats,
      children: [aChild({ firstName: "Cat", lastName: one, birth: born("2018-05-06") })],
    });
    assert.deepEqual(await offered(first), [[sister.reference, "surname_and_address"]]);
    const elsewhere = (lastName: string, date: string): Partial<Submission> => ({
      ...{
        adults: [adult],
        address: null,
        children: [aChild({ firstName: "Dov", lastName, birth: born(date) })],
      },
    });
    const mothers = await send(elsewhere(three, "2012-07-08"));
    const police = await send(elsewhere(four, "2013-09-10"));
    assert.deepEqual(await offered(mothers), [[police.reference, "same_adult"]]);
    // Older than the days in the settings, or decided, is history and not a bundle.
    await owner`update contact set received_at = received_at - interval '31 days' where id = ${police.id}`;
    assert.deepEqual(await offered(mothers), []);
  });

  test("is taken and held together once a person says so, and apart again when they say not", async () => {
    const lastName = surname();
    const [one, two] = [
      await send({ children: [aChild({ firstName: "Eve", lastName })] }),
      await send({ children: [aChild({ firstName: "Flo", lastName, birth: born("2019-01-01") })] }),
    ];
    await takeContact(kit.context, screener, { reference: one.reference, reason: "Asked to" });
    await together(one, two, screener);
    assert.deepEqual([await holderOf(one), await holderOf(two)], [screener.id, screener.id]);
    const { members, suggestions } = await family(two);
    assert.deepEqual(
      members.map(({ reference, said }) => [reference, said?.by, said?.reason]),
      [one, two].map(({ reference }) => [reference, screener.name, "The health visitor says so"]),
    );
    assert.deepEqual(suggestions, []);
    // Each child still has a decision of its own: nothing can be decided through the other contact.
    const states =
      await owner`select distinct state from contact_child where contact_id in (${one.id}, ${two.id})`;
    assert.deepEqual(
      states.map(({ state }) => String(state)),
      ["waiting"],
    );
    await apart(two, one);
    const left =
      await owner`select bundle_id from contact where id in (${one.id}, ${two.id}) and bundle_id is not null`;
    assert.equal(left.length, 0, "one that is left alone is in no bundle");
    const kept =
      await owner`select ended_by, end_reason from bundle_member where contact_id in (${one.id}, ${two.id})`;
    assert.deepEqual(
      kept.map(({ ended_by: by }) => String(by)),
      [manager.id, manager.id],
    );
    assert.ok(!kept.some(({ end_reason: why }) => String(why).includes("cousins")));
    assert.deepEqual(await offered(two), [[one.reference, "surname_and_address"]]);
    // Two people who work on the two of them talk first.
    await owner`update hold set holder_id = ${manager.id}, lease_until = now() + interval '1 hour' where contact_id = ${two.id}`;
    await assert.rejects(together(one, two), (error: Invalid) =>
      /Sam King is working|Mo Shah is working/.test(error.problems["other"] ?? ""),
    );
    await owner`update hold set holder_id = null, lease_until = null where contact_id in (${one.id}, ${two.id})`;
    await together(one, two);
    await owner`update clock set stopped_at = now() where stopped_at is null and contact_id not in (${one.id}, ${two.id})`;
    const next = await takeNext(kit.context, screener);
    assert.equal(next.kind === "taken" && next.together, 2);
  });

  test("whose parents report each other shows neither who the other sender is", async () => {
    const lastName = surname();
    const parent = (name: string): Partial<Submission> => ({
      ...{ audience: "public", children: [aChild({ firstName: "Gil", lastName })] },
      referrer: {
        ...aSubmission().referrer,
        name,
        email: `${name.toLowerCase()}@home.example`,
        sourceCode: "1A",
      } as Submission["referrer"],
    });
    const later = new Date(kit.context.now().getTime() + 60_000);
    const [mother, father] = [await send(parent("Motherly")), await send(parent("Fatherly"), later)];
    await kit.match(father);
    await together(mother, father);
    for (const contact of [mother, father]) {
      const pages = [
        await family(contact, screener),
        await readContact(kit.context, screener, contact.reference),
      ];
      assert.doesNotMatch(JSON.stringify(pages), /Motherly|Fatherly|home\.example/);
      const [room] =
        await owner`select count(*)::int as n from audit_event where contact_id = ${contact.id} and kind = 'contact.referrer-viewed'`;
      assert.equal(room?.["n"], 0);
      // What senders are told hangs on their own contact alone.
      const owed =
        await owner`select facts from outbox where subject_id = ${contact.id} and facts->>'to' = 'referrer'`;
      assert.ok(owed.length <= 1);
    }
    assert.deepEqual(
      (await family(father)).lines.map(({ raisedBy }) => raisedBy),
      ["A member of the public"],
    );
  });

  test("with a restricted contact in it gives no hint of that one", async () => {
    const { send: sendTheirs } = kit.aFamily();
    const hidden = await sendTheirs();
    await kit.restrict(hidden);
    const open = await send({ children: [aChild({ firstName: "Ulf", lastName: "Ekdahl" })] });
    assert.equal(await kit.isLocked(open), false);
    assert.deepEqual(await offered(open, screener), []);
    await assert.rejects(together(open, hidden, manager), NotFound);
    const link = { kind: "peer" as const, otherName: "", reason: "Seen together" };
    const asked = {
      reference: open.reference,
      childId: open.childIds[0] ?? "",
      other: hidden.reference,
      ...link,
    };
    await takeContact(kit.context, screener, { reference: open.reference, reason: "Asked to" });
    const version = await versionOf(owner, open);
    await assert.rejects(linkChildren(kit.context, screener, { ...asked, version }), Invalid);
    await linkChildren(kit.context, manager, { ...asked, version: await versionOf(owner, open) });
    assert.equal((await family(open)).links.length, 1);
    assert.deepEqual((await family(open, screener)).links, []);
  });

  test("is linked to others beyond it on both sides, with who says so, and the link can be taken back", async () => {
    const [one, two] = [
      await send({
        address: null,
        children: [aChild({ firstName: "Hal", lastName: "Ibarra", birth: born("2010-02-03") })],
      }),
      await send({
        address: null,
        children: [aChild({ firstName: "Jim", lastName: "Kowal", birth: born("2011-04-05") })],
      }),
    ];
    const asked = { reference: one.reference, childId: one.childIds[0] ?? "", kind: "exploitation" as const };
    const said = {
      ...asked,
      other: two.reference,
      otherName: "jim kowal",
      reason: "The police saw them together",
    };
    await linkChildren(kit.context, manager, { ...said, version: await versionOf(owner, one) });
    await linkChildren(kit.context, manager, { ...said, version: await versionOf(owner, one) });
    const sides = async () => [(await family(one)).links, (await family(two)).links];
    assert.deepEqual(
      (await sides()).map((links) =>
        links.map(({ kind, other, reason }) => [kind, other.name, other.reference, reason]),
      ),
      [
        [["exploitation", "Jim Kowal", two.reference, said.reason]],
        [["exploitation", "Hal Ibarra", one.reference, said.reason]],
      ],
    );
    const [link] = (await family(two)).links;
    const version = await versionOf(owner, two);
    await endLink(kit.context, manager, { reference: two.reference, version, linkId: link?.id ?? "" });
    assert.deepEqual(await sides(), [[], []]);
  });

  test("that five contacts tell of shows each on a line, and asks the manager for a sentence from the third on", async () => {
    const lastName = "Norregaard";
    const children = [
      aChild({ firstName: "Lou", lastName, birth: born("2014-06-07") }),
      aChild({ firstName: "Max", lastName, birth: born("2016-08-09") }),
    ];
    const start = new Date("2026-11-24T10:00:00Z").getTime();
    const history = { historyChanges: "no", historyBecause: "It is about money again" };
    const needed: boolean[] = [];
    let last: SentContact | undefined;
    for (let n = 0; n < 5; n += 1) {
      kit.at(new Date(start + n * 14 * day));
      // Of the two of them, or of either: it is one family all the same.
      const contact = await send({
        children: n === 0 ? children : n % 2 === 0 ? children.slice(0, 1) : [...children].reverse(),
        danger: "no",
        worries: ["something_else"],
        ...(n === 3 ? { referrer: { ...aSubmission().referrer, organisation: "Elm Surgery" } } : {}),
      });
      await kit.match(contact);
      await recommendAll(kit.context, owner, screener, contact, "advice", history);
      const asked = {
        reference: contact.reference,
        contactIds: [contact.id],
        version: await versionOf(owner, contact),
      };
      const agree = { verdict: "agree" };
      const decided = await decideChildren(kit.context, manager, {
        ...{ ...asked, formKey: kit.context.newId() },
        children: contact.childIds.map((childId) => ({ childId, draft: agree })),
      }).then(
        () => false,
        (error: unknown) => {
          assert.ok(error instanceof Invalid, String(error));
          assert.match(JSON.stringify(error.problems), /repeat/);
          return true;
        },
      );
      needed.push(decided);
      last = contact;
    }
    assert.deepEqual(needed, [false, false, true, true, true]);
    assert.ok(last);
    const { lines, repeats, inTwelveMonths, voices, sources } = await family(last);
    assert.deepEqual([lines.length, repeats, inTwelveMonths, voices], [4, true, 5, ["A school"]]);
    const counted = "5 contacts in 90 days, this one among them, from 2 independent sources.";
    assert.deepEqual(sources, [counted]);
    const page = await readContact(kit.context, screener, last.reference);
    assert.deepEqual(page.repeats.slice(1), [counted]);
    for (const shown of [page, await family(last)])
      assert.doesNotMatch(JSON.stringify(shown), /Elm Surgery|Jo Reed/, "it counts, and names nobody");
    assert.deepEqual(
      lines.map(({ outcomes }) => outcomes.length),
      [0, 0, 1, 1],
    );
  });
});
