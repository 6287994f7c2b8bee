import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Sealed } from "#db/columns";

/** Where a sealed value lives. It is bound to the value, so that a value moved to another row does not open. */
export type Place = { table: string; row: string; column: string };

const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

const bind = (place: Place) => Buffer.from(`${place.table}\0${place.row}\0${place.column}`);

export function encrypt(key: Buffer, place: Place, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bind(place));
  return Buffer.concat([
    Buffer.of(formatVersion),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Throws when the value was altered, moved, or sealed under another key. */
export function decrypt(key: Buffer, place: Place, bytes: Buffer): Buffer {
  if (bytes[0] !== formatVersion) throw new Error("sealed value of an unknown format");
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes }).setAAD(
    bind(place),
  );
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
}

/** Seals any JSON value. */
export function seal(dataKey: Buffer, place: Place, value: unknown): Sealed {
  return encrypt(dataKey, place, Buffer.from(JSON.stringify(value))) as Sealed;
}

export function open<T>(dataKey: Buffer, place: Place, value: Sealed): T {
  return JSON.parse(decrypt(dataKey, place, value).toString("utf8")) as T;
}
