import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { decideChildren, type DecidedMeanwhile } from "#services/decisions/decide-children";
import { fieldOf } from "#services/decisions/deciding";
import { makeRecommendation } from "#services/decisions/make-recommendation";
import { Conflict, Forbidden, Invalid } from "#services/errors";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, draftOf, recommendAll, versionOf } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

/** A Tuesday when the hub is open. */
const opening = new Date("2026-11-24T10:00:00Z");
const rounds = Number(process.env["DECIDING_ROUNDS"] ?? 20);

describe("deciding", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let managers: StaffActor[];

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { name: "Sam King", place });
    managers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        addStaff(kit.context, ["manager"], { name: `Manager ${i}`, place }),
      ),
    );
    manager = managers[0] ?? screener;
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const recommended = async (
    outcome: Parameters<typeof draftOf>[0] = "assessment",
    children = [aChild()],
  ) => {
    const contact = await sendContact(kit.context, { children });
    await recommendAll(kit.context, owner, screener, contact, outcome);
    return contact;
  };
  const decide = async (
    actor: StaffActor,
    contact: SentContact,
    drafts: Record<string, unknown>[],
    over: Partial<Parameters<typeof decideChildren>[2]> = {},
  ) =>
    decideChildren(kit.context, actor, {
      reference: contact.reference,
      contactIds: [contact.id],
      version: await versionOf(owner, contact),
      formKey: kit.context.newId(),
      children: contact.childIds.map((childId, i) => ({ childId, draft: drafts[i] ?? {} })),
      ...over,
    });
  const decisionsOf = (contact: SentContact) =>
    owner`select * from decision where contact_id = ${contact.id} order by decided_at`;

  test("twenty managers decide one contact at once, round after round: one decision each time, and no text is lost", async () => {
    for (let round = 0; round < rounds; round++) {
      const contact = await recommended("assessment", [aChild(), aChild({ firstName: "Sol" })]);
      const version = await versionOf(owner, contact);
      const outcomes = await Promise.allSettled(
        managers.map((one) =>
          decide(
            one,
            contact,
            contact.childIds.map(() => ({ verdict: "agree", ownReason: `Mine, ${one.name}` })),
            {
              version,
            },
          ),
        ),
      );
      const lost = outcomes.flatMap((one, i) =>
        one.status === "rejected" ? [[one.reason, managers[i]?.name]] : [],
      );
      assert.equal(lost.length, managers.length - 1, `round ${round}`);
      for (const [reason, name] of lost) {
        assert.ok(reason instanceof Conflict, String(reason));
        const details = reason.details as DecidedMeanwhile;
        assert.deepEqual(
          details.yours.map(({ draft }) => draft["ownReason"]),
          contact.childIds.map(() => `Mine, ${name}`),
        );
        assert.equal(details.version, version + 1);
        for (const { decision } of details.stands) assert.equal(decision?.outcome, "assessment");
      }
      assert.equal((await decisionsOf(contact)).length, 2);
      const owed = await owner`
        select from outbox o join decision d on d.id = o.subject_id
        where o.kind = 'route-decision' and d.contact_id = ${contact.id}`;
      assert.equal(owed.length, 2);
    }
  });

  test("the same form sent twice at once decides once and both are told the same", async () => {
    const contact = await recommended();
    const version = await versionOf(owner, contact);
    const formKey = kit.context.newId();
    const press = () => decide(manager, contact, [{ verdict: "agree" }], { version, formKey });
    const [first, second] = await Promise.all([press(), press()]);
    assert.deepEqual(first, second);
    assert.deepEqual(await press(), first);
    assert.equal((await decisionsOf(contact)).length, 1);
  });

  test("a form that was changed after it was sent is not the same form", async () => {
    const contact = await recommended();
    const version = await versionOf(owner, contact);
    const formKey = kit.context.newId();
    await decide(manager, contact, [{ verdict: "agree" }], { version, formKey });
    await assert.rejects(
      decide(manager, contact, [{ verdict: "agree", ownReason: "and more" }], { version, formKey }),
      Conflict,
    );
  });

  test("sending back twice with one form asks once", async () => {
    const contact = await recommended();
    const version = await versionOf(owner, contact);
    const press = () =>
      decide(manager, contact, [{ verdict: "send_back", question: "Who saw her?" }], { version });
    assert.deepEqual(await press(), { decisionIds: [], sentBack: 1 });
    assert.deepEqual(await press(), { decisionIds: [], sentBack: 1 });
    const [child] = await owner`select state from contact_child where contact_id = ${contact.id}`;
    assert.equal(child?.["state"], "sent_back");
    const clocks = await owner`
      select from clock where contact_id = ${contact.id} and kind = 'decision' and stopped_at is null`;
    assert.equal(clocks.length, 1, "the clock runs on");
  });

  test("agreeing writes the decision, stops the clock, frees the hold, and owes the pathway and the referrer's news", async () => {
    const contact = await recommended();
    const [decisionId] = await agreeAll(kit.context, owner, manager, contact);
    const [row] = await decisionsOf(contact);
    assert.equal(row?.["outcome"], "assessment");
    assert.equal(row?.["level"], 3);
    const [clock] = await owner`
      select stopped_at, stopped_by_id from clock where contact_id = ${contact.id} and kind = 'decision'`;
    assert.equal(clock?.["stopped_by_id"], decisionId);
    assert.deepEqual(clock?.["stopped_at"], opening);
    const [hold] = await owner`select holder_id from hold where contact_id = ${contact.id}`;
    assert.equal(hold?.["holder_id"], null);
    const [news] = await owner`select available_at from feedback where decision_id = ${decisionId ?? ""}`;
    assert.deepEqual(news?.["available_at"], new Date(opening.getTime() + 10 * 60_000));
    const owed = await owner`
      select kind, facts, available_at from outbox where subject_id = ${decisionId ?? ""} order by kind`;
    assert.deepEqual(
      owed.map((one) => [one["kind"], (one["facts"] as { message?: string }).message]),
      [
        ["route-decision", undefined],
        ["send-message", "decision-made"],
      ],
    );
    const events = await owner<{ kind: string }[]>`
      select kind from audit_event where contact_id = ${contact.id} and actor_id = ${manager.id}`;
    for (const kind of ["decision.made", "child.state-changed", "contact.released"])
      assert.ok(
        events.some((one) => one.kind === kind),
        kind,
      );
  });

  test("a request that names two contacts, or a child of another, changes neither", async () => {
    const [one, other] = [await recommended(), await recommended()];
    await assert.rejects(
      decide(manager, one, [{ verdict: "agree" }], { contactIds: [one.id, other.id] }),
      Invalid,
    );
    await assert.rejects(decide(manager, one, [{ verdict: "agree" }], { contactIds: [] }), Invalid);
    await assert.rejects(decide(manager, one, [{ verdict: "agree" }], { contactIds: [other.id] }), Invalid);
    await assert.rejects(
      decide(manager, one, [], {
        children: [one, other].flatMap(({ childIds }) =>
          childIds.map((childId) => ({ childId, draft: { verdict: "agree" } })),
        ),
      }),
      Invalid,
    );
    assert.equal((await decisionsOf(one)).length + (await decisionsOf(other)).length, 0);
  });

  test("nothing is chosen beforehand: a child without an answer holds the whole form", async () => {
    const contact = await recommended("assessment", [aChild(), aChild({ firstName: "Sol" })]);
    const [, second = ""] = contact.childIds;
    await assert.rejects(decide(manager, contact, [{ verdict: "agree" }, {}]), (error: unknown) => {
      assert.ok(error instanceof Invalid);
      assert.deepEqual(Object.keys(error.problems), [fieldOf(second, "verdict")]);
      return true;
    });
    assert.equal((await decisionsOf(contact)).length, 0);
  });

  test("each child gets its own decision", async () => {
    const contact = await recommended("assessment", [aChild(), aChild({ firstName: "Sol" })]);
    await decide(manager, contact, [
      { verdict: "agree" },
      {
        ...draftOf("advice"),
        verdict: "decide_something_else",
        ownReason: "Sol is not the one who was hurt",
      },
    ]);
    const outcomes = await owner`
      select d.outcome from decision d join contact_child c on c.id = d.contact_child_id
      where d.contact_id = ${contact.id} order by c.ordinal`;
    assert.deepEqual(
      outcomes.map((one) => one["outcome"]),
      ["assessment", "advice"],
    );
  });

  test("nobody signs what they recommended themselves", async () => {
    const both = await addStaff(kit.context, ["screener", "manager"]);
    const contact = await sendContact(kit.context);
    await recommendAll(kit.context, owner, both, contact, "assessment");
    await assert.rejects(decide(both, contact, [{ verdict: "agree" }]), (error: unknown) => {
      assert.ok(error instanceof Invalid);
      assert.match(Object.values(error.problems)[0] ?? "", /somebody else signs/);
      return true;
    });
  });

  test("a screener does not sign an assessment, and an analyst does not come in at all", async () => {
    const contact = await recommended();
    const second = await addStaff(kit.context, ["screener"]);
    await assert.rejects(decide(second, contact, [{ verdict: "agree" }]), Invalid);
    const advice = await addStaff(kit.context, ["advice"]);
    await assert.rejects(decide(advice, contact, [{ verdict: "agree" }]));
    assert.equal((await decisionsOf(contact)).length, 0);
  });

  test("a lone worker at night protects at once and has it countersigned, and decides nothing that can wait", async () => {
    const night = await addStaff(kit.context, ["out_of_hours"]);
    kit.at(new Date("2026-11-24T22:00:00Z"));
    const contact = await sendContact(kit.context);
    const alone = (outcome: Parameters<typeof draftOf>[0]) =>
      decide(night, contact, [
        { ...draftOf(outcome), invited: kit.context.newId(), ownReason: "It cannot wait" },
      ]);
    await assert.rejects(alone("advice"), Invalid);
    await alone("strategy_discussion");
    const [row] = await decisionsOf(contact);
    assert.deepEqual(row?.["countersign_by"], new Date("2026-11-25T12:00:00Z"));
    kit.at(opening);
  });

  test("only the holder recommends, and whoever lost the hold keeps their text", async () => {
    const contact = await sendContact(kit.context);
    const input = async () => ({
      reference: contact.reference,
      version: await versionOf(owner, contact),
      formKey: kit.context.newId(),
      childId: contact.childIds[0] ?? "",
      draft: draftOf("assessment"),
    });
    await assert.rejects(makeRecommendation(kit.context, screener, await input()), Conflict);
    const auditor = await addStaff(kit.context, ["auditor"]);
    await assert.rejects(makeRecommendation(kit.context, auditor, await input()), Forbidden);
    await recommendAll(kit.context, owner, screener, contact, "assessment");
    await assert.rejects(makeRecommendation(kit.context, screener, await input()), Invalid);
  });

  test("a recommendation sent twice with one form is one recommendation, and managers hear of it once", async () => {
    const contact = await sendContact(kit.context, { children: [aChild(), aChild({ firstName: "Sol" })] });
    await recommendAll(kit.context, owner, screener, contact, "assessment");
    const messages = await owner`
      select from outbox o join recommendation r on r.id = o.subject_id
      where r.contact_id = ${contact.id} and o.facts->>'message' = 'recommendation-waiting'`;
    const hubs = await owner`select from team where purpose = 'hub'`;
    assert.equal(messages.length, hubs.length, "one for each team of the hub, for the first child alone");
  });
});
