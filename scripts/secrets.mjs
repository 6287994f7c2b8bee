// @ts-check
// Keys and passwords that a machine makes for itself, in files that only its user can read.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const key = () => randomBytes(32).toString("base64");

/**
 * The keys of a demonstration or of a service with the embedded database, made once.
 * @param {string} dataDir
 * @returns {{ keys: Record<string, string>, made: boolean, file: string }}
 */
export function ownKeys(dataDir) {
  const file = join(dataDir, "secrets", "keys.env");
  const made = !existsSync(file);
  if (made) {
    mkdirSync(dirname(dirname(file)), { recursive: true });
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { mode: 0o700 });
    const keys = { SEAL_KEYS: `1:${key()}`, LOOKUP_KEY: key(), AUDIT_KEY: key() };
    const lines = Object.entries(keys).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(file, lines.join(""), { mode: 0o600, flag: "wx" });
  }
  const pairs = readFileSync(file, "utf8").trim().split("\n");
  const keys = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  return { keys, made, file };
}
