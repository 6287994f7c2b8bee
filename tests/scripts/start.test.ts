import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildIfNeeded } from "../../scripts/build.mjs";
import { installIfNeeded } from "../../scripts/install.mjs";
import { anyFreePort } from "../../scripts/ports.mjs";
import { waitFor } from "../../scripts/processes.mjs";
import { temporaryFolder } from "../support/servers.ts";

/*
 * npm start in a house of its own: the real scripts and the real database, with a web and a worker that do nothing
 * but say that they are there. The real ones are started by the browser journeys.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const house = temporaryFolder("start");
const data = join(house, ".data");

const web = `import { createServer } from "node:http";
const server = createServer((request, response) => response.end(JSON.stringify(process.env)));
server.listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));`;
const worker = `import { writeFileSync } from "node:fs";
writeFileSync(${JSON.stringify(join(house, "worker.json"))}, JSON.stringify({ pid: process.pid, env: process.env }));
process.on("SIGTERM", () => process.exit(0));
setInterval(() => {}, 1000);
process.send("ready");`;

type Started = { child: ChildProcess; said: () => string; ended: Promise<unknown> };
const running: Started[] = [];

function start(env: Record<string, string> = {}): Started {
  const given = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    DEMO: "1",
    ...env,
  } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: house,
    env: given,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const started = { child, said: () => text, ended: once(child, "close") };
  running.push(started);
  return started;
}

async function until(started: Started, words: RegExp): Promise<void> {
  const found = await waitFor(() => words.test(started.said()) || started.child.exitCode !== null, 60_000);
  assert.ok(found && words.test(started.said()), `${words} was not said, but:\n${started.said()}`);
}

/** Every process that was started from this house. */
function processesHere(): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) &&
        Number(pid) !== process.pid &&
        readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(house)
      );
    } catch {
      return false;
    }
  });
}

before(async () => {
  await buildIfNeeded(() => undefined);
  mkdirSync(join(house, "build", "workers"), { recursive: true });
  cpSync(join(root, "scripts"), join(house, "scripts"), { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(root, file), join(house, file));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  for (const part of ["config.js", "config", "db", "domain", "scripts/demo-mailbox.js"])
    cpSync(join(root, "build", part), join(house, "build", part), { recursive: true });
  writeFileSync(join(house, "build", "server.js"), web);
  writeFileSync(join(house, "build", "workers", "index.js"), worker);
  const { sourceHash } = (await import(pathToFileURL(join(house, "scripts", "build.mjs")).href)) as {
    sourceHash: () => string;
  };
  writeFileSync(join(house, "build", ".built-from"), sourceHash());
  // Somebody who installed by hand has no stamp yet, and the link leads to the real packages.
  await installIfNeeded(() => undefined);
});
after(async () => {
  for (const { child } of running) child.kill("SIGKILL");
  await waitFor(() => processesHere().length === 0, 10_000);
  rmSync(house, { recursive: true, force: true });
});

describe("npm start", () => {
  let port = 0;

  test("ends with where it is ready, and tells each process only what is its own", async () => {
    port = await anyFreePort();
    const started = start({ PORT: String(port), DATABASE_QUEUE_URL: "" });
    await until(started, new RegExp(`Ready on http://localhost:${port}\\n[^]*account/sign-in[^]*Ctrl-C`));
    for (const step of [
      "Starting the database",
      "Making the database",
      "Made keys",
      "Starting web and worker",
    ]) {
      assert.ok(started.said().includes(step), step);
    }
    const seen = (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Record<string, string>;
    assert.match(seen["DATABASE_URL"] ?? "", /^postgres:\/\/frontdoor_app:/);
    assert.equal(seen["DATABASE_OWNER_URL"] ?? seen["DATABASE_QUEUE_URL"] ?? seen["SMTP_URL"], undefined);
    const { env } = JSON.parse(readFileSync(join(house, "worker.json"), "utf8")) as {
      env: Record<string, string>;
    };
    assert.match(env["DATABASE_QUEUE_URL"] ?? "", /^postgres:\/\/frontdoor_queue:/);
    assert.match(env["SMTP_URL"] ?? "", /^smtp:\/\/127\.0\.0\.1:\d+$/);
  });

  test("refuses to be started twice in one place", async () => {
    const second = start({ PORT: String(await anyFreePort()) });
    await until(second, /npm start is running here already, as process \d+/);
    await second.ended;
    assert.equal(second.child.exitCode, 1);
  });

  test("starts a worker again that was killed", async () => {
    const pidNow = () =>
      (JSON.parse(readFileSync(join(house, "worker.json"), "utf8")) as { pid: number }).pid;
    const pid = pidNow();
    process.kill(pid, "SIGKILL");
    await until(running[0] as Started, /The worker was ended by SIGKILL; starting it again/);
    assert.ok(await waitFor(() => existsSync(join(house, "worker.json")) && pidNow() !== pid, 10_000));
  });

  test("leaves nothing running after Ctrl-C", async () => {
    const [first] = running;
    first?.child.kill("SIGINT");
    await first?.ended;
    assert.equal(first?.child.exitCode, 0);
    assert.match(first?.said() ?? "", /Stopping/);
    assert.deepEqual(processesHere(), []);
  });

  test("is told that a port which was asked for is in use", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const started = start({ PORT: String(port) });
    await until(started, new RegExp(`Port ${port} is in use by another program`));
    await started.ended;
    assert.equal(started.child.exitCode, 1);
    other.close();
  });

  test("starts again with the same data and keys after it was killed, and stops at SIGTERM", async () => {
    const keys = readFileSync(join(data, "secrets", "keys.env"), "utf8");
    const first = start({ PORT: String(port) });
    await until(first, /Ready on/);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start({ PORT: String(port) });
    await until(second, /Ready on/);
    assert.doesNotMatch(second.said(), /Making the database|Made keys|Applied/);
    assert.equal(readFileSync(join(data, "secrets", "keys.env"), "utf8"), keys);
    second.child.kill("SIGTERM");
    await second.ended;
    assert.deepEqual(processesHere(), []);
  });

  test("gives up on a web that cannot start, shows why, and leaves nothing running", async () => {
    writeFileSync(join(house, "build", "server.js"), "throw new Error('no such luck');");
    const started = start({ PORT: String(port) });
    await until(started, /This could not start\.\nThe web does not start[^]*no such luck/);
    await started.ended;
    assert.equal(started.child.exitCode, 1);
    assert.deepEqual(processesHere(), []);
  });
});
