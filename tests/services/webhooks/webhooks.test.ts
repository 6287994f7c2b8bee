import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { webhookGivesUpHours, webhookUrlProblem } from "#domain/api/webhooks";
import { deliverWebhook } from "#services/webhooks/deliver-webhook";
import { endWebhook, replayEvent } from "#services/webhooks/change-webhook";
import { oweDecided } from "#services/webhooks/owe-event";
import { isPublicAddress } from "#services/webhooks/public-address";
import { lookedUp, postEvent } from "#services/webhooks/post-event";
import { readWebhook } from "#services/webhooks/read-webhook";
import { unitOfWork } from "#services/unit-of-work";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";
import { addPartner } from "../../support/partner.ts";
import { addWebhook, listen, sendExample, toldPartner } from "../../support/webhooks.ts";

let kit: TestContext;
let owner: postgres.Sql;
let listener: Awaited<ReturnType<typeof listen>>;

before(async () => {
  kit = await testContext();
  kit.context.site = { ...kit.context.site, demo: true };
  kit.at(new Date("2026-11-23T10:00:00Z"));
  owner = ownerOf(kit);
  listener = await listen();
});
after(async () => {
  listener.close();
  await owner.end();
  await kit.close();
});

const owedTo = async (webhookId: string) =>
  (
    await owner<{ id: string }[]>`select id from outbox where kind = 'deliver-webhook' and done_at is null
      and recipient_id = ${webhookId} order by created_at, id`
  ).map(({ id }) => id);
const deliver = async (webhookId: string) => {
  const [outboxId = ""] = await owedTo(webhookId);
  const job = { outboxId, kind: "deliver-webhook", queue: "housekeeping", recovered: false } as const;
  return deliverWebhook(kit.context, job);
};

