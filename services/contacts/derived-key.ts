import { createHash } from "node:crypto";

/**
 * The idempotency key of what has a name of its own elsewhere: the same words always make the same key, and nobody finds
 * another's by it. It has the form of a UUID of version 8, whose meaning is ours. No key of ours is in it: what is sent
 * again after one was changed must find its contact.
 */
export function derivedKey(...words: readonly string[]): string {
  const bytes = createHash("sha256").update(words.join("\0")).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
