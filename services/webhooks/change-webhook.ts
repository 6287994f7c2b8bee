import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { webhook, webhookEvent, webhookSending } from "#db/schema/partners";
import { dataKey } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { webhookUrlProblem, type makeWebhookSchema } from "#domain/api/webhooks";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { administering } from "../directory/administering.ts";
import { keepChange } from "../directory/history.ts";
import { findOrganisation } from "../directory/organisations.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { oweSending } from "./owe-event.ts";

/**
 * Sets where an organisation's system is told how its contacts come along, in place of where it was told before.
 * @returns the secret that signs what it is told, which is shown now and never again
 * @throws NotFound; Invalid by field
 */
export async function makeWebhook(
  context: Context,
  actor: StaffActor,
  organisationId: string,
  { id, url, reason }: z.output<typeof makeWebhookSchema>,
): Promise<{ secret: string }> {
  const problem = webhookUrlProblem(url, context.site.demo);
  if (problem !== null) throw new Invalid({ url: problem });
  return administering(context, actor, async (unit) => {
    const { active } = await findOrganisation(unit, organisationId);
    if (!active) throw new Invalid({ url: "It has ended and is told nothing" });
    const before = await end(unit, actor, organisationId);
    const { key, row } = newDataKey(context.keys, "webhook", id);
    const bare = randomBytes(32).toString("base64");
    const secret = seal(key, { table: "webhook", row: id, column: "secret" }, bare);
    await unit.tx.insert(dataKey).values(row).onConflictDoNothing();
    const made = await unit.tx
      .insert(webhook)
      .values({ ...{ id, organisationId, url, secret }, madeBy: actor.id, madeAt: unit.now })
      .onConflictDoNothing()
      .returning({ id: webhook.id });
    if (made.length === 0)
      throw new Invalid({ reason: "This was set already. To get another secret, set it again" });
    await unit.audit({ kind: "webhook.made", subjectId: id, facts: {} });
    await keep(unit, organisationId, before, url, reason);
    return { secret: `whsec_${bare}` };
  });
}

/** @throws NotFound; Invalid when it is told nothing */
export async function endWebhook(
  context: Context,
  actor: StaffActor,
  organisationId: string,
  reason: string,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    await findOrganisation(unit, organisationId);
    const before = await end(unit, actor, organisationId);
    if (before === null) throw new Invalid({ reason: "Its system is told nothing already" });
    await keep(unit, organisationId, before, null, reason);
  });
}

async function end(unit: Unit, { id }: StaffActor, organisationId: string): Promise<string | null> {
  const [ended] = await unit.tx
    .update(webhook)
    .set({ endedAt: unit.now, endedBy: id })
    .where(and(eq(webhook.organisationId, organisationId), isNull(webhook.endedAt)))
    .returning({ id: webhook.id, url: webhook.url });
  if (!ended) return null;
  await unit.audit({ kind: "webhook.ended", subjectId: ended.id, facts: {} });
  return ended.url;
}

const keep = (unit: Unit, subjectId: string, before: string | null, after: string | null, reason: string) =>
  keepChange(unit, {
    ...{ kind: "organisation", subjectId, act: "changed", reason },
    ...{ before: { webhook: before }, after: { webhook: after } },
  });

/**
 * Tells an organisation's system something once more, under the same id.
 * @throws Invalid when it was never told that, or is told nothing now
 */
export async function replayEvent(
  context: Context,
  actor: StaffActor,
  organisationId: string,
  eventId: string,
): Promise<void> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  // The event says who sent a contact, and an administrator may not know that: the process looks it up for them.
  await unitOfWork(context, { kind: "system", process: "webhooks" }, async (unit) => {
    const ours = and(eq(webhook.organisationId, organisationId), eq(webhookEvent.id, eventId));
    const [told] = await unit.tx
      .select({ id: webhookEvent.id })
      .from(webhookEvent)
      .innerJoin(webhookSending, eq(webhookSending.eventId, webhookEvent.id))
      .innerJoin(webhook, eq(webhook.id, webhookSending.webhookId))
      .where(ours);
    const standing = and(eq(webhook.organisationId, organisationId), isNull(webhook.endedAt));
    const [to] = await unit.tx.select({ id: webhook.id }).from(webhook).where(standing);
    if (!told || !to) throw new Invalid({ event: "Choose something that its system was told" });
    await oweSending(unit, { webhookId: to.id, eventId, askedBy: actor.id });
  });
  await unitOfWork(context, actor, (unit) =>
    unit.audit({ kind: "webhook.replayed", subjectId: eventId, facts: {} }),
  );
}
