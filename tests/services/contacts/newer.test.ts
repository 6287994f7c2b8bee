import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { answerMatch, endMatchAnswer } from "#services/contacts/answer-match";
import { readContact } from "#services/contacts/read-contact";
import { readMatches } from "#services/contacts/read-matches";
import { decideChildren } from "#services/decisions/decide-children";
import { seenField } from "#services/decisions/deciding";
import { readFormPage } from "#services/decisions/read-form-page";
import { Invalid } from "#services/errors";
import { listTriage } from "#services/triage/list-triage";
import { arriveAbout, compareContact } from "../../support/arriving.ts";
import type { SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { draftOf, recommendAll, versionOf } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

/** A Tuesday when the hub is open. */
const now = new Date("2026-11-24T10:00:00Z");

describe("newer contacts about the children of one that is undecided", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let manager: StaffActor;
  let screener: StaffActor;
  let night: StaffActor;
  let families = 0;

  before(async () => {
    kit = await testContext();
    kit.at(now);
    owner = ownerOf(kit);
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah" });
    screener = await addStaff(kit.context, ["screener"], { name: "Sam King" });
    night = await addStaff(kit.context, ["out_of_hours"], { name: "Noor Aziz" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  /** A child whom nobody else in the database is like. */
  const newChild = () => {
    families += 1;
    // No two of them alike: all live in one house.
    const [firstName = "", lastName = ""] =
      (
        "Zofia Wojcik,Amara Bello,Idris Penhaligon,Tove Lindqvist,Rufus Blackmore,Yuki Tanaka,Carys Gwynne," +
        "Enzo Marchetti,Leila Haddad,Oskar Dvorak,Saoirse Brannigan,Petra Vukovic,Kwame Asante,Juno Featherstone"
      )
        .split(",")
        [families]?.split(" ") ?? [];
    return {
      firstName,
      lastName,
      birth: { kind: "born", date: `20${10 + families}-04-0${1 + (families % 9)}` } as const,
    };
  };
  const newerOf = async ({ reference }: SentContact, actor = manager) =>
    (await readContact(kit.context, actor, reference)).newer;
  const told = async (contact: SentContact, actor = manager) =>
    (await newerOf(contact, actor)).contacts.map(({ reference, children }) => [
      reference,
      ...children.map(({ because }) => because),
    ]);
  const triageWords = async ({ reference }: SentContact, actor = manager) =>
    (await listTriage(kit.context, actor, { filter: "all", page: 1 })).rows.find(
      (row) => row.reference === reference,
    )?.newer;

  test("the first learns of the second on every page that somebody judges it by, and the second of no newer one", async () => {
    const child = newChild();
    const first = await arriveAbout(kit.context, child, { hoursAgo: 3 });
    assert.deepEqual(await told(first), []);
    assert.equal(await triageWords(first), null);
    const second = await arriveAbout(kit.context, child, {
      hoursAgo: 1,
      danger: "yes",
      worries: ["missing"],
    });
    await owner`update contact set rating = 'R' where id = ${second.id}`;
    const newer = await newerOf(first);
    const [one] = newer.contacts;
    assert.ok(one);
    assert.deepEqual(
      [one.reference, one.rating, one.danger, one.worries, one.outcomes],
      [second.reference, "R", "yes", ["missing"], []],
    );
    assert.deepEqual(one.receivedAt, new Date(now.getTime() - 3_600_000));
    assert.deepEqual(
      one.children.map(({ id, because }) => [id, because]),
      [[first.childIds[0], "sure"]],
    );
    assert.ok(one.children[0]?.facts.includes("dob_same"));
    assert.deepEqual((await readMatches(kit.context, manager, first.reference)).newer, newer);
    for (const page of ["recommend", "decide"] as const)
      assert.deepEqual(
        (await readFormPage(kit.context, manager, { reference: first.reference, page })).newer,
        newer,
      );
    assert.equal(await triageWords(first), "today 9am");
    assert.deepEqual(await told(second), []);
    assert.equal(await triageWords(second), null);
  });

  test("likely counts, possible does not; what a person says goes before both, and can be taken back", async () => {
    const child = newChild();
    const first = await arriveAbout(kit.context, child, { hoursAgo: 5 });
    const unborn = { ...child, birth: { kind: "not_known" } as const };
    const likely = await arriveAbout(kit.context, unborn, { hoursAgo: 4 });
    assert.deepEqual(await told(first), [[likely.reference, "likely"]]);
    const elsewhere = { lines: ["90 Quay Row"], postcode: "ZZ9 9ZZ" };
    const possible = await arriveAbout(kit.context, unborn, { hoursAgo: 3, address: elsewhere });
    assert.deepEqual(await told(first), [[likely.reference, "likely"]]);

    const say = async (contact: SentContact, answer: "same" | "not_same") => {
      const { head, matches } = await readMatches(kit.context, manager, contact.reference);
      const match = matches.find(({ earlier }) => earlier.reference === first.reference);
      assert.ok(match);
      const asked = { reference: contact.reference, version: head.version, matchId: match.id };
      await answerMatch(kit.context, manager, { ...asked, answer, reason: "The GP says so" });
      return { ...asked, version: asked.version + 1 };
    };
    await say(possible, "same");
    const rejected = await say(likely, "not_same");
    assert.deepEqual(await told(first), [[possible.reference, "said"]]);
    assert.equal(await triageWords(first), "today 7am");
    await endMatchAnswer(kit.context, manager, { ...rejected, reason: "Asked again" });
    assert.deepEqual(await told(first), [
      [possible.reference, "said"],
      [likely.reference, "likely"],
    ]);
  });

  test("whichever of the two was compared last: the one that came later is the newer one, and an answer holds for both", async () => {
    const child = newChild();
    const first = await arriveAbout(kit.context, child, { hoursAgo: 3, compared: false });
    const second = await arriveAbout(kit.context, child, { hoursAgo: 2, compared: false });
    await compareContact(kit.context, first);
    assert.deepEqual(await told(first), [[second.reference, "sure"]]);
    assert.deepEqual(await told(second), []);
    await compareContact(kit.context, second);
    assert.deepEqual(await told(first), [[second.reference, "sure"]], "both proposals are one finding");
    const { head, matches } = await readMatches(kit.context, manager, first.reference);
    await answerMatch(kit.context, manager, {
      reference: first.reference,
      version: head.version,
      matchId: matches[0]?.id ?? "",
      answer: "not_same",
      reason: "A cousin of the same name",
    });
    assert.deepEqual(await told(first), []);
    assert.equal(await triageWords(first), null);
  });

  test("two that came in the same instant: one of them is the newer, and one alone", async () => {
    const child = newChild();
    const one = await arriveAbout(kit.context, child, { hoursAgo: 2 });
    const other = await arriveAbout(kit.context, child, { hoursAgo: 2 });
    assert.equal((await told(one)).length + (await told(other)).length, 1);
  });

  test("what does not exist for somebody is not hinted at: not on a page, not in the queue, not by a refusal or an event", async () => {
    const child = newChild();
    const first = await arriveAbout(kit.context, child, { hoursAgo: 3 });
    const second = await arriveAbout(kit.context, child, { hoursAgo: 1 });
    await recommendAll(kit.context, owner, screener, first, "assessment");
    const seen = async (actor: StaffActor) => ({
      summary: (await newerOf(first, actor)).references,
      matches: (await readMatches(kit.context, actor, first.reference)).newer.references,
      triage: (await listTriage(kit.context, actor, { filter: "recommended", page: 1 })).rows.find(
        ({ reference }) => reference === first.reference,
      )?.newer,
    });
    const nothing = { summary: [], matches: [], triage: null };
    const all = { summary: [second.reference], matches: [second.reference], triage: "today 9am" };
    assert.deepEqual(await seen(screener), all);

    await owner`update contact set cleared_only_since = now() where id = ${second.id}`;
    const [before] = await owner<{ n: number }[]>`select count(*)::int as n from audit_event
      where facts->>'list' = 'newer' and actor_id in (${screener.id}, ${night.id})`;
    assert.deepEqual(await seen(screener), nothing);
    assert.deepEqual(await seen(manager), all);
    assert.deepEqual(await seen({ ...manager, barred: [second.id] }), nothing);
    assert.deepEqual(await seen({ ...screener, opened: [second.id] }), all);
    kit.at(new Date("2026-11-24T22:00:00Z"));
    const page = { reference: first.reference, page: "decide" as const };
    assert.deepEqual((await readFormPage(kit.context, night, page)).newer.references, []);
    const decided = await decide(first, night, {
      ...draftOf("strategy_discussion"),
      verdict: "decide_something_else",
      invited: kit.context.newId(),
      ownReason: "It cannot wait",
    });
    kit.at(now);
    assert.equal(decided.decisionIds.length, 1);
    const [after_] = await owner<{ n: number }[]>`select count(*)::int as n from audit_event
      where facts->>'list' = 'newer' and actor_id in (${screener.id}, ${night.id})`;
    // The screener who had opened the other one saw it twice; nobody else's event says that there is one.
    assert.equal((after_?.n ?? 0) - (before?.n ?? 0), 2);
  });

  const decide = async (
    contact: SentContact,
    actor: StaffActor,
    draft: Record<string, unknown>,
    over: Partial<Parameters<typeof decideChildren>[2]> = {},
  ) =>
    decideChildren(kit.context, actor, {
      reference: contact.reference,
      contactIds: [contact.id],
      version: await versionOf(owner, contact),
      formKey: kit.context.newId(),
      seenNewer: [],
      children: contact.childIds.map((childId) => ({ childId, draft })),
      ...over,
    });

  test("a form that was opened before the newer one came decides nothing until that was seen", async () => {
    const child = newChild();
    const first = await arriveAbout(kit.context, child, { hoursAgo: 3 });
    await recommendAll(kit.context, owner, screener, first, "assessment");
    const version = await versionOf(owner, first);
    const second = await arriveAbout(kit.context, child, { hoursAgo: 0 });
    const draft = { verdict: "agree", ownReason: "I have read it all and agree" };
    const formKey = kit.context.newId();
    await assert.rejects(decide(first, manager, draft, { version, formKey }), (error: unknown) => {
      assert.ok(error instanceof Invalid);
      assert.deepEqual(Object.keys(error.problems), [seenField]);
      return true;
    });
    await assert.rejects(
      decide(first, manager, {}, { version, formKey }),
      (error: unknown) => error instanceof Invalid && Object.keys(error.problems).length === 2,
      "everything that is wrong is said at once",
    );
    assert.equal((await owner`select from decision where contact_id = ${first.id}`).length, 0);
    const seen = { version, formKey, seenNewer: [second.reference] };
    const done = await decide(first, manager, draft, seen);
    assert.equal(done.decisionIds.length, 1);
    // One that comes after it does not make a second press of the same form into a refusal.
    await arriveAbout(kit.context, child, { hoursAgo: 0 });
    assert.deepEqual(await decide(first, manager, draft, seen), done);
  });

  test("a crowd of newer ones is shown newest first, cut short, and counted; what is shown is recorded as a look", async () => {
    const child = newChild();
    const first = await arriveAbout(kit.context, child, { hoursAgo: 9 });
    const later: SentContact[] = [];
    for (let hoursAgo = 8; hoursAgo > 1; hoursAgo--)
      later.unshift(await arriveAbout(kit.context, child, { hoursAgo }));
    const reader = await addStaff(kit.context, ["screener"]);
    const newer = await newerOf(first, reader);
    const shown = later.slice(0, 5);
    assert.deepEqual(
      newer.contacts.map(({ reference }) => reference),
      shown.map(({ reference }) => reference),
    );
    assert.equal(newer.more, 2);
    assert.deepEqual(
      newer.references,
      later.map(({ reference }) => reference),
    );
    const events = await owner<{ facts: unknown }[]>`
      select facts from audit_event where kind = 'list.viewed' and contact_id = ${first.id} and actor_id = ${reader.id}`;
    assert.deepEqual(
      events.map(({ facts }) => facts),
      [{ list: "newer", resultIds: shown.map(({ id }) => id) }],
    );
  });
});
