import { createHmac } from "node:crypto";

/**
 * A value that belongs to a flow and that nobody can make who has not the browser's secret: OpenID Connect's state,
 * nonce and code verifier, and the challenge that a passkey signs.
 */
export const flowValue = (secret: string, what: "state" | "nonce" | "verifier" | "challenge"): string =>
  createHmac("sha256", secret).update(what).digest("base64url");
