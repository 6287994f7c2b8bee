import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { matchContact } from "#services/contacts/match-contact";
import { readContact } from "#services/contacts/read-contact";
import { readMatches } from "#services/contacts/read-matches";
import { readReferral } from "#services/contacts/read-referral";
import { takeContact } from "#services/contacts/take-contact";
import { viewAddress } from "#services/contacts/view-address";
import { readFormPage } from "#services/decisions/read-form-page";
import { Forbidden } from "#services/errors";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, aSubmission, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const address = { lines: ["7 Larkspur Mews"], postcode: "BN3 1ZZ" };
const safeContact = {
  ...{ detail: null, interpreter: null, communication: null },
  risks: ["address_secret" as const],
};
const where = {
  ...{ questionId: "where", wordingVersion: 1, title: "Where is the child?", item: null },
  entries: [{ label: "Address", value: "7 Larkspur Mews" }],
};
const tells = (page: unknown) => /Larkspur|BN3/.test(JSON.stringify(page));

describe("an address that must stay secret", () => {
  let kit: TestContext;
  let owner: ReturnType<typeof ownerOf>;
  let screener: StaffActor;
  let auditor: StaffActor;
  let secret: SentContact;
  let later: SentContact;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place });
    auditor = await addStaff(kit.context, ["auditor"], { place });
    const { snapshot } = aSubmission();
    const children = [aChild({ nhsNumber: "9434765919" })];
    secret = await sendContact(kit.context, {
      ...{ children, address, safeContact },
      ...{ childNow: "In the house in Larkspur Mews", seenAt: "BN3", otherPlaces: "Larkspur House" },
      snapshot: { ...snapshot, contact: [...snapshot.contact, where] },
    });
    later = await sendContact(kit.context, { children, address: null });
    for (const { id } of [secret, later])
      await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) => matchContact(unit, id));
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  test("stands on no page, neither its own nor that of a contact that it matches", async () => {
    const { reference } = secret;
    const summary = await readContact(kit.context, screener, reference);
    assert.equal(summary.head.addressSecret, true);
    assert.ok(!summary.notKnownYet.includes("Where the child is now"), "it is known, and not shown");
    await takeContact(kit.context, screener, { reference, reason: "The first one" });
    const other = await readMatches(kit.context, screener, later.reference);
    assert.equal(other.matches.length, 1);
    assert.equal(other.matches[0]?.there.address, "Kept secret");
    assert.equal(other.matches[0]?.here.address, "");
    for (const page of [
      summary,
      other,
      await readReferral(kit.context, screener, reference),
      await readMatches(kit.context, screener, reference),
      await readFormPage(kit.context, screener, { reference, page: "recommend" }),
    ])
      assert.ok(!tells(page), JSON.stringify(page));
  });

  test("is opened with a reason by those who may, and each time is recorded", async () => {
    const view = (actor: StaffActor, because: "visit" | null) =>
      viewAddress(kit.context, actor, { reference: secret.reference, because });
    const opened = () => owner`select facts from audit_event where kind = 'contact.address-viewed'`;
    assert.equal((await view(screener, null)).opened, null);
    assert.equal((await opened()).length, 0);
    assert.ok(tells((await view(screener, "visit")).opened));
    assert.deepEqual((await opened())[0]?.["facts"], { because: "visit" });
    await assert.rejects(view(auditor, "visit"), Forbidden);
    assert.equal((await opened()).length, 1);
  });

  test("is shown where nobody said that it must stay secret", async () => {
    const { reference } = await sendContact(kit.context, { address });
    const { head } = await readContact(kit.context, screener, reference);
    assert.ok(tells(head));
  });
});
