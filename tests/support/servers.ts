import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../scripts/embedded-postgres.mjs";
import type { Options, Postgres } from "../../scripts/embedded-postgres.mjs";
import { anyFreePort } from "../../scripts/ports.mjs";
import { endingWithParent, postgresProcesses, signal, waitFor } from "../../scripts/processes.mjs";

/** A folder that the database's own user can pass through. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `front-door-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

export type TemporaryPostgres = {
  /** The running server; another object after every restart. */
  readonly server: Postgres;
  readonly ownerUrl: string;
  /** The login that no grant and no trigger holds. */
  superuserUrl: (database: string) => string;
  /** The whole server dies at once, as when the power goes; what was committed must be there after `restart`. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  /** Stops it and deletes everything. */
  remove: () => Promise<void>;
};

/** A PostgreSQL of one test's own, to kill and to restart. Durable unless told otherwise. */
export async function temporaryPostgres(options: Partial<Options> = {}): Promise<TemporaryPostgres> {
  const dataDir = options.dataDir ?? temporaryFolder("postgres");
  const port = options.port ?? (await anyFreePort());
  let server = await startPostgres({ ...options, dataDir, port });
  return {
    get server() {
      return server;
    },
    get ownerUrl() {
      // Row-level security binds the owner too, who would find nothing of what a test left.
      return `${server.ownerUrl}?frontdoor.sees=all`;
    },
    superuserUrl: (database) => {
      const file = join(dataDir, "secrets", "postgres.json");
      const { superuser } = JSON.parse(readFileSync(file, "utf8")) as { superuser: string };
      return `postgres://postgres:${superuser}@127.0.0.1:${server.port}/${database}`;
    },
    kill: async () => {
      // Its children see that it is gone only when they next wait for something; one that is busy would outlive it, and
      // go on writing beside the next start.
      const cluster = join(server.home, "postgres");
      signal(server.pid, "SIGKILL");
      const gone = async () => {
        for (const pid of postgresProcesses(cluster)) signal(pid, "SIGKILL");
        return postgresProcesses(cluster).length === 0;
      };
      await Promise.all([server.exited, waitFor(gone, 10_000, 10)]);
    },
    restart: async () => {
      server = await startPostgres({ ...options, dataDir, port });
    },
    remove: async () => {
      await server.stop();
      for (const folder of new Set([server.home, dataDir])) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TemporaryRedis = {
  readonly url: string;
  /** Where it writes down what it holds. */
  readonly folder: string;
  readonly pid: number;
  kill: () => Promise<void>;
  /** Connections stay open and nothing answers. */
  freeze: () => void;
  thaw: () => void;
  restart: () => Promise<void>;
  /** Deletes everything that it holds, as when a cache is replaced by an empty one. */
  wipe: () => Promise<void>;
  remove: () => Promise<void>;
};

/** The settings that production needs: every write is logged, and nothing is thrown out when memory is short. */
const safeRedis = ["--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction"];

/** A Redis of one test's own. */
export async function temporaryRedis(settings: readonly string[] = safeRedis): Promise<TemporaryRedis> {
  const folder = temporaryFolder("redis");
  const port = await anyFreePort();
  const start = async () => {
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...settings];
    const [command, commandArgs] = endingWithParent("SIGKILL", "redis-server", args);
    const child = spawn(command, commandArgs, { stdio: "ignore", detached: true });
    child.once("error", () => undefined);
    const up = await waitFor(() => answers(port), 10_000);
    if (!up || child.pid === undefined) throw new Error("redis-server did not start: is it installed?");
    return child;
  };
  let child = await start();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGCONT");
    child.kill(signal);
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    folder,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => end("SIGKILL"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    restart: async () => {
      await end("SIGTERM");
      child = await start();
    },
    wipe: async () => {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      child = await start();
    },
    remove: async () => {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a Redis on this port answers PING: one that is still reading its log does not. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" }, () => socket.write("PING\r\n"));
    socket.setTimeout(500, () => socket.destroy());
    socket.once("data", (data) => {
      resolve(data.toString().startsWith("+PONG"));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
}
