import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import { readAlerts } from "#services/alerts/read-alerts";
import { recordAlert } from "#services/alerts/record-alert";
import { takeContact } from "#services/contacts/take-contact";
import { readReferral } from "#services/contacts/read-referral";
import { countersignDecision } from "#services/decisions/countersign-decision";
import { decideChildren } from "#services/decisions/decide-children";
import { makeRecommendation } from "#services/decisions/make-recommendation";
import { readDecidedPage } from "#services/decisions/read-decided-page";
import { ruleOnChild } from "#services/decisions/rule-on-child";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { draftOf, versionOf } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const opening = new Date("2026-11-24T10:00:00Z");
const night = new Date("2026-11-24T22:00:00Z");

describe("settling the children of a household", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place });
    manager = await addStaff(kit.context, ["manager"], { place });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const household = async (over: Partial<ReturnType<typeof aChild>> = {}) => {
    const sol = aChild({ firstName: "Sol", standing: "household", relationship: "brother", ...over });
    const contact = await sendContact(kit.context, { children: [aChild(), sol] });
    await takeContact(kit.context, screener, { reference: contact.reference, reason: "next" });
    return contact;
  };
  const rule = async (
    contact: SentContact,
    standing: "subject" | "considered" | null,
    because: string,
    index = 1,
  ) =>
    ruleOnChild(kit.context, screener, {
      reference: contact.reference,
      version: await versionOf(owner, contact),
      childId: contact.childIds[index] ?? "",
      standing,
      because,
    });
  const recommend = async (contact: SentContact, index = 0) =>
    makeRecommendation(kit.context, screener, {
      reference: contact.reference,
      version: await versionOf(owner, contact),
      formKey: kit.context.newId(),
      childId: contact.childIds[index] ?? "",
      draft: draftOf("assessment"),
    });
  const problems = async (work: Promise<unknown>): Promise<Record<string, string>> => {
    try {
      await work;
    } catch (error) {
      assert.ok(error instanceof Invalid, String(error));
      return { ...error.problems };
    }
    return {};
  };

  test("a child of the household whom nobody settled blocks every recommendation", async () => {
    const contact = await household();
    assert.match((await problems(recommend(contact)))["children"] ?? "", /Sol/);
    await rule(contact, "considered", "Lives with his father and was not there");
    assert.deepEqual(await problems(recommend(contact)), {});
  });

  test("a child is set aside with a reason, or not at all", async () => {
    const contact = await household();
    assert.deepEqual(Object.keys(await problems(rule(contact, "considered", " "))), ["because"]);
    assert.deepEqual(Object.keys(await problems(rule(contact, null, "x"))), ["standing"]);
  });

  test("a child who may have harmed another cannot be set aside", async () => {
    const contact = await household({ mayBeRisk: true });
    assert.deepEqual(Object.keys(await problems(rule(contact, "considered", "He is fine"))), ["standing"]);
    await rule(contact, "subject", "");
    assert.deepEqual(await problems(recommend(contact)), {});
  });

  test("a child who becomes a subject has the clock of the contact, and loses it when set aside again", async () => {
    const contact = await household();
    const clocks = () => owner`
      select due_at, stopped_at from clock
      where kind = 'decision' and contact_child_id = ${contact.childIds[1] ?? ""}`;
    assert.equal((await clocks()).length, 0);
    await rule(contact, "subject", "He was there");
    const [mary] = await owner`
      select due_at from clock where kind = 'decision' and contact_child_id = ${contact.childIds[0] ?? ""}`;
    assert.deepEqual((await clocks())[0]?.["due_at"], mary?.["due_at"]);
    await rule(contact, "considered", "It was another boy");
    assert.notEqual((await clocks())[0]?.["stopped_at"], null);
    await rule(contact, "subject", "It was him after all");
    assert.equal((await clocks())[0]?.["stopped_at"], null);
    assert.deepEqual((await clocks())[0]?.["due_at"], mary?.["due_at"]);
  });

  test("a child with a recommendation is not settled away under it", async () => {
    const contact = await household();
    await rule(contact, "subject", "He was there");
    await recommend(contact, 1);
    assert.deepEqual(Object.keys(await problems(rule(contact, "considered", "No"))), ["standing"]);
  });

  test("a child of another contact cannot be settled here", async () => {
    const [one, other] = [await household(), await household()];
    await assert.rejects(rule({ ...one, childIds: other.childIds }, "subject", "x"), NotFound);
  });

  describe("countersigning", () => {
    const decidedAtNight = async (roles: readonly Role[]) => {
      const lone = await addStaff(kit.context, roles);
      kit.at(night);
      const contact = await sendContact(kit.context);
      const draft = {
        ...draftOf("strategy_discussion"),
        invited: kit.context.newId(),
        ownReason: "Tonight",
      };
      const { decisionIds } = await decideChildren(kit.context, lone, {
        reference: contact.reference,
        contactIds: [contact.id],
        version: await versionOf(owner, contact),
        formKey: kit.context.newId(),
        children: [{ childId: contact.childIds[0] ?? "", draft }],
      });
      kit.at(opening);
      return { lone, contact, decisionId: decisionIds[0] ?? "" };
    };

    test("what a lone worker decided at night is signed again by another manager, once", async () => {
      const { lone, contact, decisionId } = await decidedAtNight(["out_of_hours"]);
      const running = () => owner`
        select from clock where contact_id = ${contact.id} and kind = 'countersign' and stopped_at is null`;
      assert.equal((await running()).length, 1);
      assert.ok(
        "note" in (await problems(countersignDecision(kit.context, manager, { decisionId, note: "" }))),
      );
      await assert.rejects(countersignDecision(kit.context, lone, { decisionId, note: "mine" }), Forbidden);
      await countersignDecision(kit.context, manager, { decisionId, note: "Right, and at the right time" });
      await countersignDecision(kit.context, manager, { decisionId, note: "Again" });
      assert.equal((await running()).length, 0);
      const signed =
        await owner`select from audit_event where kind = 'decision.countersigned' and subject_id = ${decisionId}`;
      assert.equal(signed.length, 1);
    });

    test("a decision that needed no second signature, and one that is not there, cannot be countersigned", async () => {
      const { decisionId } = await decidedAtNight(["manager"]);
      await assert.rejects(countersignDecision(kit.context, manager, { decisionId, note: "fine" }), NotFound);
      await assert.rejects(
        countersignDecision(kit.context, manager, { decisionId: "nothing", note: "x" }),
        NotFound,
      );
    });
  });

  describe("information only", () => {
    const quiet = { worries: [], whatHappened: "Neighbours rang about noise." };
    const short = { level: "1", reason: "Noise next door", line: "Asleep upstairs", historyRead: ["yes"] };
    const recommendShort = async (
      contact: SentContact,
      draft: Record<string, unknown>,
      namesChecked = false,
    ) => {
      const taking = takeContact(kit.context, screener, { reference: contact.reference, reason: "next" });
      // Whoever sends it a second time holds it already.
      await taking.catch(() => undefined);
      return makeRecommendation(kit.context, screener, {
        reference: contact.reference,
        version: await versionOf(owner, contact),
        formKey: kit.context.newId(),
        childId: contact.childIds[0] ?? "",
        draft: { outcome: "information_only", ...draft },
        namesChecked,
      });
    };
    const agree = async (by: StaffActor, contact: SentContact, more: Record<string, unknown> = {}) =>
      decideChildren(kit.context, by, {
        reference: contact.reference,
        contactIds: [contact.id],
        version: await versionOf(owner, contact),
        formKey: kit.context.newId(),
        children: [{ childId: contact.childIds[0] ?? "", draft: { verdict: "agree", ...more } }],
      });

    test("a quiet police notice takes its short record, and a second practitioner signs it", async () => {
      const notice = await sendContact(kit.context, quiet, { channel: "police" });
      await recommendShort(notice, short);
      assert.equal((await agree(await addStaff(kit.context, ["screener"]), notice)).decisionIds.length, 1);
      const { children } = await readDecidedPage(kit.context, manager, notice.reference);
      assert.equal(children[0]?.decision.record["line"], "Asleep upstairs");
      assert.equal(children[0]?.decision.known?.rating, null);
    });

    test("the short record is refused for any other contact, and once a notice is rated Red a manager signs a whole one", async () => {
      const form = await sendContact(kit.context, quiet);
      assert.ok("childsLife" in (await problems(recommendShort(form, short))));
      const notice = await sendContact(kit.context, quiet, { channel: "police" });
      await recommendShort(notice, short);
      await owner`update contact set rating = 'R' where id = ${notice.id}`;
      const why = await problems(agree(manager, notice, { ownReason: "Quiet now" }));
      assert.match(Object.values(why).join(), /Agree with changes, or send it back/);
    });

    test("a record that names a child of another contact that was read today is kept once somebody has looked", async () => {
      const other = await sendContact(kit.context, { ...quiet, children: [aChild({ firstName: "Tamsin" })] });
      const contact = await sendContact(kit.context, quiet);
      const pasted = draftOf("information_only", { childsLife: "Tamsin sleeps at her aunt's" });
      await readReferral(kit.context, screener, other.reference);
      const refused = await problems(recommendShort(contact, pasted));
      assert.match(refused["namesChecked"] ?? "", /^Tamsin is a child of another contact/);
      await recordAlert(kit.context, screener, { reference: contact.reference, kind: "other-family" });
      await recordAlert(kit.context, screener, { reference: contact.reference, kind: "other-family" });
      await recommendShort(contact, pasted, true);
      const { alerts } = await readAlerts(kit.context, manager);
      assert.deepEqual(
        alerts.find(({ kind }) => kind === "other-family"),
        { kind: "other-family", shown: 1, passed: 1 },
      );
      await assert.rejects(readAlerts(kit.context, screener), Forbidden);
    });

    test("a Red that an agency has not answered about is ended only by somebody who says so", async () => {
      const contact = await sendContact(kit.context, quiet);
      const { organisationId } = await addTeam(kit.context);
      await owner`update contact set rating = 'R' where id = ${contact.id}`;
      await owner`
        insert into agency_request (id, contact_id, organisation_id, content, basis, asked_by, asked_at, due_at)
        values (${kit.context.newId()}, ${contact.id}, ${organisationId}, '\\x00', 'x', ${screener.id},
          ${opening}, ${opening})`;
      await recommendShort(
        contact,
        draftOf("information_only", { goingAheadBecause: "The police were there" }),
      );
      const own = { ownReason: "The officer rang us" };
      assert.match(Object.values(await problems(agree(manager, contact, own))).join(), /did not answer yet/);
      await agree(manager, contact, { ...own, withoutAnswer: "yes" });
      const { children } = await readDecidedPage(kit.context, manager, contact.reference);
      assert.equal(children[0]?.decision.known?.rating, "R");
      assert.deepEqual(
        children[0]?.decision.checks.map(({ repliedAt }) => repliedAt),
        [null],
      );
    });
  });
});
