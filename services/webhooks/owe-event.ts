import { and, eq, isNull, sql } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import { partnerContact, webhook, webhookEvent, webhookSending } from "#db/schema/partners";
import type { WebhookKind } from "#domain/api/webhooks";
import { addElapsed } from "#domain/clocks";
import type { Unit } from "../unit-of-work.ts";

/** Owes that the system which sent a contact is told of it; nothing where it wants to be told of nothing. */
export async function oweEvent(
  unit: Unit,
  contactId: string,
  kind: WebhookKind,
  availableAt: Date = unit.now,
): Promise<void> {
  const [wanted] = await unit.tx
    .select({ webhookId: webhook.id })
    .from(partnerContact)
    .innerJoin(
      webhook,
      and(eq(webhook.organisationId, partnerContact.organisationId), isNull(webhook.endedAt)),
    )
    .where(eq(partnerContact.contactId, contactId));
  if (!wanted) return;
  const eventId = unit.context.newId();
  const event = { id: eventId, contactId, kind, at: unit.now };
  const made = await unit.tx.insert(webhookEvent).values(event).onConflictDoNothing().returning();
  if (made.length > 0) await oweSending(unit, { ...wanted, eventId, askedBy: null }, availableAt);
}

/** Sends an event to one address; asked again it is another sending of the same event. */
export async function oweSending(
  unit: Unit,
  sending: { webhookId: string; eventId: string; askedBy: string | null },
  availableAt: Date = unit.now,
): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(webhookSending).values({ id, ...sending, askedAt: availableAt });
  await unit.owe({
    ...{ kind: "deliver-webhook", subjectId: id, facts: {}, availableAt },
    recipientId: sending.webhookId,
  });
}

/**
 * When the last child of a contact has a decision, its sender's system is told that there is one. It waits as what the
 * sender themselves is told does, so that a slip can still be put right.
 */
export async function oweDecided(unit: Unit, decisionId: string): Promise<void> {
  const [decided] = await unit.tx
    .select({ contactId: decision.contactId })
    .from(decision)
    .innerJoin(partnerContact, eq(partnerContact.contactId, decision.contactId))
    .where(
      and(
        eq(decision.id, decisionId),
        sql`not exists (select from clock where clock.contact_id = ${decision.contactId}
          and clock.kind = 'decision' and clock.stopped_at is null)`,
      ),
    );
  if (!decided) return;
  const availableAt = addElapsed(unit.now, { minutes: unit.context.settings.feedbackDelayMinutes });
  await oweEvent(unit, decided.contactId, "contact.decision-made", availableAt);
}
