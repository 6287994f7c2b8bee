import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type postgres from "postgres";
import { takeContact } from "#services/contacts/take-contact";
import { makeRecommendation } from "#services/decisions/make-recommendation";
import { aChild, sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, draftOf, routeAll, versionOf } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const decided = new Date("2026-11-24T10:00:00Z");
let kit: TestContext;
let owner: postgres.Sql;
before(async () => {
  kit = await testContext();
  kit.at(decided);
  owner = ownerOf(kit);
});
after(async () => {
  await owner.end();
  await kit.close();
});

for (const soonness of [
  ["within_24_hours", "now"],
  ["now", "within_24_hours"],
] as const)
  test(`a discussion waits no longer than the child who can wait least: ${soonness.join(", then ")}`, async () => {
    const { context } = kit;
    const screener = await addStaff(context, ["screener"]);
    const manager = await addStaff(context, ["manager"]);
    const police = await addTeam(context, { kind: "police", purpose: "partner" });
    const contact = await sendContact(context, { children: [aChild(), aChild({ firstName: "Sol" })] });
    const { reference } = contact;
    await takeContact(context, screener, { reference, reason: "The next one for this test" });
    for (const [at, urgency] of soonness.entries())
      await makeRecommendation(context, screener, {
        reference,
        version: await versionOf(owner, contact),
        formKey: context.newId(),
        childId: contact.childIds[at] ?? "",
        draft: draftOf("strategy_discussion", { urgency, invited: [police.organisationId] }),
      });
    for (const id of await agreeAll(context, owner, manager, contact)) await routeAll(context, [id]);
    const held = await owner`select hold_by from strategy_discussion where contact_id = ${contact.id}`;
    const soonest = new Date(decided.getTime() + context.settings.strategyNowMinutes * 60_000);
    assert.deepEqual(
      held.map((one) => one["hold_by"] as Date),
      [soonest],
    );
  });
