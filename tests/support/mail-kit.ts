import assert from "node:assert/strict";
import type postgres from "postgres";
import { createMailer } from "#emails/transport";
import type { QueuedJob } from "#services/outbox/owed-work";
import { testContext, type TestContext } from "./context.ts";
import { mailServer, type MailServer } from "./mail-server.ts";
import { ownerOf } from "./queue.ts";

export type MailKit = {
  kit: TestContext;
  owner: postgres.Sql;
  server: MailServer;
  close: () => Promise<void>;
};

/** Services on a database of their own that send through a real mail server of this test's. */
export async function mailKit(): Promise<MailKit> {
  const [kit, server] = await Promise.all([testContext(), mailServer()]);
  const owner = ownerOf(kit);
  const from = { name: "Front Door", address: "front-door@anytown.example" };
  kit.context.mailer = createMailer({ smtpUrl: server.url, from, origin: "https://front-door.example" });
  const close = async () => {
    await server.close();
    await owner.end();
    await kit.close();
  };
  return { kit, owner, server, close };
}

export const mailJob = (outboxId: string, recovered = false): QueuedJob & { kind: "send-message" } => ({
  outboxId,
  kind: "send-message",
  queue: "mail",
  recovered,
});

/** The email that is owed about this; the first one when there are several. */
export async function owedEmail(owner: postgres.Sql, subjectId: string): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from outbox where kind = 'send-message' and subject_id = ${subjectId} order by created_at`;
  return row?.id ?? "";
}

type OwedRow = { done_at: Date | null; attempts: number; last_problem: string | null; rests: number };

/** An outbox row, with the seconds that its lease still runs. */
export async function outboxRow(owner: postgres.Sql, id: string): Promise<OwedRow> {
  const [row] = await owner<OwedRow[]>`
    select done_at, attempts, last_problem, extract(epoch from lease_until - clock_timestamp())::float8 as rests
    from outbox where id = ${id}`;
  assert.ok(row);
  return row;
}

type Delivery = { accepted: boolean; refused: boolean; permanent: string | null; reply: string | null };

/** Every attempt at one message, in order. */
export async function deliveries(owner: postgres.Sql, id: string): Promise<Delivery[]> {
  return owner<Delivery[]>`
    select accepted_at is not null as accepted, refused_at is not null as refused, permanent, server_reply as reply
    from delivery where outbox_id = ${id} order by attempt`;
}

export async function auditsOf(owner: postgres.Sql, kind: string, subjectId: string) {
  return owner<{ facts: Record<string, unknown>; process: string }[]>`
    select facts, process from audit_event where kind = ${kind} and subject_id = ${subjectId}`;
}
