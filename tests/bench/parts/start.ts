import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "../../../scripts/build.mjs";
import { anyFreePort } from "../../../scripts/ports.mjs";
import { temporaryFolder } from "../../support/servers.ts";
import type { Part } from "../support/bench.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** `npm start` as somebody types it: packages and build are there, and the first time there is no data. */
export const startPart: Part = {
  name: "start",
  about: "npm start until it says that it is ready, first without data and then with it",
  run: async ({ figure, say }) => {
    await buildIfNeeded(say);
    const folder = temporaryFolder("start");
    const env = {
      ...{ PATH: process.env["PATH"], HOME: process.env["HOME"] },
      ...{ DATA_DIR: `${folder}/data`, PORT: String(await anyFreePort()) },
    } as unknown as NodeJS.ProcessEnv;
    try {
      figure("npm start, empty data → Ready", await secondsUntilReady(env), "at most 30 s");
      figure("npm start again → Ready", await secondsUntilReady(env), "at most 8 s");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function secondsUntilReady(env: NodeJS.ProcessEnv): Promise<string> {
  const began = performance.now();
  const child = spawn("npm", ["start"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  try {
    await said(child, "Ready on ");
    return `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  } finally {
    const gone = once(child, "exit");
    if (child.exitCode === null && child.kill("SIGINT")) await gone;
  }
}

/** @throws with everything that it said, when it ends without saying these words */
async function said(child: ChildProcess, words: string): Promise<void> {
  let text = "";
  const found = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes(words)) resolve();
      });
  });
  const ended = once(child, "exit").then(() => {
    throw new Error(`npm start ended:\n${text}`);
  });
  ended.catch(() => undefined);
  await Promise.race([found, ended]);
}
