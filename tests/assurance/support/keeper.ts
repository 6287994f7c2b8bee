import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { endingWithParent } from "../../../scripts/processes.mjs";

export type Kept = {
  /**
   * SIGKILL, as when the machine takes it: no chance to finish anything. Comes up again by itself.
   * @returns false when nothing was running just then
   */
  kill: () => boolean;
  /** How often it ended although nobody killed or stopped it. */
  readonly ownEnds: number;
  stop: () => Promise<void>;
  /** Starts it again after `stop`. */
  start: () => void;
};

/** A crashed process is started again after this long. */
const pauseMs = 50;

/** Keeps a process running: whenever it ends it is started again at once, until `stop`. */
export function keep(args: readonly string[], env: Record<string, string | undefined>, log: string): Kept {
  let stopping = false;
  let killed = false;
  let ownEnds = 0;
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    const output = openSync(log, "a", 0o600);
    const [command, commandArgs] = endingWithParent("SIGKILL", process.execPath, args);
    child = spawn(command, commandArgs, { env: env as NodeJS.ProcessEnv, stdio: ["ignore", output, output] });
    closeSync(output);
    child.once("exit", () => {
      if (!stopping && !killed) ownEnds += 1;
      killed = false;
      if (!stopping) timer = setTimeout(start, pauseMs);
    });
  };
  start();
  return {
    start: () => {
      stopping = false;
      start();
    },
    kill: () => {
      if (child.exitCode !== null || child.signalCode !== null) return false;
      killed = true;
      return child.kill("SIGKILL");
    },
    get ownEnds() {
      return ownEnds;
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), 12_000);
      await gone;
      clearTimeout(hard);
    },
  };
}
