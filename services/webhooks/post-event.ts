import { createHmac } from "node:crypto";
import { lookup, type LookupAddress } from "node:dns";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import type { LookupFunction } from "node:net";
import { webhookUrlProblem } from "#domain/api/webhooks";
import { isPublicAddress } from "./public-address.ts";

export type SignedEvent = { url: string; secret: Buffer; eventId: string; body: string };

/** The other side takes an event and works on it later. */
const patienceMs = 10_000;

/**
 * What a name leads to is looked at where the connection is made: a name that was public when it was typed in may lead
 * to a machine of ours by now.
 */
const onlyPublic: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error("no-address"), "", 4);
    if (!found.every(({ address, family }) => isPublicAddress(address, family)))
      return done(new Error("not-public"), "", 4);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });

/** How the name in an address is looked up. A demonstration may send to its own machine. */
export const lookedUp = (demo: boolean): { lookup?: LookupFunction } => (demo ? {} : { lookup: onlyPublic });

/** The headers that prove that an event is ours and new, as standardwebhooks.com has them. */
function signed({ secret, eventId, body }: Omit<SignedEvent, "url">, now: Date) {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const mac = createHmac("sha256", secret).update(`${eventId}.${timestamp}.${body}`).digest("base64");
  return { "Webhook-Id": eventId, "Webhook-Timestamp": timestamp, "Webhook-Signature": `v1,${mac}` };
}

/**
 * Sends one event.
 * @returns the status that was answered; null when there was no answer, or the address may not be used
 */
export function postEvent(event: SignedEvent, now: Date, demo: boolean): Promise<number | null> {
  if (webhookUrlProblem(event.url, demo) !== null) return Promise.resolve(null);
  const url = new URL(event.url);
  const send = url.protocol === "https:" ? secure : plain;
  return new Promise((resolve) => {
    const outgoing = send(
      url,
      {
        method: "POST",
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          ...{ "Content-Type": "application/json", "User-Agent": "front-door-webhook/1" },
          "Content-Length": Buffer.byteLength(event.body),
          ...signed(event, now),
        },
        ...lookedUp(demo),
      },
      (incoming) => {
        // What they answer beside the status is of no use, and could be of any length. A redirect is not followed.
        incoming.destroy();
        resolve(incoming.statusCode ?? null);
      },
    );
    outgoing.on("error", () => resolve(null));
    outgoing.end(event.body);
  });
}
