import { and, eq, isNull, sql } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { webhook, webhookEvent, webhookSending } from "#db/schema/partners";
import { outbox } from "#db/schema/proof";
import { webhookGivesUpHours, type WebhookBody } from "#domain/api/webhooks";
import { addElapsed } from "#domain/clocks";
import type { Context } from "../context.ts";
import type { Performed, QueuedJob } from "../outbox/owed-work.ts";
import { restAfterProblem } from "../outbox/record-problem.ts";
import { retryPassing } from "../outbox/retry-passing.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { postEvent, type SignedEvent } from "./post-event.ts";

const actor = { kind: "system", process: "webhooks" } as const;

/** Longer than a partner's server is waited for. */
const leaseSeconds = 60;

type Delivery = { sendingId: string; askedAt: Date; event: SignedEvent };

/**
 * Tells a partner's system one thing, at least once: when its answer is lost it is told again under the same id. After
 * three days it is left, and an administrator may ask for it once more.
 */
export async function deliverWebhook(context: Context, job: QueuedJob): Promise<Performed> {
  const { outboxId } = job;
  const delivery = await unitOfWork(context, actor, (unit) => begin(unit, job));
  if (typeof delivery === "string") return delivery;
  const status = await postEvent(delivery.event, context.now(), context.site.demo);
  return retryPassing(() => unitOfWork(context, actor, (unit) => finish(unit, outboxId, delivery, status)));
}

async function begin(unit: Unit, { outboxId, recovered }: QueuedJob): Promise<Delivery | Performed> {
  const { tx } = unit;
  const [owed] = await tx
    .select({ sendingId: outbox.subjectId })
    .from(outbox)
    .where(and(eq(outbox.id, outboxId), eq(outbox.kind, "deliver-webhook"), isNull(outbox.doneAt)))
    .for("update", { skipLocked: true });
  if (!owed) return "gone";
  const [found] = await tx
    .select({ sending: webhookSending, event: webhookEvent, to: webhook, reference: contact.reference })
    .from(webhookSending)
    .innerJoin(webhookEvent, eq(webhookEvent.id, webhookSending.eventId))
    .innerJoin(webhook, eq(webhook.id, webhookSending.webhookId))
    .innerJoin(contact, eq(contact.id, webhookEvent.contactId))
    .where(eq(webhookSending.id, owed.sendingId));
  if (!found || found.to.endedAt !== null) {
    await tx.update(outbox).set({ doneAt: unit.now, leaseUntil: null }).where(eq(outbox.id, outboxId));
    return "done";
  }
  // A young try without an answer is another delivery's, unless the worker that began it died over this very job.
  const since = new Date(unit.now.getTime() - leaseSeconds * 1_000);
  if (!recovered && found.sending.startedAt !== null && found.sending.startedAt > since) return "gone";
  await tx.update(webhookSending).set({ startedAt: unit.now }).where(eq(webhookSending.id, owed.sendingId));
  const leaseUntil = sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`;
  await tx.update(outbox).set({ leaseUntil }).where(eq(outbox.id, outboxId));
  const { event, to, sending, reference } = found;
  const said: WebhookBody = { id: event.id, type: event.kind, at: event.at.toISOString(), reference };
  const key = await readDataKey(unit, "webhook", to.id);
  const secret = open<string>(key, { table: "webhook", row: to.id, column: "secret" }, to.secret);
  return {
    ...{ sendingId: sending.id, askedAt: sending.askedAt },
    event: {
      ...{ url: to.url, eventId: event.id, body: JSON.stringify(said) },
      secret: Buffer.from(secret, "base64"),
    },
  };
}

async function finish(
  unit: Unit,
  outboxId: string,
  { sendingId, askedAt }: Delivery,
  lastStatus: number | null,
): Promise<Performed> {
  const { tx, now } = unit;
  const accepted = lastStatus !== null && lastStatus >= 200 && lastStatus < 300;
  const given = !accepted && now >= addElapsed(askedAt, { hours: webhookGivesUpHours });
  await tx
    .update(webhookSending)
    .set({
      ...{ startedAt: null, lastStatus, tries: sql`${webhookSending.tries} + 1` },
      ...(accepted ? { acceptedAt: now } : {}),
      ...(given ? { givenUpAt: now } : {}),
    })
    .where(eq(webhookSending.id, sendingId));
  if (!accepted && !given) {
    await restAfterProblem(unit, outboxId, lastStatus === null ? "webhook-unanswered" : "webhook-refused");
    return "problem";
  }
  await tx.update(outbox).set({ doneAt: now, leaseUntil: null }).where(eq(outbox.id, outboxId));
  return "done";
}
