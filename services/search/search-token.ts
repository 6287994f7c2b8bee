import { agreedHash, type KeyRing } from "../sealing/key-ring.ts";
import { decrypt, encrypt } from "../sealing/seal.ts";

/** As long as a working day lasts: an address that somebody kept opens nothing tomorrow. */
const livesMs = 12 * 3_600_000;

const placeOf = (staffId: string) => ({ table: "search", row: staffId, column: "typed" });
const keyOf = (keys: KeyRing, staffId: string) => agreedHash(keys, "search-token", staffId);

/**
 * What somebody typed, as an address may carry it: it says nothing to whoever reads the address, and opens for the one
 * who typed it alone. So pages of a result can be linked and gone back to, and no name is in a history or a log.
 */
export function sealTyped(keys: KeyRing, staffId: string, typed: string, now: Date): string {
  const plain = Buffer.from(JSON.stringify([now.getTime(), typed]));
  return encrypt(keyOf(keys, staffId), placeOf(staffId), plain).toString("base64url");
}

/** What was typed; null for an address that is too old, another person's or made up. */
export function openTyped(keys: KeyRing, staffId: string, token: string, now: Date): string | null {
  try {
    const bytes = Buffer.from(token.slice(0, 4_000), "base64url");
    const plain = decrypt(keyOf(keys, staffId), placeOf(staffId), bytes).toString("utf8");
    const [at, typed] = JSON.parse(plain) as [number, string];
    return now.getTime() - at < livesMs ? typed : null;
  } catch {
    return null;
  }
}
