import { createHash, randomBytes } from "node:crypto";
import { hintLength, keyPattern, keyPrefix } from "#domain/api/keys";

/** A new key as its holder gets it. 256 random bits need no slow hash: there is nothing to guess from. */
export function newSecret(): { secret: string; secretHash: Buffer; hint: string } {
  const secret = `${keyPrefix}${randomBytes(32).toString("base64url")}`;
  return { secret, secretHash: hashOf(secret), hint: secret.slice(0, hintLength) };
}

/** What is kept of a key; null for what cannot be one. */
export const hashOfKey = (typed: string): Buffer | null => (keyPattern.test(typed) ? hashOf(typed) : null);

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
