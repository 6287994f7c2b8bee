import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { readSession } from "#services/accounts/read-session";
import { Invalid, NotFound } from "#services/errors";
import { endNamed, nameForContact } from "#services/restricted/name-for-contact";
import { readLocks } from "#services/restricted/read-locks";
import { unlockContact } from "#services/restricted/unlock-contact";
import type { SentContact } from "../../support/contacts.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";
import { addStaff, addTeam, signedIn } from "../../support/staff.ts";

const emailOf = ({ id }: StaffActor) => `${id}@example.gov.uk`;
const wrong = (field: string) => (error: unknown) => error instanceof Invalid && field in error.problems;
const reason = "The assessment went to her team";

describe("somebody who is named for a restricted contact", () => {
  let kit: RestrictedKit;
  let contact: SentContact;
  before(async () => {
    kit = await restrictedKit();
    contact = await kit.aFamily().send();
    await kit.restrict(contact);
  });
  after(() => kit.close());

  const name = (to: StaffActor, by = kit.manager, { reference } = contact) =>
    nameForContact(kit.context, by, { reference, staffEmail: emailOf(to), reason });
  /** As a request of theirs would come: what exists for somebody is read with their session. */
  const seenBy = async (actor: StaffActor) => {
    const secret = (await signedIn(kit.context, actor)).replace("session=", "");
    const session = await readSession(kit.context, secret);
    assert.ok(session);
    return session.actor;
  };

  test("knows of that one, from the next page on, until it is ended", async () => {
    const other = await kit.aFamily().send();
    await kit.restrict(other);
    assert.equal(await kit.isThere(contact, await seenBy(kit.screener)), false);
    await name(kit.screener);
    const named = await seenBy(kit.screener);
    assert.equal(await kit.isThere(contact, named), true);
    assert.equal(await kit.isThere(other, named), false);
    const told = await kit.owner<{ recipient_id: string }[]>`
      select recipient_id from outbox where facts->>'message' = 'contact-named'`;
    assert.deepEqual(
      told.map((row) => row.recipient_id),
      [kit.screener.id],
    );
    await assert.rejects(name(kit.screener), wrong("staffEmail"), "once is enough");
    const { named: all } = await readLocks(kit.context, kit.manager, contact.reference);
    assert.deepEqual(
      all.map((one) => [one.name, one.by, one.reason]),
      [["Sam King", "Mo Shah", reason]],
    );
    const id = all[0]?.id ?? "";
    await assert.rejects(endNamed(kit.context, named, { reference: contact.reference, id }), NotFound);
    await endNamed(kit.context, kit.records, { reference: contact.reference, id });
    await assert.rejects(endNamed(kit.context, kit.records, { reference: contact.reference, id }), NotFound);
    assert.equal(await kit.isThere(contact, await seenBy(kit.screener)), false);
    const kinds = await kit.owner<{ kind: string }[]>`
      select kind from audit_event where contact_id = ${contact.id} and kind like 'contact.name%' order by at, id`;
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ["contact.named", "contact.name-ended"],
    );
  });

  test("is nobody whose family it is, nobody of another organisation, and nobody who does not know of it", async () => {
    const family = await kit.aFamily().send();
    await kit.restrict(family, kit.manager, emailOf(kit.colleague));
    await assert.rejects(name(kit.colleague, kit.manager, family), wrong("staffEmail"));
    const police = await addTeam(kit.context, { kind: "police", purpose: "partner" });
    const officer = await addStaff(kit.context, ["partner"], { place: police });
    await assert.rejects(name(officer), wrong("staffEmail"));
    await assert.rejects(name(kit.records, kit.screener), NotFound, "only who knows of it can name");
    const plain = await kit.aFamily().send();
    await assert.rejects(name(kit.screener, kit.manager, plain), wrong("staffEmail"));
  });

  test("is forgotten when the contact is given back", async () => {
    const held = await kit.aFamily().send();
    await kit.owner`update contact set cleared_only_since = now() where id = ${held.id}`;
    await kit.owner`insert into restricted_contact (id, contact_id, since) values (gen_random_uuid(), ${held.id}, now())`;
    await name(kit.screener, kit.manager, held);
    await unlockContact(kit.context, kit.manager, {
      reference: held.reference,
      reason: "It is somebody else",
    });
    const [row] = await kit.owner`select ended_at from contact_clearance where contact_id = ${held.id}`;
    assert.ok(row?.["ended_at"]);
  });
});