describe("a partner's system", () => {
  test("is told that its contact was received and decided, signed, and nothing more", async () => {
    listener.got.splice(0);
    const { system, webhookId, secret, receipt } = await toldPartner(kit.context, listener.url);
    assert.equal(await deliver(webhookId), "done");
    const [contact] = await owner<{ id: string; children: string[] }[]>`
      select c.id, array_agg(k.id) as children from contact c join contact_child k on k.contact_id = c.id
      where c.reference = ${receipt.reference} group by c.id`;
    assert.ok(contact);
    const hub = await addTeam(kit.context);
    const screener = await addStaff(kit.context, ["screener"], { place: hub });
    const manager = await addStaff(kit.context, ["manager"], { place: hub });
    const sent = { id: contact.id, reference: receipt.reference, childIds: contact.children };
    await recommendAll(kit.context, owner, screener, sent, "assessment");
    const [decisionId = ""] = await agreeAll(kit.context, owner, manager, sent);
    const system_ = { kind: "system", process: "worker" } as const;
    for (let times = 0; times < 2; times += 1)
      await unitOfWork(kit.context, system_, (unit) => oweDecided(unit, decisionId));
    assert.equal((await owedTo(webhookId)).length, 1, "a decision is told once");
    assert.equal(await deliver(webhookId), "done");
    assert.deepEqual(
      listener.got.map(({ said }) => [said.type, said.reference, Object.keys(said).length]),
      [
        ["contact.received", receipt.reference, 4],
        ["contact.decision-made", receipt.reference, 4],
      ],
    );
    for (const { headers, body } of listener.got) {
      const [id, at] = [String(headers["webhook-id"]), String(headers["webhook-timestamp"])];
      assert.equal(new Date(Number(at) * 1_000).toISOString(), "2026-11-23T10:00:00.000Z");
      const key = Buffer.from(secret.replace("whsec_", ""), "base64");
      const mac = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64");
      assert.equal(headers["webhook-signature"], `v1,${mac}`);
    }
    const [dump] = await owner<{ text: string }[]>`select json_agg(w)::text as text from webhook w`;
    assert.ok(!dump?.text.includes(secret.slice(6)), "the secret is sealed");
    const { keyId, place } = system;
    assert.ok(keyId && place);
  });

  test("is told again when it does not take it, under the same id, and left after three days", async () => {
    listener.got.splice(0);
    const { webhookId, administrator, system } = await toldPartner(kit.context, listener.url);
    const { organisationId } = system.place;
    listener.answer.status = 500;
    assert.equal(await deliver(webhookId), "problem");
    assert.equal(await deliver(webhookId), "problem");
    kit.at(new Date(new Date("2026-11-23T10:00:00Z").getTime() + webhookGivesUpHours * 3_600_000));
    assert.equal(await deliver(webhookId), "done");
    assert.deepEqual(await owedTo(webhookId), []);
    const [left] = (await readWebhook(kit.context, administrator, organisationId)).sendings;
    assert.ok(left?.givenUpAt && left.tries === 3 && left.lastStatus === 500);
    listener.answer.status = 200;
    await replayEvent(kit.context, administrator, organisationId, left.eventId);
    assert.equal(await deliver(webhookId), "done");
    assert.equal(listener.got.length, 4);
    assert.equal(new Set(listener.got.map(({ said }) => said.id)).size, 1);
    const replays =
      await owner`select from audit_event where kind = 'webhook.replayed' and actor_id = ${administrator.id}`;
    assert.equal(replays.length, 1);
    const other = await toldPartner(kit.context, listener.url);
    await assert.rejects(
      replayEvent(kit.context, other.administrator, other.system.place.organisationId, left.eventId),
      "what another organisation was told",
    );
    kit.at(new Date("2026-11-23T10:00:00Z"));
  });

  test("that has ended it is told nothing, and one that never asked never was", async () => {
    listener.got.splice(0);
    const { webhookId, administrator, system } = await toldPartner(kit.context, listener.url);
    await endWebhook(kit.context, administrator, system.place.organisationId, "They changed their system");
    assert.equal(await deliver(webhookId), "done");
    await sendExample(kit.context, system);
    await sendExample(kit.context, await addPartner(kit.context));
    assert.deepEqual(await owedTo(webhookId), []);
    assert.equal(listener.got.length, 0);
  });

  test("is not reached where a name leads to a machine of ours by now, nor by a redirect", async () => {
    let reached = 0;
    const ours = createServer((_, answer) => {
      reached += 1;
      answer.writeHead(reached === 1 ? 302 : 200, { Location: address() }).end();
    });
    await new Promise<void>((resolve) => ours.listen(0, "127.0.0.1", resolve));
    const address = () => `http://localhost:${(ours.address() as AddressInfo).port}/`;
    const asked = (options: object) =>
      new Promise<string>((resolve) => {
        const outgoing = request(address(), { agent: false, method: "POST", ...options }, (answer) => {
          answer.destroy();
          resolve(String(answer.statusCode));
        });
        outgoing.on("error", (error) => resolve(error.message)).end();
      });
    // A connection looks for one address of a name, or for all of them: both ways are looked at.
    for (const autoSelectFamily of [true, false])
      assert.equal(await asked({ autoSelectFamily, ...lookedUp(false) }), "not-public");
    assert.equal(reached, 0, "nothing of ours was even connected to");
    const sent = { secret: Buffer.alloc(32), eventId: "x", body: "{}" };
    assert.equal(await postEvent({ ...sent, url: address() }, kit.context.now(), true), 302);
    assert.equal(reached, 1, "where it is sent on to is asked nothing");
    await new Promise((resolve) => ours.close(resolve));
  });

  test("is not told anywhere that is ours or beside us", async () => {
    const real = { ...kit.context, site: { ...kit.context.site, demo: false } };
    const system = await addPartner(kit.context);
    const refused = [
      ...[
        "",
        "records.example.org",
        "http://records.example.org/",
        "https://localhost/",
        "https://127.0.0.1/",
      ],
      ...["https://[::1]/", "https://169.254.169.254/latest", "https://10.0.0.1/", "https://2130706433/"],
      ...[
        "https://0x7f.1/",
        "https://a:b@records.example.org/",
        "https://records.example.org:8443/",
        "https://db/",
      ],
      ...[
        "https://printer.local/",
        "https://x.internal/",
        "ftp://records.example.org/",
        "https://records.example.org/#x",
      ],
    ];
    for (const url of refused) assert.notEqual(webhookUrlProblem(url, false), null, url);
    for (const url of ["https://records.example.org/hub", "https://records.example.org/hub?x=1"])
      assert.equal(webhookUrlProblem(url, false), null, url);
    await assert.rejects(addWebhook(real, system, "https://localhost/"));
    const sent = { secret: Buffer.alloc(32), eventId: "x", body: "{}" };
    const found = new Promise((resolve) => lookedUp(false).lookup?.("localhost", { all: true }, resolve));
    assert.match(String(await found), /not-public/, "a name that leads to this very machine");
    // Nothing may answer for one that anybody can look up, either.
    assert.equal(
      await postEvent({ ...sent, url: "https://localhost.localdomain/" }, kit.context.now(), false),
      null,
    );
    const cases: [string, number, boolean][] = [
      ["93.184.215.14", 4, true],
      ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", 6, true],
      ...[
        "127.0.0.1",
        "10.1.2.3",
        "172.31.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
      ].map((address): [string, number, boolean] => [address, 4, false]),
      ...[
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "ff02::1",
      ].map((address): [string, number, boolean] => [address, 6, false]),
    ];
    for (const [address, family, wanted] of cases)
      assert.equal(isPublicAddress(address, family), wanted, address);
  });
});
