import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const line = z.object({
  name: z.string(),
  passed: z.boolean(),
  isSuite: z.boolean(),
  failureType: z.string().optional(),
});
export type Ended = z.output<typeof line>;

/** A test may wait for ever for what a guard that is gone would have ended. */
const longestMs = 300_000;
/** What a file has left to do after the test that was waited for: closing servers, mostly. */
const afterwardsMs = 20_000;

/**
 * Runs one file of tests in a copy of the tree.
 * @param enough says of a test that has just ended whether anything after it matters
 */
export async function runTests(
  { tree, file, databaseUrl }: { tree: string; file: string; databaseUrl: string },
  enough: (ended: Ended) => boolean = () => false,
): Promise<{ ended: Ended[]; said: string }> {
  const reporter = join(tree, "tests/mutations/reporter.mjs");
  const args = ["--conditions=source", "--import", "tsx", "--test", `--test-timeout=${longestMs}`];
  const child = spawn(process.execPath, [...args, `--test-reporter=${reporter}`, file], {
    cwd: tree,
    env: { ...process.env, TEST_DATABASE_OWNER_URL: databaseUrl, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const endAll = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, "SIGKILL");
  };
  const timers = [setTimeout(endAll, longestMs)];
  process.once("exit", endAll);
  const ended: Ended[] = [];
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4_000)));
  createInterface({ input: child.stdout }).on("line", (text) => {
    const parsed = text.startsWith("{") ? line.safeParse(JSON.parse(text)) : null;
    if (!parsed?.success) return;
    ended.push(parsed.data);
    if (enough(parsed.data)) timers.push(setTimeout(endAll, afterwardsMs));
  });
  await once(child, "close");
  timers.forEach(clearTimeout);
  process.removeListener("exit", endAll);
  return { ended, said };
}
