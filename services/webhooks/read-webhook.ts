import { and, desc, eq, isNull } from "drizzle-orm";
import { webhook, webhookEvent, webhookSending } from "#db/schema/partners";
import type { StaffActor } from "#domain/actor";
import type { WebhookKind } from "#domain/api/webhooks";
import type { Context } from "../context.ts";
import { readingAs } from "../directory/administering.ts";
import { findOrganisation } from "../directory/organisations.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Something that a system was told. Of which contact is not said: it would tell who sent it. */
export type ListedSending = {
  id: string;
  eventId: string;
  kind: WebhookKind;
  askedAt: Date;
  asked: boolean;
  tries: number;
  lastStatus: number | null;
  acceptedAt: Date | null;
  givenUpAt: Date | null;
};

/** The last that anybody asks about; older ones stay in the database. */
const atMost = 50;

/** Where an organisation's system is told, and what it was told last. @throws NotFound */
export async function readWebhook(context: Context, actor: StaffActor, organisationId: string) {
  const { organisation, standing } = await readingAs(context, actor, async (unit) => {
    const { id, name, active } = await findOrganisation(unit, organisationId);
    const [found] = await unit.tx
      .select({ id: webhook.id, url: webhook.url, madeAt: webhook.madeAt })
      .from(webhook)
      .where(and(eq(webhook.organisationId, id), isNull(webhook.endedAt)));
    return { organisation: { id, name, active }, standing: found ?? null };
  });
  const sendings = await unitOfWork(
    context,
    { kind: "system", process: "webhooks" },
    async ({ tx }): Promise<ListedSending[]> => {
      const rows = await tx
        .select({ sending: webhookSending, kind: webhookEvent.kind })
        .from(webhookSending)
        .innerJoin(webhook, eq(webhook.id, webhookSending.webhookId))
        .innerJoin(webhookEvent, eq(webhookEvent.id, webhookSending.eventId))
        .where(eq(webhook.organisationId, organisation.id))
        .orderBy(desc(webhookSending.askedAt), desc(webhookSending.id))
        .limit(atMost);
      return rows.map(({ sending: { webhookId: _, askedBy, ...rest }, kind }) => ({
        ...rest,
        ...{ kind, asked: askedBy !== null },
      }));
    },
  );
  return { organisation, standing, sendings };
}
