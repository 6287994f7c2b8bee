import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import PostalMime from "postal-mime";
import type postgres from "postgres";
import { sendMessage } from "#services/mail/send-message";
import { problemCode } from "#services/outbox/record-problem";
import { sendContact } from "../../support/contacts.ts";
import type { TestContext } from "../../support/context.ts";
import {
  auditsOf,
  deliveries,
  mailJob,
  mailKit,
  outboxRow,
  owedEmail,
  type MailKit,
} from "../../support/mail-kit.ts";
import type { MailServer } from "../../support/mail-server.ts";
import { owe } from "../../support/owed.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

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

const oweMessage = async (
  subjectId: string,
  recipientId: string,
  message: "red-contact",
  to: "team" | "staff" | "organisation",
) => {
  const facts = { message, to };
  const [id = ""] = await owe(kit.context, { kind: "send-message", subjectId, recipientId, facts });
  return id;
};

describe("who a message goes to", () => {
  let place: Place;
  let contactId: string;
  before(async () => {
    place = await addTeam(kit.context);
    contactId = (await sendContact(kit.context)).id;
  });
  const to = () => server.received.flatMap((mail) => mail.to);

  test("a referrer, at the address in their sealed room, which leaves an audit event", async () => {
    const contact = await sendContact(kit.context);
    const id = await owedEmail(owner, contact.id);
    assert.equal(await sendMessage(kit.context, mailJob(id)), "done");
    assert.deepEqual(to(), ["jo.reed@school.example"]);
    const [referrer] = await owner<
      { id: string }[]
    >`select id from referrer where contact_id = ${contact.id}`;
    assert.equal((await auditsOf(owner, "referrer.addressed", referrer?.id ?? ""))[0]?.process, "mail");
    const parsed = await PostalMime.parse(server.received[0]?.raw ?? "");
    const spoken = `${contact.reference.slice(0, 4)} ${contact.reference.slice(4)}`;
    assert.equal(parsed.subject, `We received your form – ${spoken}`);
    assert.match(parsed.text ?? "", /on Tue 24 Nov, 10am[\s\S]*by Wed 25 Nov, 10am/);
    assert.doesNotMatch(server.received[0]?.raw ?? "", /Okafor|Mary|bruise|Jo Reed|Mill Road/);
  });

  test("a team's own inbox, or else its organisation's", async () => {
    await owner`update organisation set duty_email = 'council@anytown.example' where id = ${place.organisationId}`;
    const id = await oweMessage(contactId, place.teamId, "red-contact", "team");
    await sendMessage(kit.context, mailJob(id));
    await owner`update team set duty_email = 'hub@anytown.example' where id = ${place.teamId}`;
    const again = await oweMessage((await sendContact(kit.context)).id, place.teamId, "red-contact", "team");
    await sendMessage(kit.context, mailJob(again));
    assert.deepEqual(to(), ["council@anytown.example", "hub@anytown.example"]);
  });

  test("a member of staff", async () => {
    const { id: staffId } = await addStaff(kit.context, ["screener"], { place });
    const id = await oweMessage(contactId, staffId, "red-contact", "staff");
    await sendMessage(kit.context, mailJob(id));
    assert.deepEqual(to(), [`${staffId}@example.gov.uk`]);
  });

  test("nobody, when the directory has no address: it stays owed and says why", async () => {
    const lonely = await addTeam(kit.context);
    const left = await addStaff(kit.context, ["screener"], { place });
    await owner`update staff set active = false where id = ${left.id}`;
    for (const [recipient, kind] of [
      [lonely.teamId, "team"],
      [lonely.organisationId, "organisation"],
      [left.id, "staff"],
      [kit.context.newId(), "organisation"],
    ] as const) {
      const id = await oweMessage(contactId, recipient, "red-contact", kind);
      await assert.rejects(
        sendMessage(kit.context, mailJob(id)),
        (error) => problemCode(error) === "no-address",
      );
      assert.equal((await outboxRow(owner, id)).done_at, null);
      assert.equal((await deliveries(owner, id)).length, 0);
    }
    assert.equal(server.received.length, 0);
  });

  test("nobody, when what stands in the directory is not one plain address", async () => {
    const odd = await addTeam(kit.context);
    await owner`update team set duty_email = ${"hub@anytown.example\r\nBcc: evil@evil.test"} where id = ${odd.teamId}`;
    const id = await oweMessage(contactId, odd.teamId, "red-contact", "team");
    assert.equal(await sendMessage(kit.context, mailJob(id)), "problem");
    assert.equal((await outboxRow(owner, id)).last_problem, "bad-address");
    assert.equal(server.received.length, 0);
  });

  test("nothing is sent about what is not there, or without a mail server", async () => {
    const id = await oweMessage(kit.context.newId(), place.teamId, "red-contact", "team");
    await assert.rejects(
      sendMessage(kit.context, mailJob(id)),
      (error) => problemCode(error) === "no-subject",
    );
    await assert.rejects(
      sendMessage({ ...kit.context, mailer: null }, mailJob(id)),
      (error) => problemCode(error) === "no-mail-server",
    );
  });
});

