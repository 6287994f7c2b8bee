import { and, eq, isNull, sql } from "drizzle-orm";
import { outbox } from "#db/schema/proof";
import type { Letter } from "#domain/messages";
import {
  asOwedWork,
  OwedProblem,
  type OwedWork,
  type Performed,
  type QueuedJob,
} from "../outbox/owed-work.ts";
import type { Unit } from "../unit-of-work.ts";
import { findAddress } from "./find-address.ts";
import { finishOwed } from "./finish-owed.ts";
import { messageFacts, type About } from "./message-facts.ts";
import { noLongerWanted } from "./no-longer-wanted.ts";

/** Longer than the mailer ever takes; an attempt without an answer for so long is over. */
const attemptSeconds = 60;

export type Attempt = {
  number: number;
  contactId?: string;
  owed: OwedWork<"send-message">;
  letter: Letter;
};

/**
 * Writes down that an email is about to be sent, and leases its row for as long as that can take.
 * @returns the attempt with its letter, or what became of the job when there is nothing to send
 * @throws OwedProblem when it cannot be addressed or its subject is gone
 */
export async function beginAttempt(unit: Unit, job: QueuedJob): Promise<Attempt | Performed> {
  const owed = await lockOwed(unit, job.outboxId);
  if (!owed || (await anotherIsSending(unit, job))) return "gone";
  const { subjectId, recipientId, facts: told } = owed;
  const about = await messageFacts(unit, told.message, subjectId);
  if (!about) throw new OwedProblem("no-subject");
  const because = await noLongerWanted(unit, owed, about.contactId);
  if (because) {
    await finishOwed(unit, owed.id);
    const facts = { message: told.message, because };
    await unit.audit({ kind: "message.dropped", ...contactOf(about), subjectId, facts });
    return "done";
  }
  if (!recipientId) throw new OwedProblem("no-recipient");
  const to = await findAddress[told.to](unit, recipientId, told.message);
  if (!to) throw new OwedProblem("no-address");
  const number = await writeAttempt(unit, owed.id, told.message, recipientId);
  const letter = { id: owed.id, to, said: about.said, settings: unit.context.settings };
  return { number, ...contactOf(about), owed, letter };
}

const contactOf = ({ contactId }: About) => (contactId === undefined ? {} : { contactId });

/** The row, locked for this unit; null when it is done or another delivery has it. */
async function lockOwed(unit: Unit, id: string): Promise<OwedWork<"send-message"> | null> {
  const [row] = await unit.tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, id), eq(outbox.kind, "send-message"), isNull(outbox.doneAt)))
    .for("update", { skipLocked: true });
  return row ? asOwedWork("send-message", row) : null;
}

/**
 * A young attempt without an answer belongs to a delivery that is talking to the mail server now, unless this job was
 * taken from a worker that died: then nobody will ever finish it.
 */
async function anotherIsSending(unit: Unit, { outboxId, recovered }: QueuedJob): Promise<boolean> {
  if (recovered) return false;
  const young = new Date(unit.now.getTime() - attemptSeconds * 1_000).toISOString();
  const [found] = await unit.tx.execute<{ busy: boolean }>(sql`
    select exists (select 1 from delivery where outbox_id = ${outboxId} and accepted_at is null
      and refused_at is null and server_reply is null and started_at > ${young}) as busy`);
  return found?.busy ?? false;
}

async function writeAttempt(
  unit: Unit,
  outboxId: string,
  message: string,
  recipientId: string,
): Promise<number> {
  const [row] = await unit.tx.execute<{ attempt: number }>(sql`
    insert into delivery (id, outbox_id, attempt, message, recipient_id, started_at)
    select ${unit.context.newId()}, ${outboxId}, coalesce(max(attempt), 0) + 1, ${message}, ${recipientId},
      ${unit.now.toISOString()}
    from delivery where outbox_id = ${outboxId}
    returning attempt`);
  const leaseUntil = sql`clock_timestamp() + make_interval(secs => ${attemptSeconds})`;
  await unit.tx.update(outbox).set({ leaseUntil }).where(eq(outbox.id, outboxId));
  return row?.attempt ?? 1;
}
