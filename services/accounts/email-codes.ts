import { createHash, timingSafeEqual } from "node:crypto";
import { lookupHash, lookupHashes, type KeyRing } from "../sealing/key-ring.ts";

/**
 * The six digits of an emailed code. They are worked out from the row's id with a key that the database does not hold,
 * and stored nowhere: a hash of six digits in a copy of the database would be found by trying a million.
 */
export function digitsOf(keys: KeyRing, codeId: string): string {
  return sixDigits(lookupHash(keys, "email code", codeId));
}

/** Whoever wrote the email may have another version of the key in use. */
export function isCodeOf(keys: KeyRing, codeId: string, typed: string): boolean {
  const hashes = lookupHashes(keys, "email code", codeId).values();
  return [...hashes].some((hash) => sameText(typed, sixDigits(hash)));
}

/** 48 bits over a million: no digit is likelier than another by more than one in a hundred million. */
const sixDigits = (hash: Buffer) => String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};

/** People copy codes with spaces and hyphens, and read letters in either case. */
export const plainCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}]/gu, "")
    .toUpperCase();

export const hashLongCode = (code: string): Buffer =>
  createHash("sha256").update(`invitation\0${code}`).digest();
