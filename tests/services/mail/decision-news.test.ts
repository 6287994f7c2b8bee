import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import PostalMime from "postal-mime";
import type postgres from "postgres";
import { supersedeDecision } from "#services/decisions/supersede-decision";
import { sendMessage } from "#services/mail/send-message";
import { aChild, sendContact } from "../../support/contacts.ts";
import type { TestContext } from "../../support/context.ts";
import { agreeAll, draftOf, recommendAll, versionOf } from "../../support/deciding.ts";
import { auditsOf, mailJob, mailKit, outboxRow, owedEmail, type MailKit } from "../../support/mail-kit.ts";
import type { MailServer } from "../../support/mail-server.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

let mail: MailKit;
let kit: TestContext;
let owner: postgres.Sql;
let server: MailServer;
before(async () => {
  mail = await mailKit();
  ({ kit, owner, server } = mail);
});
after(() => mail.close());
beforeEach(() => {
  server.received.splice(0);
  kit.at(new Date("2026-11-24T10:00:00Z"));
});

describe("news of a decision", () => {
  const decidedContact = async (children: ReturnType<typeof aChild>[]) => {
    const hub = await addTeam(kit.context);
    const screener = await addStaff(kit.context, ["screener"], { place: hub });
    const manager = await addStaff(kit.context, ["manager"], { place: hub });
    const other = await addStaff(kit.context, ["manager"], { place: hub });
    const contact = await sendContact(kit.context, { children });
    await recommendAll(kit.context, owner, screener, contact, "advice");
    const decisionIds = await agreeAll(kit.context, owner, manager, contact);
    return { contact, decisionIds, other };
  };
  test("says that there is an update, and not which", async () => {
    const { decisionIds } = await decidedContact([aChild()]);
    const id = await owedEmail(owner, decisionIds[0] ?? "");
    kit.at(new Date("2026-11-24T10:10:00Z"));
    assert.equal(await sendMessage(kit.context, mailJob(id)), "done");
    const parsed = await PostalMime.parse(server.received[0]?.raw ?? "");
    assert.match(parsed.subject ?? "", /^There is an update – /);
    assert.doesNotMatch(parsed.text ?? "", /advice|Family|assess/i);
  });

  test("is dropped when the decision was superseded meanwhile", async () => {
    const { contact, decisionIds, other } = await decidedContact([aChild()]);
    const id = await owedEmail(owner, decisionIds[0] ?? "");
    await supersedeDecision(kit.context, other, {
      reference: contact.reference,
      version: await versionOf(owner, contact),
      formKey: kit.context.newId(),
      childId: contact.childIds[0] ?? "",
      supersedesId: decisionIds[0] ?? "",
      draft: { ...draftOf("assessment"), ownReason: "The school told us more" },
    });
    kit.at(new Date("2026-11-24T10:10:00Z"));
    assert.equal(await sendMessage(kit.context, mailJob(id)), "done");
    assert.equal(server.received.length, 0);
    const [dropped] = await auditsOf(owner, "message.dropped", decisionIds[0] ?? "");
    assert.deepEqual(dropped?.facts, { message: "decision-made", because: "superseded" });
    assert.ok((await outboxRow(owner, id)).done_at);
  });

  test("is sent once for brothers and sisters decided together", async () => {
    const { decisionIds } = await decidedContact([
      aChild(),
      aChild({ firstName: "Tom", birth: { kind: "born", date: "2018-05-01" } }),
    ]);
    kit.at(new Date("2026-11-24T10:10:01Z"));
    for (const decisionId of decisionIds)
      assert.equal(await sendMessage(kit.context, mailJob(await owedEmail(owner, decisionId))), "done");
    assert.equal(decisionIds.length, 2);
    assert.equal(server.received.length, 1);
    const [dropped] = await auditsOf(owner, "message.dropped", decisionIds[1] ?? "");
    assert.deepEqual(dropped?.facts, { message: "decision-made", because: "told-with-another" });
  });

  test("is dropped when it was read already", async () => {
    const { decisionIds } = await decidedContact([aChild()]);
    await owner`update feedback set read_at = now() where decision_id = ${decisionIds[0] ?? ""}`;
    assert.equal(
      await sendMessage(kit.context, mailJob(await owedEmail(owner, decisionIds[0] ?? ""))),
      "done",
    );
    assert.equal(server.received.length, 0);
  });
});
