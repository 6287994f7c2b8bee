import type { Sent } from "#domain/messages";

type Refusal = Exclude<Sent, { outcome: "accepted" }>;

/** What nodemailer puts on its errors, as far as it is used. */
type Failure = {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  permanent?: boolean;
  originalCode?: string;
  timeoutType?: string;
};

/** Commands whose refusal is about this message or this recipient, and not about the connection or our login. */
const aboutMessage = new Set(["MAIL FROM", "RCPT TO", "DATA"]);

/** Failures that come before the first word of a message. */
const beforeMessage = {
  code: new Set(["EDNS", "ETLS", "EAUTH", "ENOAUTH", "EENVELOPE", "ECONFIG"]),
  /** Nobody there, or somebody whose certificate proves nothing. */
  originalCode:
    /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|ERR_TLS|ERR_SSL)/,
  timeoutType: new Set(["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"]),
};

/** What a failed try means. Without an answer to the message itself, it may have arrived. */
export function refusalOf(error: unknown): Refusal {
  const failure: Failure = error instanceof Error ? (error as Failure) : {};
  const { code = "", command = "", responseCode, originalCode = "", timeoutType = "" } = failure;
  if (responseCode !== undefined && aboutMessage.has(command)) {
    const permanent = failure.permanent === true;
    return {
      outcome: "refused",
      permanent,
      problem: permanent ? "mail-refused" : "mail-put-off",
      reply: replyOf(failure),
    };
  }
  if (
    responseCode !== undefined ||
    beforeMessage.code.has(code) ||
    beforeMessage.originalCode.test(originalCode) ||
    beforeMessage.timeoutType.has(timeoutType)
  )
    return { outcome: "refused", permanent: false, problem: "mail-not-sent", reply: replyOf(failure) };
  return { outcome: "unsure", problem: "mail-unsure" };
}

/** "550 5.1.1" or a code of ours. The words of a reply often repeat the address. */
function replyOf({ responseCode, response = "", code = "", originalCode }: Failure): string {
  if (responseCode === undefined) return originalCode ?? code;
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  return enhanced ? `${responseCode} ${enhanced}` : String(responseCode);
}
