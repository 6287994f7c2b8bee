import { and, eq, isNull, sql } from "drizzle-orm";
import { delivery, inbox, outbox } from "#db/schema/proof";
import type { Context } from "../context.ts";
import {
  asOwedWork,
  OwedProblem,
  type OwedWork,
  type Performed,
  type QueuedJob,
} from "../outbox/owed-work.ts";
import { restAfterProblem } from "../outbox/record-problem.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findAddress } from "./find-address.ts";
import type { Letter, Sent } from "./mailer.ts";
import { messageFacts } from "./message-facts.ts";
import { noLongerWanted } from "./no-longer-wanted.ts";

/** Longer than the mailer ever takes; an attempt without an answer for so long is over. */
const attemptSeconds = 60;
const worker = { kind: "system", process: "mail" } as const;

type Attempt = { number: number; contactId: string; owed: OwedWork<"send-message">; letter: Letter };

/**
 * Sends one owed email. The attempt is written before the mail server is asked and its answer after, so what happened
 * to every message is known, also that it is not known. There is no last try: refused for good is still owed, and the
 * code beside it alarms.
 */
export async function sendMessage(context: Context, job: QueuedJob): Promise<Performed> {
  const { mailer } = context;
  if (!mailer) throw new OwedProblem("no-mail-server");
  const attempt = await unitOfWork(context, worker, (unit) => begin(unit, job));
  if (typeof attempt === "string") return attempt;
  const sent = await mailer.send(attempt.letter);
  return unitOfWork(context, worker, (unit) => finish(unit, attempt, sent));
}

async function begin(unit: Unit, job: QueuedJob): Promise<Attempt | Performed> {
  const owed = await lockOwed(unit, job.outboxId);
  if (!owed) return "gone";
  if (await anotherIsSending(unit, job)) return "gone";
  const { subjectId, recipientId, facts: told } = owed;
  const about = await messageFacts(unit, told.message, subjectId);
  if (!about) throw new OwedProblem("no-subject");
  const because = await noLongerWanted(unit, owed);
  if (because) {
    await markDone(unit, owed.id);
    const facts = { message: told.message, because };
    await unit.audit({ kind: "message.dropped", contactId: about.contactId, subjectId, facts });
    return "done";
  }
  if (!recipientId) throw new OwedProblem("no-recipient");
  const to = await findAddress[told.to](unit, recipientId, told.message);
  if (!to) throw new OwedProblem("no-address");
  const [row] = await unit.tx.execute<{ attempt: number }>(sql`
    insert into delivery (id, outbox_id, attempt, message, recipient_id, started_at)
    select ${unit.context.newId()}, ${owed.id}, coalesce(max(attempt), 0) + 1, ${told.message}, ${recipientId},
      ${unit.now.toISOString()}
    from delivery where outbox_id = ${owed.id}
    returning attempt`);
  const leaseUntil = sql`clock_timestamp() + make_interval(secs => ${attemptSeconds})`;
  await unit.tx.update(outbox).set({ leaseUntil }).where(eq(outbox.id, owed.id));
  const letter = { id: owed.id, kind: told.message, to, facts: about.facts, settings: unit.context.settings };
  return { number: row?.attempt ?? 1, contactId: about.contactId, owed, letter };
}

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

async function finish(
  unit: Unit,
  { number, contactId, owed, letter }: Attempt,
  sent: Sent,
): Promise<Performed> {
  const thisAttempt = and(eq(delivery.outboxId, owed.id), eq(delivery.attempt, number));
  await unit.tx.update(delivery).set(outcomeColumns(unit, sent)).where(thisAttempt);
  if (sent.outcome !== "accepted") {
    await restAfterProblem(unit, owed.id, sent.problem);
    return "problem";
  }
  await markDone(unit, owed.id);
  const facts = { message: letter.kind, attempt: number };
  await unit.audit({ kind: "message.accepted", contactId, subjectId: owed.subjectId, facts });
  return "done";
}

function outcomeColumns({ now }: Unit, sent: Sent) {
  if (sent.outcome === "accepted") return { acceptedAt: now, serverReply: sent.reply };
  if (sent.outcome === "unsure") return { serverReply: sent.problem };
  return {
    refusedAt: now,
    permanent: sent.permanent ? ("yes" as const) : ("no" as const),
    serverReply: sent.reply,
  };
}

async function markDone(unit: Unit, id: string): Promise<void> {
  await unit.tx.update(outbox).set({ doneAt: unit.now, leaseUntil: null }).where(eq(outbox.id, id));
  await unit.tx
    .insert(inbox)
    .values({ outboxId: id, effect: "send-message", at: unit.now })
    .onConflictDoNothing();
}
