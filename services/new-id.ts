import { randomFillSync } from "node:crypto";

/** Random bytes for many ids at once: asking the system for sixteen costs as much as asking for thousands. */
const pool = Buffer.allocUnsafe(4_096);
let used = pool.length;

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, so that new rows land at the end of an index, then random bits. */
export function newId(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What stands in an address or a field is typed by anybody; the database answers what is no id with an error. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
