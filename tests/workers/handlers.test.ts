import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { UnrecoverableError } from "bullmq";
import type postgres from "postgres";
import { jobKinds, jobs, type JobKind } from "#domain/jobs";
import type { Performed, QueuedJob } from "#services/outbox/owed-work";
import type { QueueJob } from "#workers/backend";
import { addDraftFile } from "#services/files/change-draft-files";
import { askForRun } from "#services/records/retention";
import { handlers } from "#workers/handlers";
import { processor } from "#workers/process-job";
import { aChild, sendContact } from "../support/contacts.ts";
import type { TestContext } from "../support/context.ts";
import { agreeAll, recommendAll } from "../support/deciding.ts";
import { draftForFiles, pdf } from "../support/files.ts";
import { mailKit, outboxRow, owedEmail, type MailKit } from "../support/mail-kit.ts";
import { owe, plainWork } from "../support/owed.ts";
import { recordsKit } from "../support/records-kit.ts";
import { anotherNetwork } from "../support/senders.ts";
import { addStaff, addTeam } from "../support/staff.ts";
import { listen, toldPartner } from "../support/webhooks.ts";

let mail: MailKit;
let kit: TestContext;
let owner: postgres.Sql;
before(async () => {
  mail = await mailKit();
  ({ kit, owner } = mail);
});
after(() => mail.close());

const count = async (rows: Promise<readonly unknown[]>) => (await rows).length;
const owedOf = async (kind: JobKind, subjectId: string) => {
  const [row] = await owner<
    { id: string }[]
  >`select id from outbox where kind = ${kind} and subject_id = ${subjectId}`;
  return row?.id ?? "";
};

/** For each kind: something that owes it, and how to count what it did. */
const scenes: Record<JobKind, () => Promise<{ outboxId: string; effects: () => Promise<number> }>> = {
  "match-contact": async () => {
    await sendContact(kit.context);
    const { id } = await sendContact(kit.context);
    const matched = () =>
      owner`select from audit_event where kind = 'contact.matched' and contact_id = ${id}`;
    return { outboxId: await owedOf("match-contact", id), effects: () => count(matched()) };
  },
  "route-decision": async () => {
    const hub = await addTeam(kit.context);
    const contact = await sendContact(kit.context);
    const screener = await addStaff(kit.context, ["screener"], { place: hub });
    await recommendAll(kit.context, owner, screener, contact, "assessment");
    const manager = await addStaff(kit.context, ["manager"], { place: hub });
    const [id = ""] = await agreeAll(kit.context, owner, manager, contact);
    const made = () => owner`select from pathway where decision_id = ${id}`;
    return { outboxId: await owedOf("route-decision", id), effects: () => count(made()) };
  },
  "scan-file": async () => {
    const access = await draftForFiles(kit.context);
    await addDraftFile(kit.context, {
      ...access,
      network: anotherNetwork(),
      name: "body map.pdf",
      bytes: pdf(),
    });
    const [row] = await owner<{ id: string }[]>`select id from attachment where draft_id = ${access.draftId}`;
    const looked = () => owner`select from attachment where id = ${row?.id ?? ""} and scan = 'unchecked'`;
    return { outboxId: await owedOf("scan-file", row?.id ?? ""), effects: () => count(looked()) };
  },
  "send-message": async () => {
    const { id } = await sendContact(kit.context);
    mail.server.received.splice(0);
    return {
      outboxId: await owedEmail(owner, id),
      effects: () => Promise.resolve(mail.server.received.length),
    };
  },
  "deliver-webhook": async () => {
    const listener = await listen();
    after(() => listener.close());
    const told = await toldPartner(kit.context, listener.url);
    return {
      outboxId:
        (await owner<{ id: string }[]>`select id from outbox where recipient_id = ${told.webhookId}`)[0]
          ?.id ?? "",
      effects: () => Promise.resolve(listener.got.length),
    };
  },
  "delete-expired-drafts": async () => {
    const [outboxId = ""] = await owe(kit.context, plainWork(kit.context));
    const done = () => owner`select from inbox where outbox_id = ${outboxId}`;
    return { outboxId, effects: () => count(done()) };
  },
  "remind-senders": async () => {
    const work = { kind: "remind-senders", subjectId: kit.context.newId(), facts: {} } as const;
    const [outboxId = ""] = await owe(kit.context, work);
    const done = () => owner`select from inbox where outbox_id = ${outboxId}`;
    return { outboxId, effects: () => count(done()) };
  },
  "run-retention": async () => {
    const records = await recordsKit(kit, owner);
    const long = { receivedAt: new Date("1980-01-07T10:00:00Z") };
    const child = aChild({ birth: { kind: "born", date: "1975-03-12" } });
    const { id } = await records.ended({ children: [child] }, long);
    await askForRun(kit.context, records.officer, "The year is over");
    const [run] = await owner<
      { run_id: string }[]
    >`select run_id from retention_item where contact_id = ${id}`;
    await records.confirm(run?.run_id ?? "");
    const erased = () => owner`select from audit_event where kind = 'contact.erased' and contact_id = ${id}`;
    return { outboxId: await owedOf("run-retention", run?.run_id ?? ""), effects: () => count(erased()) };
  },
  heartbeat: () => {
    const beats = () => owner`select from heartbeat where process = 'queue:housekeeping'`;
    return Promise.resolve({ outboxId: kit.context.newId(), effects: () => count(beats()) });
  },
};

