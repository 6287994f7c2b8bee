import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { answerMatch } from "#services/contacts/answer-match";
import { readMatches } from "#services/contacts/read-matches";
import { takeContact } from "#services/contacts/take-contact";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { askToLift, keepRestriction, liftRestriction } from "#services/restricted/lift-restriction";
import { listRestrictions } from "#services/restricted/list-restrictions";
import { unlockContact } from "#services/restricted/unlock-contact";
import { listTriage } from "#services/triage/list-triage";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";

describe("restricting a person", () => {
  let kit: RestrictedKit;
  before(async () => {
    kit = await restrictedKit();
  });
  after(() => kit.close());

  const inTriage = async (actor: StaffActor) => {
    const { rows, counts } = await listTriage(kit.context, actor, { filter: "all", page: 1 });
    return { references: rows.map(({ reference }) => reference), counts };
  };
  test("every contact about them leaves those who are not cleared, also out of their hands", async () => {
    const { context, owner, manager, screener, match, aFamily, restrict, isThere } = kit;
    const family = aFamily();
    const [first, second] = [await family.send(), await family.send()];
    await match(second);
    await takeContact(context, screener, { reference: second.reference, reason: "It is mine" });
    assert.deepEqual([await isThere(first, screener), await isThere(second, screener)], [true, true]);
    const before = await inTriage(screener);

    const { contacts } = await restrict(first);

    assert.equal(contacts, 2, "the contact that may be about the same child too");
    for (const contact of [first, second]) {
      assert.equal(await isThere(contact, screener), false);
      assert.equal(await isThere(contact, manager), true);
    }
    const after = await inTriage(screener);
    assert.ok(before.references.includes(first.reference) && before.references.includes(second.reference));
    assert.ok(!after.references.includes(first.reference) && !after.references.includes(second.reference));
    const [held] = await owner`select holder_id from hold where contact_id = ${second.id}`;
    assert.equal(held?.["holder_id"], null);
    assert.ok(
      (await kit.told(second)).some(([message]) => message === "contact-for-manager"),
      "somebody has to take it",
    );
  });

  test("whoever restricts their own family, or names nobody, is told what to do", async () => {
    const { owner, manager, screener, records, aFamily, restrict, isLocked } = kit;
    const contact = await aFamily().send();
    const [own] = await owner`select email from staff where id = ${manager.id}`;
    for (const email of [String(own?.["email"]), "nobody@example.gov.uk"])
      await assert.rejects(
        restrict(contact, manager, email),
        (error: unknown) => error instanceof Invalid && error.problems["staffEmail"] !== undefined,
      );
    await assert.rejects(restrict(contact, screener), NotFound);
    assert.equal(await isLocked(contact), false);
    assert.equal((await restrict(contact, records)).contacts, 1, "the records officer, who reads none, may");
    await assert.rejects(restrict(contact), Invalid);
  });

  test("lifting takes two people, and gives back what nothing else locks", async () => {
    const { context, owner, manager, colleague, screener, aFamily, restrict, isThere, isLocked } = kit;
    const family = aFamily();
    const contact = await family.send();
    await restrict(contact);
    const [standing] = await owner<{ id: string }[]>`
      select r.id from restriction r join restricted_contact rc on rc.restriction_id = r.id where rc.contact_id = ${contact.id}`;
    const id = standing?.id ?? "";
    await assert.rejects(liftRestriction(context, colleague, { id }), NotFound);
    await assert.rejects(askToLift(context, screener, { id, reason: "Left" }), NotFound);
    await askToLift(context, manager, { id, reason: "Her mother left the council" });
    await assert.rejects(liftRestriction(context, manager, { id }), Forbidden);
    assert.equal(await isThere(contact, screener), false);

    await assert.rejects(keepRestriction(context, screener, { id }), NotFound);
    await keepRestriction(context, colleague, { id });
    await assert.rejects(liftRestriction(context, colleague, { id }), NotFound, "somebody said no");
    await assert.rejects(keepRestriction(context, colleague, { id }), NotFound);
    await askToLift(context, manager, { id, reason: "Her mother left the council" });
    await owner`update restriction set lift_asked_at = lift_asked_at - interval '73 hours' where id = ${id}`;
    await assert.rejects(liftRestriction(context, colleague, { id }), NotFound, "asked too long ago");
    const listed = async () => (await listRestrictions(context, manager, { olderThan: null })).rows;
    assert.equal((await listed()).find((row) => row.id === id)?.lift, null);
    await askToLift(context, colleague, { id, reason: "Her mother left, as HR confirms" });
    await assert.rejects(askToLift(context, manager, { id, reason: "Once more" }), Invalid);
    await keepRestriction(context, colleague, { id });
    await askToLift(context, manager, { id, reason: "Her mother left, as HR confirms" });
    assert.deepEqual(await liftRestriction(context, colleague, { id }), { contacts: 1 });
    assert.equal(await isThere(contact, screener), true);
    assert.equal(await isLocked(await family.send()), false);
  });

  test("a contact that is not about them goes back to the hub, and one that is does not", async () => {
    const { context, owner, manager, screener, match, aFamily, restrict, isThere, isLocked } = kit;
    const family = aFamily();
    const first = await family.send();
    await restrict(first);
    const second = await family.send();
    await assert.rejects(
      unlockContact(context, manager, { reference: first.reference, reason: "?" }),
      Invalid,
    );
    await assert.rejects(
      unlockContact(context, screener, { reference: second.reference, reason: "?" }),
      NotFound,
    );
    await unlockContact(context, manager, {
      reference: second.reference,
      reason: "Another Zofia, born in Ely",
    });
    assert.equal(await isThere(second, screener), true);
    await match(second);
    assert.equal(await isLocked(second), false, "comparing does not lock again what somebody opened");
    const [kept] = await owner`select end_reason from restricted_contact where contact_id = ${second.id}`;
    assert.ok(kept?.["end_reason"] && !String(kept["end_reason"]).includes("Ely"), "why is sealed");
  });

  test("confirming that a child is theirs locks the contact for good", async () => {
    const { context, manager, screener, match, aFamily, restrict, isThere } = kit;
    const family = aFamily();
    const [first, second] = [await family.send(), await family.send()];
    await match(second);
    await restrict(first);
    await unlockContact(context, manager, { reference: second.reference, reason: "Not sure" });
    await takeContact(context, manager, { reference: second.reference, reason: "It is mine" });
    const { head, matches } = await readMatches(context, manager, second.reference);
    await answerMatch(context, manager, {
      ...{ reference: second.reference, version: head.version, matchId: matches[0]?.id ?? "" },
      ...{ answer: "same", reason: "Same date of birth and school" },
    });
    assert.equal(await isThere(second, screener), false);
    await assert.rejects(
      unlockContact(context, manager, { reference: second.reference, reason: "?" }),
      Invalid,
    );
  });
});
