import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { join } from "node:path";
import { after, afterEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startPostgres } from "../../scripts/embedded-postgres.mjs";
import type { Options, Postgres } from "../../scripts/embedded-postgres.mjs";
import { anyFreePort } from "../../scripts/ports.mjs";
import { postgresProcesses, waitFor } from "../../scripts/processes.mjs";
import { temporaryFolder } from "../support/servers.ts";

const launcher = fileURLToPath(new URL("../../scripts/embedded-postgres.mjs", import.meta.url));

/** Whatever a test found, its server must not outlive it. */
const servers: Postgres[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});
async function start(options: Options): Promise<Postgres> {
  const server = await startPostgres(options);
  servers.push(server);
  return server;
}

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

/** A process that starts the database and then does nothing, to be killed. */
async function startElsewhere(dataDir: string, port: number, path = process.env["PATH"]) {
  const script = `import { startPostgres } from ${JSON.stringify(launcher)};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, port: ${port} });
    console.log("started"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, PATH: path },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

describe("the embedded database", () => {
  const dataDir = temporaryFolder("launcher");
  const cluster = join(dataDir, "postgres");
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  let port = 0;
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  test("is made at the first start, for its own logins alone", async () => {
    port = await anyFreePort();
    const server = await start({ dataDir, port, say });
    assert.equal(server.fresh, true);
    await ask(server.ownerUrl, async (sql) => {
      await sql`create table kept (word text)`;
      await sql`insert into kept values ('here')`;
      const [settings] =
        await sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as listens,
        (select rolsuper from pg_roles where rolname = current_user) as super`;
      assert.deepEqual({ ...settings }, { fsync: "on", commit: "on", listens: "127.0.0.1", super: false });
    });
    const stranger = new URL(server.ownerUrl);
    stranger.password = "guess";
    await assert.rejects(
      ask(stranger.href, (sql) => sql`select 1`),
      { code: "28P01" },
    );
    assert.equal(statSync(join(dataDir, "secrets", "postgres.json")).mode & 0o777, 0o600);
    assert.equal(statSync(join(dataDir, "secrets")).mode & 0o777, 0o700);
    assert.equal(statSync(cluster).mode & 0o777, 0o700);
    await server.stop();
    assert.deepEqual(postgresProcesses(cluster), []);
  });

  test("keeps its data and its port", async () => {
    const server = await start({ dataDir, say });
    assert.deepEqual([server.fresh, server.port], [false, port]);
    assert.equal((await ask(server.ownerUrl, (sql) => sql`select word from kept`)).length, 1);
    await server.stop();
  });

  test("takes the next free port when another program has its own, and says so", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    said.length = 0;
    const server = await start({ dataDir, port, say });
    assert.notEqual(server.port, port);
    assert.match(said.join(), new RegExp(`Port ${port} is in use by another program`));
    await server.stop();
    other.close();
  });

  test("refuses a second start while the first one lives", async () => {
    const first = await startElsewhere(dataDir, port);
    await assert.rejects(startPostgres({ dataDir, port }), new RegExp(`in use by process ${first.pid}`));
    first.kill("SIGKILL");
    await once(first, "exit");
  });

  for (const [how, path] of [
    ["and the system ends it with its parent", process.env["PATH"]],
    ["and it runs on without its parent", "/nowhere"],
  ] as const) {
    test(`starts again after its parent was killed, ${how}`, async () => {
      const server = await start({ dataDir, port, say });
      await server.stop();
      const parent = await startElsewhere(dataDir, port, path);
      parent.kill("SIGKILL");
      await once(parent, "exit");
      if (path === "/nowhere") assert.notDeepEqual(postgresProcesses(cluster), []);
      else assert.ok(await waitFor(() => postgresProcesses(cluster).length === 0, 10_000));
      const again = await start({ dataDir, port, say });
      assert.equal((await ask(again.ownerUrl, (sql) => sql`select word from kept`)).length, 1);
      await again.stop();
    });
  }

  test("starts again after it was killed itself, with a pid file that names another program by now", async () => {
    const server = await start({ dataDir, port, say });
    for (const pid of postgresProcesses(cluster)) process.kill(pid, "SIGKILL");
    await server.exited;
    const file = join(cluster, "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
    const again = await start({ dataDir, port, say });
    assert.equal((await ask(again.ownerUrl, (sql) => sql`select word from kept`)).length, 1);
    await again.stop();
  });

  test("makes the database anew when the first attempt was cut off", async () => {
    const folder = temporaryFolder("cut-off");
    mkdirSync(join(folder, "postgres.new"));
    writeFileSync(join(folder, "postgres.new", "half"), "");
    const server = await start({ dataDir: folder, port });
    assert.equal(server.fresh, true);
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test("says what is missing when its passwords are gone", async () => {
    rmSync(join(dataDir, "secrets"), { recursive: true });
    await assert.rejects(startPostgres({ dataDir, port }), /postgres\.json is gone/);
  });
});

// Only root runs the database as somebody else, and only then can its data be out of reach.
if (process.getuid?.() === 0) {
  describe("the embedded database of a root whose folder nobody else can enter", () => {
    const parent = mkdtempSync(join(homedir(), "front-door-test-"));
    chmodSync(parent, 0o700);
    const dataDir = join(parent, "data");
    const homes = new Set<string>();
    after(() => {
      for (const folder of [parent, ...homes]) rmSync(folder, { recursive: true, force: true });
    });

    test("keeps its data where it can reach it, says where, and finds it again", async () => {
      const said: string[] = [];
      const first = await startPostgres({
        dataDir,
        port: await anyFreePort(),
        say: (line) => said.push(line),
      });
      homes.add(first.home);
      await ask(first.ownerUrl, (sql) => sql`create table kept (word text)`);
      await first.stop();
      assert.match(said.join("\n"), new RegExp(`its data is in ${first.home}`));
      assert.ok(!first.home.startsWith(parent));
      assert.notEqual(statSync(join(first.home, "postgres")).uid, 0);

      const second = await start({ dataDir });
      assert.deepEqual([second.home, second.fresh], [first.home, false]);
      await ask(second.ownerUrl, (sql) => sql`select word from kept`);
      await second.stop();
    });

    test("begins anew when the data directory was deleted, and keeps the old data aside", async () => {
      rmSync(dataDir, { recursive: true });
      const server = await start({ dataDir, port: await anyFreePort() });
      homes.add(server.home);
      assert.equal(server.fresh, true);
      await server.stop();
      assert.ok(existsSync(join(server.home, "postgres")));
    });
  });
}