for (const kind of jobKinds) {
  describe(kind, () => {
    const deliver = (outboxId: string) => {
      const job: QueuedJob = { outboxId, kind, queue: jobs[kind].queue, recovered: false };
      return (handlers[kind] as (context: typeof kit.context, job: QueuedJob) => Promise<Performed>)(
        kit.context,
        job,
      );
    };

    test("delivered twice: one effect", async () => {
      const { outboxId, effects } = await scenes[kind]();
      assert.equal(await deliver(outboxId), "done");
      await deliver(outboxId);
      assert.equal(await effects(), 1);
    });

    test("delivered five times at once: one effect", async () => {
      const { outboxId, effects } = await scenes[kind]();
      await Promise.all(Array.from({ length: 5 }, () => deliver(outboxId)));
      assert.equal(await effects(), 1);
    });
  });
}

describe("a job that cannot be done", () => {
  const process = async (job: { name: string; data: unknown; attemptsStarted?: number }) => {
    await processor(kit.context, "housekeeping")({ attemptsStarted: 1, ...job } as QueueJob);
  };

  test("one that names no row, or more than a row, or no kind, is refused for good", async () => {
    const outboxId = kit.context.newId();
    for (const job of [
      { name: "delete-expired-drafts", data: {} },
      { name: "delete-expired-drafts", data: null },
      { name: "delete-expired-drafts", data: { outboxId: "1" } },
      { name: "delete-expired-drafts", data: { outboxId, child: "Zephyrine" } },
      { name: "something-else", data: { outboxId } },
    ])
      await assert.rejects(
        process(job),
        (error) => error instanceof UnrecoverableError && error.message === "bad-payload",
      );
  });

  test("one that names a row which is gone is a quiet nothing", async () => {
    await process({ name: "delete-expired-drafts", data: { outboxId: kit.context.newId() } });
  });

  test("one that fails keeps its code with the row, and has not failed for BullMQ", async () => {
    const [outboxId = ""] = await owe(kit.context, plainWork(kit.context));
    await owner`update outbox set facts = '{"planted": true}' where id = ${outboxId}`;
    await process({ name: "delete-expired-drafts", data: { outboxId } });
    const { attempts, last_problem, done_at } = await outboxRow(owner, outboxId);
    assert.deepEqual(
      { attempts, last_problem, done_at },
      { attempts: 1, last_problem: "bad-facts", done_at: null },
    );
  });

  test("one over which three workers died rests, instead of killing a fourth", async () => {
    const [outboxId = ""] = await owe(kit.context, plainWork(kit.context));
    await process({ name: "delete-expired-drafts", data: { outboxId }, attemptsStarted: 4 });
    const { last_problem, done_at, rests } = await outboxRow(owner, outboxId);
    assert.deepEqual({ last_problem, done_at }, { last_problem: "worker-died", done_at: null });
    assert.ok(rests > 10);
  });
});
