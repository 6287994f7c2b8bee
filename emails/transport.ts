import { createTransport } from "nodemailer";
import { isLoopback } from "#config";
import type { Letter, Sent } from "#domain/messages";
import { oneAddress } from "#domain/email-address";
import { writeEmail } from "./index.ts";
import { refusalOf } from "./refusal.ts";

export type MailServer = {
  /** smtp: or smtps:, with the login in it if there is one. Nothing else of the address counts. */
  smtpUrl: string;
  from: { name: string; address: string };
  /** Where links lead. */
  origin: string;
};

/** Connecting, greeting and the whole conversation. A server that stays silent costs one slot for at most this. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const wholeMs = 45_000;

/**
 * The mailer that services reach through their port. It is given no string that was typed in a form without checking
 * it against a grammar of our own, says itself who the envelope is for, and believes that only after comparing it with
 * what was sent.
 */
export function createMailer(
  { smtpUrl, from, origin }: MailServer,
  limits: Partial<typeof patience> & { wholeMs?: number } = {},
): { send: (letter: Letter) => Promise<Sent> } {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const transport = createTransport({
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Mail that a server takes only without encryption stays here. On this machine there is nobody to listen.
    requireTLS: !secure && !isLoopback(host),
    tls: { minVersion: "TLSv1.2" },
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
    ...limits,
  });
  const messageHost = from.address.slice(from.address.lastIndexOf("@") + 1);

  return {
    async send({ id, to, said, settings }) {
      const address = oneAddress(to);
      if (address === null)
        return { outcome: "refused", permanent: true, problem: "bad-address", reply: null };
      const { subject, text, html } = writeEmail(said, { ...settings, origin });
      try {
        const info = await transport.sendMail({
          from,
          to: [{ name: "", address }],
          envelope: { from: from.address, to: [address] },
          // The same for every try, so that a second copy can be told for what it is.
          messageId: `<${id}@${messageHost}>`,
          // Asks out-of-office programs not to answer.
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
          subject,
          text,
          html,
          signal: AbortSignal.timeout(limits.wholeMs ?? wholeMs),
        });
        const meant = isOnly(info.envelope.to, address) && isOnly(info.accepted, address);
        if (!meant || info.rejected.length > 0 || info.envelope.from !== from.address)
          return { outcome: "refused", permanent: true, problem: "wrong-envelope", reply: null };
        return { outcome: "accepted", reply: queueId(info.response, info.serverMessageId) };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

function isOnly(list: readonly unknown[] | undefined, address: string): boolean {
  return list?.length === 1 && list[0] === address;
}

/** The code and the server's own id for the message, which is what its administrator can look up. Never an address. */
function queueId(response: string, serverMessageId: string | undefined): string {
  const id = serverMessageId && /^[\w.-]{1,80}$/.test(serverMessageId) ? ` ${serverMessageId}` : "";
  return `${response.slice(0, 3)}${id}`;
}
