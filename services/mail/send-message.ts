import { and, eq } from "drizzle-orm";
import { delivery, outbox } from "#db/schema/proof";
import type { Sent } from "#domain/messages";
import type { Context } from "../context.ts";
import { OwedProblem, type Performed, type QueuedJob } from "../outbox/owed-work.ts";
import { restAfterProblem } from "../outbox/record-problem.ts";
import { retryPassing } from "../outbox/retry-passing.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { beginAttempt, type Attempt } from "./begin-attempt.ts";
import { finishOwed } from "./finish-owed.ts";

const mail = { kind: "system", process: "mail" } as const;

/**
 * Sends one owed email. The attempt is written before the mail server is asked and its answer after, so what happened
 * to every message is known, also that it is not known. There is no last try: refused for good is still owed, and the
 * code beside it alarms.
 */
export async function sendMessage(context: Context, job: QueuedJob): Promise<Performed> {
  const { mailer } = context;
  if (!mailer) throw new OwedProblem("no-mail-server");
  const attempt = await unitOfWork(context, mail, (unit) => beginAttempt(unit, job));
  if (typeof attempt === "string") return attempt;
  const sent = await mailer.send(attempt.letter);
  // What the mail server said is not lost for a connection that was cut: that would send the message again.
  return retryPassing(() => unitOfWork(context, mail, (unit) => finishAttempt(unit, attempt, sent)));
}

async function finishAttempt(unit: Unit, attempt: Attempt, sent: Sent): Promise<Performed> {
  const { number, owed, letter } = attempt;
  const [open] = await unit.tx
    .select({ doneAt: outbox.doneAt })
    .from(outbox)
    .where(eq(outbox.id, owed.id))
    .for("update");
  if (open?.doneAt) return "done";
  const thisAttempt = and(eq(delivery.outboxId, owed.id), eq(delivery.attempt, number));
  await unit.tx.update(delivery).set(outcomeColumns(unit, sent)).where(thisAttempt);
  if (sent.outcome !== "accepted") {
    await restAfterProblem(unit, owed.id, sent.problem);
    return "problem";
  }
  await finishOwed(unit, owed.id);
  const about = attempt.contactId === undefined ? {} : { contactId: attempt.contactId };
  const facts = { message: letter.said.kind, attempt: number };
  await unit.audit({ kind: "message.accepted", ...about, subjectId: owed.subjectId, facts });
  return "done";
}

function outcomeColumns({ now }: Unit, sent: Sent) {
  if (sent.outcome === "accepted") return { acceptedAt: now, serverReply: sent.reply };
  if (sent.outcome === "unsure") return { serverReply: sent.problem };
  const permanent = sent.permanent ? ("yes" as const) : ("no" as const);
  return { refusedAt: now, permanent, serverReply: sent.reply };
}
