import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Redis } from "ioredis";
import { waitFor } from "../../scripts/processes.mjs";
import { sendContact } from "../support/contacts.ts";
import { mailKit, outboxRow, owedEmail, type MailKit } from "../support/mail-kit.ts";
import { allDone, owe, plainWork } from "../support/owed.ts";
import {
  queueBackends,
  queueServer,
  workerHere,
  workerProcess,
  type QueueServer,
} from "../support/worker.ts";

for (const backend of queueBackends)
  describe(`a worker that is asked to stop, ${backend}`, () => {
    let mail: MailKit;
    let server: QueueServer;
    before(async () => {
      [mail, server] = await Promise.all([mailKit(), queueServer(backend)]);
    });
    after(async () => {
      await server.remove();
      await mail.close();
    });

    test("lets the job that it is at finish, takes no other, and ends well", async () => {
      const worker = workerProcess(mail.kit, server.parts(mail.kit), { SMTP_URL: mail.server.url });
      await worker.ready();
      mail.server.next({ at: "data", slowMs: 1_500 });
      const job = await owedEmail(mail.owner, (await sendContact(mail.kit.context)).id);
      assert.ok(await waitFor(() => mail.server.tried() === 1, 10_000, 10), worker.log());
      const ended = worker.end("SIGTERM");
      assert.ok(
        await waitFor(() => worker.log().includes('"msg":"the worker stops"'), 10_000, 10),
        worker.log(),
      );
      const late = await owedEmail(mail.owner, (await sendContact(mail.kit.context)).id);
      assert.equal(await ended, 0, worker.log());
      assert.ok((await outboxRow(mail.owner, job)).done_at, "the message was not finished");
      assert.equal((await outboxRow(mail.owner, late)).done_at, null);
      assert.equal(mail.server.tried(), 1);
    });

    test("leaves no connection behind", async () => {
      const worker = await workerHere(mail.kit.context, server.parts(mail.kit));
      await owe(mail.kit.context, plainWork(mail.kit.context));
      await allDone(mail.owner);
      const open = () => openConnections(mail, server);
      assert.ok((await open()) > 0, "the worker's connections are called something else");
      await worker.close();
      assert.deepEqual(worker.fatal, []);
      assert.ok(await waitFor(async () => (await open()) === 0, 5_000, 50), `${await open()} are left`);
    });
  });

/** The connections of workers to the database and to Redis, by the names that they give themselves. */
async function openConnections({ owner }: MailKit, { redis }: QueueServer): Promise<number> {
  const names = ["front-door-relay", "front-door-queue", "front-door-sequencer"];
  const rows = await owner`
    select from pg_stat_activity where datname = current_database() and application_name in ${owner(names)}`;
  if (!redis) return rows.length;
  const asking = new Redis(redis.url);
  const clients = String(await asking.client("LIST"));
  asking.disconnect();
  return rows.length + (clients.match(/ name=\S*front-door/g)?.length ?? 0);
}
