// @ts-check
// Keeps a PostgreSQL for test files that are run by hand, one for all of them, and ends it ten minutes after the last
// one used it.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startPostgres } from "./embedded-postgres.mjs";
import { isRunning, processName } from "./processes.mjs";

const idleMinutes = 10;
const dataDir = join(dirname(dirname(fileURLToPath(import.meta.url))), ".cache", "test-postgres");
const lock = `${dataDir}.lock`;
const me = processName(process.pid);

if (takeLock()) await keep();

/** Test files start at the same moment: the first one's keeper stays. */
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify(me), { flag: "wx" });
      return true;
    } catch {
      const holder = read(lock);
      if (isRunning(holder)) return false;
      rmSync(lock, { force: true });
    }
  }
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

async function keep() {
  const settings = { max_connections: 400 };
  const server = await startPostgres({ dataDir, port: 54400, durable: false, settings, say: console.log });
  const file = join(dataDir, "server.json");
  writeFileSync(`${file}.new`, JSON.stringify({ ownerUrl: server.ownerUrl, keeper: me }), { mode: 0o600 });
  renameSync(`${file}.new`, file);

  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  let used = Date.now();
  const stop = async () => {
    rmSync(file, { force: true });
    await sql.end({ timeout: 1 });
    await server.stop();
    rmSync(lock, { force: true });
    process.exit(0);
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  void server.exited.then(() => process.exit(1));
  for (;;) {
    const sessions = await sql`
      select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    if (sessions.length > 0) used = Date.now();
    if (Date.now() - used > idleMinutes * 60_000) await stop();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}
