import { randomBytes } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { dataKey, type DataKeySubject } from "#db/schema/proof";
import { Erased, NotFound } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { currentWrapVersion, type KeyRing } from "./key-ring.ts";
import { decrypt, encrypt, type Place } from "./seal.ts";

const wrapPlace = (subject: DataKeySubject, subjectId: string): Place => ({
  table: "data_key",
  row: `${subject}:${subjectId}`,
  column: "wrapped",
});

type Row = {
  subject: DataKeySubject;
  subjectId: string;
  wrapVersion: number;
  wrapped: Buffer | null;
  destroyedAt?: Date | null;
};

/** A new data key and the row that keeps it, for a caller that inserts several rows at once. */
export function newDataKey(
  keys: KeyRing,
  subject: DataKeySubject,
  subjectId: string,
): { key: Buffer; row: Row } {
  const key = randomBytes(32);
  return { key, row: { subject, subjectId, ...wrap(keys, subject, subjectId, key) } };
}

/** A data key as it is kept: wrapped with the version of the sealing key that is in use. */
export function wrap(keys: KeyRing, subject: DataKeySubject, subjectId: string, key: Buffer) {
  const wrapVersion = currentWrapVersion(keys);
  const wrapped = encrypt(wrappingKey(keys, wrapVersion), wrapPlace(subject, subjectId), key);
  return { wrapVersion, wrapped };
}

/** Opens a stored data key. Erased (a NotFound) when it was destroyed. */
export function unwrap(keys: KeyRing, row: Row): Buffer {
  if (row.wrapped === null) {
    if (row.destroyedAt) throw new Erased(row.destroyedAt);
    throw new NotFound("data key destroyed");
  }
  return decrypt(wrappingKey(keys, row.wrapVersion), wrapPlace(row.subject, row.subjectId), row.wrapped);
}

export async function readDataKey(unit: Unit, subject: DataKeySubject, subjectId: string): Promise<Buffer> {
  const [row] = await unit.tx
    .select()
    .from(dataKey)
    .where(and(eq(dataKey.subject, subject), eq(dataKey.subjectId, subjectId)));
  if (!row) throw new NotFound("no data key");
  return unwrap(unit.context.keys, row);
}

/** The keys of many subjects in one query, by subject id; destroyed ones are left out. */
export async function readDataKeys(
  unit: Unit,
  subject: DataKeySubject,
  subjectIds: readonly string[],
): Promise<Map<string, Buffer>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await unit.tx
    .select()
    .from(dataKey)
    .where(and(eq(dataKey.subject, subject), inArray(dataKey.subjectId, [...new Set(subjectIds)])));
  return new Map(
    rows.filter((row) => row.wrapped !== null).map((row) => [row.subjectId, unwrap(unit.context.keys, row)]),
  );
}

function wrappingKey(keys: KeyRing, version: number): Buffer {
  const key = keys.wrapping.get(version);
  if (!key) throw new Error(`the wrapping key of version ${version} is not configured`);
  return key;
}
