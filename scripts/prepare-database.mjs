// @ts-check
// From whatever database was given to a migrated one, and a login for each process.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "./embedded-postgres.mjs";
import { root } from "./install.mjs";
import { endingWithParent } from "./processes.mjs";
import { lastLines } from "./supervise.mjs";

/** @typedef {import("./plan.mjs").Plan} Plan */

/**
 * Keeps the embedded database running until it is stopped: after a crash it comes up again with all that was committed.
 * @param {Plan} plan @param {(line: string) => void} say
 */
export async function keepPostgres(plan, say) {
  let stopping = false;
  let server = await startPostgres({ dataDir: plan.dataDir, say });
  const port = server.port;
  const follow = () => {
    void server.exited.then(async () => {
      while (!stopping) {
        say("The database ended; starting it again");
        try {
          server = await startPostgres({ dataDir: plan.dataDir, port, say });
          return follow();
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 2_000));
        }
      }
    });
  };
  follow();
  return {
    ownerUrl: server.ownerUrl,
    stop: () => {
      stopping = true;
      return server.stop();
    },
  };
}

/**
 * @param {Plan} plan
 * @param {Record<string, string | undefined>} env
 * @param {string | undefined} embeddedUrl the owner's address of the embedded database
 * @param {(line: string) => void} say
 * @returns {Promise<{ owner: string | undefined, logins: Record<"app" | "queue" | "sequencer" | "verify", string | undefined> }>}
 */
export async function prepareDatabase(plan, env, embeddedUrl, say) {
  const { migrate } = await import(join(root, "build", "db", "migrate.js"));
  const given = {
    app: plan.database,
    queue: env.DATABASE_QUEUE_URL || undefined,
    sequencer: env.DATABASE_SEQUENCER_URL || undefined,
    verify: env.DATABASE_VERIFY_URL || undefined,
  };
  let owner = embeddedUrl ?? plan.owner;
  if (owner === undefined && plan.database !== undefined) {
    if (!(await mayOwn(plan.database))) {
      say("DATABASE_URL may not make tables, so they are taken to be there: npm run migrate makes them");
      return { owner: undefined, logins: given };
    }
    say(
      "DATABASE_URL may make tables and logins, so it is used for that alone; web and worker get logins of their own",
    );
    owner = plan.database;
    given.app = undefined;
  }
  const mode = plan.demo ? "demo" : "live";
  const redisUrl = env.REDIS_URL || undefined;
  return {
    owner,
    logins: await migrate({ ownerUrl: owner, dataDir: plan.dataDir, logins: given, redisUrl, mode, say }),
  };
}

/** A superuser, or the database's owner if it can make logins. @param {string} url */
async function mayOwn(url) {
  return ask(url, async (sql) => {
    const [row] = await sql`
      select r.rolsuper or (r.rolcreaterole and pg_has_role(d.datdba, 'usage')) as may
      from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;
    return row?.may === true;
  });
}

/**
 * Makes demo people and a demo week in a database that holds no contact yet.
 * @param {string} owner @param {Record<string, string | undefined>} env @param {string} log @param {(line: string) => void} say
 */
export async function seedIfEmpty(owner, env, log, say) {
  const script = join(root, "build", "scripts", "demo-seed.js");
  if (!existsSync(script)) return;
  const empty = await ask(owner, async (sql) => (await sql`select from contact limit 1`).length === 0);
  if (!empty) return;
  say("Making demo people and a demo week");
  const output = openSync(log, "a", 0o600);
  const [command, args] = endingWithParent("SIGTERM", process.execPath, [script]);
  const child = spawn(command, args, {
    env: /** @type {NodeJS.ProcessEnv} */ (env),
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The demo week could not be made. The end of ${log}:\n${lastLines(log)}`);
}

/** @template T @param {string} url @param {(sql: import("postgres").Sql) => Promise<T>} question @returns {Promise<T>} */
async function ask(url, question) {
  const { default: postgres } = await import("postgres");
  // Row-level security binds the owner too, who would take a full database for an empty one.
  const connection = { "frontdoor.sees": "all" };
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {}, connection });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
