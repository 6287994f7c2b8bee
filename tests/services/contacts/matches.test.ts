import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { answerMatch, endMatchAnswer } from "#services/contacts/answer-match";
import { matchContact } from "#services/contacts/match-contact";
import { readContact } from "#services/contacts/read-contact";
import { readMatches } from "#services/contacts/read-matches";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { listTriage } from "#services/triage/list-triage";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

describe("matches with earlier contacts", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let manager: StaffActor;
  let screener: StaffActor;
  let families = 0;

  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah" });
    screener = await addStaff(kit.context, ["screener"], { name: "Sam King" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  /** So many contacts about one child whom nobody else in the database is like, oldest first, each matched. */
  async function contactsAbout(count: number) {
    families += 1;
    const child = aChild({
      firstName: `Zofia${"abcdefgh".charAt(families)}`,
      lastName: `Wojcik${"abcdefgh".charAt(families)}`,
      birth: { kind: "born", date: `201${families}-04-0${families}` },
    });
    const sent = [];
    for (let i = count; i > 0; i--) {
      const contact = await sendContact(
        kit.context,
        { children: [child], address: { lines: [`${families} Elm Way`], postcode: "AB2 9ZZ" } },
        { receivedAt: new Date(Date.now() - i * 86_400_000) },
      );
      await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) =>
        matchContact(unit, contact.id),
      );
      sent.push(contact);
    }
    return sent as [(typeof sent)[number], (typeof sent)[number], ...typeof sent];
  }
  const read = (reference: string, actor = manager) => readMatches(kit.context, actor, reference);
  const answer = async (
    reference: string,
    to: string,
    said: "same" | "not_same",
    reason = "Checked with the GP",
  ) => {
    const { head, matches } = await read(reference);
    const match = matches.find(({ earlier }) => earlier.reference === to);
    assert.ok(match);
    const asked = { reference, version: head.version, matchId: match.id };
    await answerMatch(kit.context, manager, { ...asked, answer: said, reason });
    return asked;
  };
  const answers = async (reference: string) =>
    (await read(reference)).matches.map(({ earlier, answer: said }) => [
      earlier.reference,
      said?.answer ?? null,
    ]);

  test("a proposal shows its band and facts in words, and both descriptions side by side", async () => {
    const [first, second] = await contactsAbout(2);
    const { matches } = await read(second.reference);
    assert.equal(matches.length, 1);
    const [match] = matches;
    assert.ok(match);
    assert.deepEqual([match.band, match.earlier.reference, match.answer], ["sure", first.reference, null]);
    assert.ok(match.facts.includes("dob_same") && match.facts.includes("house_same"));
    assert.deepEqual([match.here.name, match.here.address], [match.there.name, "1 Elm Way, AB2 9ZZ"]);
  });

  test("nothing is linked until a person says so; what they say is kept with the reason, and can be taken back", async () => {
    const [first, second] = await contactsAbout(2);
    assert.equal(
      (await owner`select from person_link where contact_child_id = ${second.childIds[0] ?? ""}`).length,
      0,
    );
    const asked = await answer(second.reference, first.reference, "same");
    const [match] = (await read(second.reference)).matches;
    assert.deepEqual(
      [match?.answer?.answer, match?.answer?.reason, match?.answer?.by],
      ["same", "Checked with the GP", "Mo Shah"],
    );
    const back = { ...asked, version: asked.version + 1 };
    await assert.rejects(endMatchAnswer(kit.context, manager, { ...back, reason: "" }), Invalid);
    await endMatchAnswer(kit.context, manager, { ...back, reason: "The GP meant her sister" });
    assert.deepEqual(await answers(second.reference), [[first.reference, null]]);
    const [open] = (await read(second.reference)).matches;
    assert.deepEqual(
      [open?.takenBack?.answer, open?.takenBack?.reason, open?.takenBack?.ended?.reason],
      ["same", "Checked with the GP", "The GP meant her sister"],
    );
    const [kept] = await owner`
      select ended_by, reason from person_link where contact_child_id = ${second.childIds[0] ?? ""}`;
    assert.equal(kept?.ended_by, manager.id);
    assert.ok(!String(kept?.reason).includes("Checked"));
  });

  test("a sure match counts as history until somebody says that it is not the same child", async () => {
    const [first, second] = await contactsAbout(2);
    const earlier = async () =>
      (await listTriage(kit.context, manager, { filter: "all", page: 1 })).rows.find(
        ({ reference }) => reference === second.reference,
      )?.earlier;
    const summary = () => readContact(kit.context, manager, second.reference);
    assert.equal(await earlier(), 1);
    assert.match((await summary()).repeats.join(), /^Repeat contact: 1 earlier one/);
    await answer(second.reference, first.reference, "not_same", "A cousin of the same name");
    assert.equal(await earlier(), 0);
    assert.deepEqual((await summary()).earlier, []);
    assert.match((await summary()).repeats.join(), /^Not a repeat contact/);
    assert.deepEqual(await answers(second.reference), [[first.reference, "not_same"]]);
    await answer(second.reference, first.reference, "same", "The GP says that it is her after all");
    assert.equal(await earlier(), 1);
  });

  test("saying same of two children who stand for persons already joins the two, whoever said what before", async () => {
    const [first, second, third] = await contactsAbout(4);
    const fourth = (await read(first.reference)).matches.length;
    assert.equal(fourth, 0, "the first contact has nothing before it");
    assert.ok(third);
    await answer(second.reference, first.reference, "same");
    const [, , , last] = await owner<{ reference: string }[]>`
      select reference from contact where reference in (select c.reference from contact c join contact_child ch
        on ch.contact_id = c.id where ch.last_name = (select last_name from contact_child where id = ${first.childIds[0] ?? ""}))
      order by received_at`;
    assert.ok(last);
    await answer(last.reference, third.reference, "same");
    await answer(last.reference, second.reference, "same");
    const persons = await owner`
      select distinct l.person_id from person_link l join contact_child ch on ch.id = l.contact_child_id
      where l.answer = 'same' and l.ended_at is null
        and ch.last_name = (select last_name from contact_child where id = ${first.childIds[0] ?? ""})`;
    assert.equal(persons.length, 1);
    assert.equal((await readContact(kit.context, manager, last.reference)).earlier.length, 3);
  });

  test("an answer needs a reason, the hold or a manager, the version that was read, and a match of this contact", async () => {
    const [, second] = await contactsAbout(2);
    const [, other] = await contactsAbout(2);
    const [match] = (await read(second.reference)).matches;
    const [foreign] = (await read(other.reference)).matches;
    assert.ok(match && foreign);
    const say = (actor: StaffActor, matchId: string, version = 1, reason = "Same school") =>
      answerMatch(kit.context, actor, {
        reference: second.reference,
        version,
        matchId,
        answer: "same",
        reason,
      });
    await assert.rejects(say(manager, match.id, 1, ""), Invalid);
    await assert.rejects(say(screener, match.id), Forbidden);
    await assert.rejects(say(manager, match.id, 7), Conflict);
    await assert.rejects(say(manager, foreign.id), NotFound);
    await say(manager, match.id);
  });

  test("two people who answer at once leave one answer, and the other hears of it", async () => {
    const [first, second] = await contactsAbout(2);
    // Both looked before either answered; one who looks after the other's answer may well change it.
    const { head, matches } = await read(second.reference);
    const match = matches.find(({ earlier }) => earlier.reference === first.reference);
    assert.ok(match);
    const seen = { reference: second.reference, version: head.version, matchId: match.id };
    const say = (said: "same" | "not_same") =>
      answerMatch(kit.context, manager, { ...seen, answer: said, reason: "Checked with the GP" });
    const results = await Promise.allSettled([say("same"), say("not_same")]);
    assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
    const links = await owner`
      select from person_link where contact_child_id = ${second.childIds[0] ?? ""} and ended_at is null`;
    assert.equal(links.length, 1);
  });

  test("a contact that only cleared staff may know of is neither a match, nor counted, nor history, for anybody else", async () => {
    const [first, second] = await contactsAbout(2);
    await owner`update contact set cleared_only_since = now() where id = ${first.id}`;
    const seen = async (actor: StaffActor) => {
      const { matches, history } = await read(second.reference, actor);
      const summary = await readContact(kit.context, actor, second.reference);
      return [matches.length, history.length, summary.matches.counts.sure, summary.earlier.length];
    };
    assert.deepEqual(await seen(screener), [0, 0, 0, 0]);
    assert.deepEqual(await seen(manager), [1, 1, 1, 1]);
  });

  test("what is shown of earlier contacts is recorded as a look at each of them", async () => {
    const [first, second] = await contactsAbout(2);
    const seen = await readContact(kit.context, manager, second.reference);
    assert.deepEqual(
      seen.earlier.map(({ reference }) => reference),
      [first.reference],
    );
    const listed = await owner<{ facts: unknown }[]>`
      select facts from audit_event where kind = 'list.viewed' and contact_id = ${second.id} and actor_id = ${manager.id}`;
    assert.deepEqual(
      listed.map(({ facts }) => facts),
      [{ list: "earlier", resultIds: [first.id] }],
    );
  });
});
