import { z } from "zod";
import { reasonLine } from "../admin-forms.ts";
import { typedText } from "../questions/typed-text.ts";
import { reference } from "./answers.ts";
import { moment } from "./fields.ts";

/** What a partner's system is told by itself. Never which decision was made, and nothing about anybody. */
export const webhookKinds = ["contact.received", "contact.decision-made"] as const;
export type WebhookKind = (typeof webhookKinds)[number];

export const webhookBody = z.strictObject({
  id: z.uuid().meta({ title: "The event", description: "The same in every try: take each once." }),
  type: z.enum(webhookKinds).meta({ title: "What happened" }),
  at: moment({ title: "When it happened" }),
  reference,
});
export type WebhookBody = z.output<typeof webhookBody>;

export const signatureWords =
  "Each is signed. Join the headers Webhook-Id and Webhook-Timestamp and the body as it came with full stops, make the HMAC-SHA256 of that with the secret (the part after whsec_, from base64), and compare it in base64 with what follows “v1,” in Webhook-Signature. Refuse one whose time is more than five minutes from yours. Answer 2xx within ten seconds; otherwise it comes again for three days, and an administrator of the hub can send it once more after that.";

/** Tried for so long after it was asked for; then somebody has to ask again. */
export const webhookGivesUpHours = 72;

/**
 * Why an address cannot be used, in words; null when it can. Only a name that everybody can look up: what it leads to
 * is looked at again whenever something is sent. A demonstration may send to its own machine.
 */
export function webhookUrlProblem(typed: string, demo: boolean): string | null {
  let url: URL;
  try {
    url = new URL(typed);
  } catch {
    return "Write a whole address, such as https://records.example.org/hub";
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "")
    return "Write the address without a name, a password or a part after #";
  if (demo && ["http:", "https:"].includes(url.protocol)) return null;
  if (url.protocol !== "https:") return "The address begins with https://";
  if (url.port !== "") return "Write the address without a port";
  const isName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname);
  return isName && !/\.(?:local|localhost|internal|home\.arpa)$/.test(url.hostname)
    ? null
    : "The address has a name that everybody can look up";
}

export const makeWebhookSchema = z.object({
  id: z.uuid(),
  url: typedText(500, "Write the address to send to"),
  reason: reasonLine,
});
export const endWebhookSchema = z.object({ reason: reasonLine });
export const replaySchema = z.object({ event: z.uuid("Choose what to send again") });
