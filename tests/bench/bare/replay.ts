import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { encrypt } from "#services/sealing/seal";
import type { Recording, Statement } from "./recording.ts";

const asIs = { serialize: (value: unknown) => value, parse: (value: unknown) => value };

/** postgres.js in its fastest form: prepared statements, each round of them in one write. */
export function bareDatabase(url: string, connections: number): postgres.Sql {
  return postgres(url, {
    max: connections,
    onnotice: () => undefined,
    // What was recorded is JSON text already.
    types: { json: { to: 114, from: [114], ...asIs }, jsonb: { to: 3802, from: [3802], ...asIs } },
  });
}

/** Does what was recorded in one transaction, and seals anew whatever in it was sealed. */
export async function replay(sql: postgres.Sql, recording: Recording): Promise<void> {
  const key = randomBytes(32);
  await sql.begin(async (tx) => {
    for (const round of recording) await Promise.all(round.map((statement) => send(tx, statement, key)));
  });
}

function send(tx: postgres.TransactionSql, { text, values }: Statement, key: Buffer) {
  const anew = values.map((value) => (isSealed(value) ? sealAnew(value, key) : value));
  return tx(template(text), ...(anew as never[]));
}

const templates = new Map<string, TemplateStringsArray>();

/** The text between the values, which is what postgres.js prepares a statement from. */
function template(text: string): TemplateStringsArray {
  const known = templates.get(text);
  if (known) return known;
  const parts = text.split(/\$\d+/);
  const made = Object.assign(parts, { raw: parts });
  templates.set(text, made);
  return made;
}

/** A version, a nonce and a tag around the same number of bytes (services/sealing/seal.ts). */
const around = 1 + 12 + 16;

const isSealed = (value: unknown): value is Buffer =>
  Buffer.isBuffer(value) && value.length > around && value[0] === 1;

const place = { table: "bare", row: "row", column: "column" };

const sealAnew = (sealed: Buffer, key: Buffer) => encrypt(key, place, sealed.subarray(around));
