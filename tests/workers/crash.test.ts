import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { waitFor } from "../../scripts/processes.mjs";
import { sendContact } from "../support/contacts.ts";
import type { TestContext } from "../support/context.ts";
import { agreeAll, recommendAll } from "../support/deciding.ts";
import { mailKit, outboxRow, owedEmail, type MailKit } from "../support/mail-kit.ts";
import { ownerOf } from "../support/queue.ts";
import { addStaff, addTeam } from "../support/staff.ts";
import {
  queueBackends,
  queueServer,
  quickWorker,
  workerProcess,
  type QueueServer,
  type WorkerProcess,
} from "../support/worker.ts";

/** What a killed worker left is found after its lock of 2 s and a check of 1 s; the rest is for a busy machine. */
const recoveredWithinMs = 30_000;

for (const backend of queueBackends) {
  describe(`a worker killed in the middle of a job, ${backend}`, () => {
    let mail: MailKit;
    let kit: TestContext;
    let owner: postgres.Sql;
    let server: QueueServer;
    const workers: WorkerProcess[] = [];
    before(async () => {
      [mail, server] = await Promise.all([mailKit(), queueServer(backend)]);
      ({ kit, owner } = mail);
    });
    after(async () => {
      await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
      await server.remove();
      await mail.close();
    });

    const start = async () => {
      const worker = workerProcess(kit, server.parts(kit), { SMTP_URL: mail.server.url }, quickWorker);
      workers.push(worker);
      await worker.ready();
      return worker;
    };
    const isDone = async (id: string) => (await outboxRow(owner, id)).done_at !== null;
    const job = async (kind: string, subjectId: string) => {
      const [row] = await owner<{ id: string }[]>`
        select id from outbox where kind = ${kind} and subject_id = ${subjectId}`;
      return row?.id ?? assert.fail(`nothing owes ${kind}`);
    };

    let worker: WorkerProcess;
    test("while it matches and routes: nothing is half done, and the next one does each once", async (t) => {
      const hub = await addTeam(kit.context);
      const contact = await sendContact(kit.context);
      const screener = await addStaff(kit.context, ["screener"], { place: hub });
      await recommendAll(kit.context, owner, screener, contact, "assessment");
      const manager = await addStaff(kit.context, ["manager"], { place: hub });
      const [decisionId = ""] = await agreeAll(kit.context, owner, manager, contact);
      const jobs = [await job("match-contact", contact.id), await job("route-decision", decisionId)];
      const receipt = await owedEmail(owner, contact.id);
      // Asked as the worker's own login: another one is not shown what a session waits for.
      const inTheMiddle = async () => {
        const rows = await kit.context.database.orm.execute(sql`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        return rows.length === jobs.length;
      };
      // A connection of its own: the owner's other one looks at the rows meanwhile.
      const holder = ownerOf(kit);
      await holder.begin(async (tx) => {
        await tx`select from contact where id = ${contact.id} for update`;
        const killed = await start();
        assert.ok(await waitFor(inTheMiddle, 10_000, 10), `the jobs never began\n${killed.log()}`);
        await killed.end("SIGKILL");
      });
      await holder.end();
      assert.deepEqual(await Promise.all(jobs.map(isDone)), [false, false]);
      const effects = async () => [
        (await owner`select from audit_event where kind = 'contact.matched' and contact_id = ${contact.id}`)
          .length,
        (await owner`select from pathway where decision_id = ${decisionId}`).length,
      ];
      assert.deepEqual(await effects(), [0, 0]);

      const killed = performance.now();
      worker = await start();
      const allDone = async () => (await Promise.all([...jobs, receipt].map(isDone))).every(Boolean);
      assert.ok(await waitFor(allDone, recoveredWithinMs, 20), worker.log());
      t.diagnostic(
        `done ${Math.round(performance.now() - killed)} ms after the kill, the next start included`,
      );
      assert.deepEqual(await effects(), [1, 1]);
    });

    test("again and again while it mails: taken up twice, then it rests and the others flow", async () => {
      const before = mail.server.tried();
      mail.server.next({ at: "data", hang: true }, { at: "data", hang: true }, { at: "data", hang: true });
      const message = await owedEmail(owner, (await sendContact(kit.context)).id);
      for (let deaths = 1; deaths <= 3; deaths += 1) {
        const asked = () => mail.server.tried() === before + deaths;
        assert.ok(await waitFor(asked, recoveredWithinMs, 20), worker.log());
        await worker.end("SIGKILL");
        worker = await start();
      }
      const rests = async () => (await outboxRow(owner, message)).last_problem === "worker-died";
      assert.ok(await waitFor(rests, recoveredWithinMs, 50), worker.log());
      assert.equal(mail.server.tried(), before + 3);

      const other = await owedEmail(owner, (await sendContact(kit.context)).id);
      assert.ok(await waitFor(() => isDone(other), 10_000, 20), worker.log());

      // The rest passes; the attempts first, because a young one would still count as under way.
      await owner`update delivery set started_at = started_at - interval '2 minutes' where outbox_id = ${message}`;
      await owner`update outbox set lease_until = now() where id = ${message}`;
      assert.ok(await waitFor(() => isDone(message), 10_000, 20), worker.log());
    });

    test("nothing that was typed is in a log", () => {
      assert.doesNotMatch(workers.map((one) => one.log()).join(""), /jo\.reed|Okafor|school\.example/);
    });
  });
}
