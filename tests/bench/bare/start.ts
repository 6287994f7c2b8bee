import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { endingWithParent } from "../../../scripts/processes.mjs";
import type { Recording } from "./recording.ts";

/** The transactions of each piece of work, by what it is asked for with. */
export type BareWork = Map<string, Recording[]>;

export type BareProcess = {
  /** What it said when it was ready. */
  said: unknown;
  /** Sends a message and waits for what it is answered with. */
  ask: (message: unknown[]) => Promise<unknown>;
  stop: () => Promise<void>;
};

/** Starts a file of this folder as a process of its own, gives it its work, and waits for its first message. */
export async function startBare(
  file: "server.ts" | "worker.ts" | "chaining.ts",
  args: readonly string[],
  work: BareWork,
): Promise<BareProcess> {
  const path = fileURLToPath(new URL(`./${file}`, import.meta.url));
  const all = ["--conditions=source", "--import", "tsx", path, ...args];
  const [command, commandArgs] = endingWithParent("SIGKILL", process.execPath, all);
  const child = spawn(command, commandArgs, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the bare ${file} ended with ${code}`);
  });
  failed.catch(() => undefined);
  const answer = async () => {
    const [said] = (await Promise.race([once(child, "message"), failed])) as [unknown];
    return said;
  };
  child.send(work);
  const said = await answer();
  return {
    said,
    ask: (message) => {
      child.send(message);
      return answer();
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}
