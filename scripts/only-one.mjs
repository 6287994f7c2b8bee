// @ts-check
// One start at a time in a data directory, and none of an earlier one's processes left over.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRunning, processName, signal, waitFor } from "./processes.mjs";

/** @typedef {import("./processes.mjs").ProcessName} ProcessName */

/**
 * @param {string} dataDir @param {(line: string) => void} say
 * @returns {Promise<{ note: (children: (ProcessName | undefined)[]) => void, release: () => void }>}
 * @throws when another start is running here
 */
export async function onlyOne(dataDir, say) {
  const file = join(dataDir, "run.json");
  const { supervisor, children = [] } = read(file);
  if (isRunning(supervisor)) {
    throw new Error(
      `npm start is running here already, as process ${supervisor?.pid}. Stop that one first (Ctrl-C, or kill ${supervisor?.pid}).`,
    );
  }
  const left = children.filter(isRunning);
  if (left.length > 0) {
    say("Ending what an earlier start left behind");
    for (const { pid } of left) signal(pid, "SIGTERM");
    await waitFor(() => !left.some(isRunning), 10_000);
    for (const { pid } of left.filter(isRunning)) signal(pid, "SIGKILL");
  }
  /** @param {(ProcessName | undefined)[]} running */
  const note = (running) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      `${file}.new`,
      JSON.stringify({ supervisor: processName(process.pid), children: running.filter(Boolean) }),
    );
    renameSync(`${file}.new`, file);
  };
  note([]);
  return { note, release: () => rmSync(file, { force: true }) };
}

/** @param {string} file @returns {{ supervisor?: ProcessName, children?: ProcessName[] }} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
