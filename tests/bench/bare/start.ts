import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { endingWithParent } from "../../../scripts/processes.mjs";
import type { BareWork } from "./server.ts";

export type BareProcess = {
  /** What it said when it was ready. */
  said: unknown;
  stop: () => Promise<void>;
};

/** Starts a file of this folder as a process of its own, gives it its work, and waits for its first message. */
export async function startBare(
  file: "server.ts",
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
  child.send(work);
  const [said] = (await Promise.race([once(child, "message"), failed])) as [unknown];
  return {
    said,
    stop: async () => {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}
