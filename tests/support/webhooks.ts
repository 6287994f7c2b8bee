import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { contactBody } from "#domain/api/contact-body";
import { exampleBody } from "#domain/api/example";
import type { WebhookBody } from "#domain/api/webhooks";
import { sendFromPartner } from "#services/api/send-contact";
import type { Context } from "#services/context";
import { makeWebhook } from "#services/webhooks/change-webhook";
import { addPartner, type PartnerSystem } from "./partner.ts";
import { addStaff } from "./staff.ts";

type Got = { headers: IncomingHttpHeaders; body: string; said: WebhookBody };

/** A partner's own server, that keeps what it is told and answers what a test wants. */
export async function listen() {
  const got: Got[] = [];
  const answer = { status: 204 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      got.push({ headers: request.headers, body, said: JSON.parse(body) as WebhookBody });
      response.writeHead(answer.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hub`, got, answer, close: () => server.close() };
}

export async function addWebhook(context: Context, system: PartnerSystem, url: string) {
  const administrator = await addStaff(context, ["administrator"]);
  const webhookId = context.newId();
  const wanted = { id: webhookId, url, reason: "The test asks for it" };
  const { secret } = await makeWebhook(context, administrator, system.place.organisationId, wanted);
  return { webhookId, secret, administrator };
}

/** Sends the example as a system of an organisation does, past the web. */
export const sendExample = async (context: Context, { keyId, place }: PartnerSystem) => {
  const organisation = {
    ...{ id: place.organisationId, name: "Mill Road Primary" },
    ...({ kind: "education", sourceCode: "2A" } as const),
  };
  const sent = await sendFromPartner(
    context,
    { keyId, organisation },
    { body: contactBody.parse(exampleBody), idempotencyKey: context.newId() },
  );
  if ("problems" in sent) throw new Error("the example cannot be taken");
  return sent;
};

/** A system that is told, with one contact that it sent. */
export async function toldPartner(context: Context, url: string) {
  const system = await addPartner(context);
  const hook = await addWebhook(context, system, url);
  return { system, ...hook, receipt: await sendExample(context, system) };
}