describe("what becomes of a message", () => {
  test("accepted: one delivery, done, audited, and never again", async () => {
    const { id: contactId } = await sendContact(kit.context);
    const id = await owedEmail(owner, contactId);
    assert.equal(await sendMessage(kit.context, mailJob(id)), "done");
    assert.equal(await sendMessage(kit.context, mailJob(id)), "gone");
    assert.equal(await sendMessage(kit.context, mailJob(id, true)), "gone");
    const rows = await deliveries(owner, id);
    assert.equal(rows.length, 1);
    assert.ok(rows[0]?.accepted && !rows[0].refused);
    assert.match(rows[0]?.reply ?? "", /^250/);
    assert.deepEqual((await auditsOf(owner, "message.accepted", contactId))[0]?.facts, {
      message: "contact-received",
      attempt: 1,
    });
    assert.equal(server.received.length, 1);
  });

  test("delivered ten times at once: one message", async () => {
    const { id: contactId } = await sendContact(kit.context);
    const id = await owedEmail(owner, contactId);
    await Promise.all(Array.from({ length: 10 }, () => sendMessage(kit.context, mailJob(id))));
    assert.equal(server.received.length, 1);
    assert.equal((await deliveries(owner, id)).length, 1);
  });

  test("put off, then accepted with the same id", async () => {
    const id = await owedEmail(owner, (await sendContact(kit.context)).id);
    server.next({ at: "recipient", code: 451, words: "4.7.1 greylisted" });
    assert.equal(await sendMessage(kit.context, mailJob(id)), "problem");
    const rest = await outboxRow(owner, id);
    assert.equal(rest.last_problem, "mail-put-off");
    assert.ok(rest.rests > 10 && rest.rests <= 18, `${rest.rests}`);
    assert.equal(await sendMessage(kit.context, mailJob(id)), "done");
    assert.deepEqual(
      (await deliveries(owner, id)).map(({ accepted, refused, permanent }) => ({
        accepted,
        refused,
        permanent,
      })),
      [
        { accepted: false, refused: true, permanent: "no" },
        { accepted: true, refused: false, permanent: null },
      ],
    );
    const parsed = await PostalMime.parse(server.received[0]?.raw ?? "");
    assert.equal(parsed.messageId, `<${id}@anytown.example>`);
  });

  test("refused for good: still owed, with a code that alarms and no address", async () => {
    const id = await owedEmail(owner, (await sendContact(kit.context)).id);
    server.next({ at: "recipient", code: 550, words: "5.1.1 <jo.reed@school.example> unknown" });
    assert.equal(await sendMessage(kit.context, mailJob(id)), "problem");
    const { done_at, last_problem } = await outboxRow(owner, id);
    assert.deepEqual({ done_at, last_problem }, { done_at: null, last_problem: "mail-refused" });
    assert.deepEqual(
      (await deliveries(owner, id)).map(({ permanent, reply }) => ({ permanent, reply })),
      [{ permanent: "yes", reply: "550 5.1.1" }],
    );
  });

  test("a line that is cut after the message: neither accepted nor refused, and sent again with the same id", async () => {
    const id = await owedEmail(owner, (await sendContact(kit.context)).id);
    server.next({ at: "data", cut: true });
    const before = server.tried();
    assert.equal(await sendMessage(kit.context, mailJob(id)), "problem");
    const [unsure] = await deliveries(owner, id);
    assert.ok(unsure && !unsure.accepted && !unsure.refused);
    assert.equal((await outboxRow(owner, id)).last_problem, "mail-unsure");
    assert.equal(await sendMessage(kit.context, mailJob(id)), "done");
    assert.equal(server.tried() - before, 2);
  });

  test("a worker that died in the middle: only the job that was taken from it sends again, until the attempt is old", async () => {
    const id = await owedEmail(owner, (await sendContact(kit.context)).id);
    const [row] = await owner<{ recipient_id: string }[]>`select recipient_id from outbox where id = ${id}`;
    await owner`insert into delivery (id, outbox_id, attempt, message, recipient_id, started_at)
      values (gen_random_uuid(), ${id}, 1, 'contact-received', ${row?.recipient_id ?? ""}, ${kit.context.now()})`;
    assert.equal(await sendMessage(kit.context, mailJob(id)), "gone");
    assert.equal(server.received.length, 0);
    assert.equal(await sendMessage(kit.context, mailJob(id, true)), "done");
    assert.equal(server.received.length, 1);

    const other = await owedEmail(owner, (await sendContact(kit.context)).id);
    await owner`insert into delivery (id, outbox_id, attempt, message, recipient_id, started_at)
      values (gen_random_uuid(), ${other}, 1, 'contact-received', ${row?.recipient_id ?? ""}, ${kit.context.now()})`;
    kit.at(new Date("2026-11-24T10:01:01Z"));
    assert.equal(await sendMessage(kit.context, mailJob(other)), "done");
  });
});
