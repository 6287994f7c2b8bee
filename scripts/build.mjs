// @ts-check
// Makes build/ from the sources: JavaScript for the processes by TypeScript, the pages and the browser's files by Vite.
// `npm run build` always builds; `npm start` and `npm test` build when a source has changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeBillOfMaterials } from "./bill-of-materials.mjs";
import { root } from "./install.mjs";
import { endingWithParent, isRunning, processName, waitFor } from "./processes.mjs";

const output = join(root, "build");
const stamp = join(output, ".built-from");
const folders = ["app", "config", "db", "domain", "emails", "scripts", "services", "workers"];
const files = [
  ...["config.ts", "server.ts", "remix.config.js", "vite.config.ts"],
  ...["tsconfig.json", "tsconfig.build.json", "package.json", "package-lock.json"],
];

/** @returns {string} changes when any source does */
export function sourceHash() {
  const hash = createHash("sha256");
  const sources = [...files, ...folders.flatMap((folder) => sourcesIn(folder))];
  for (const file of sources) {
    if (!existsSync(join(root, file))) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  return filesIn(join(root, folder)).map((file) => join(folder, file));
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();
}

/** @param {(line: string) => void} say */
export async function buildIfNeeded(say) {
  if (isBuilt()) return;
  say("Building (about half a minute)");
  await alone(async () => {
    if (!isBuilt()) await build();
  });
}

/** @throws with what the tools said */
async function build() {
  const hash = sourceHash();
  // Remix empties build/ when it begins, so the rest is made beside it and moved there when Remix is done.
  const emitted = join(root, ".cache", "emitted");
  rmSync(emitted, { recursive: true, force: true });
  await Promise.all([
    tool(join(root, "scripts", "emit.mjs"), [emitted]),
    tool(join(root, "node_modules", "@remix-run/dev/dist/cli.js"), ["vite:build", "--logLevel", "warn"]),
  ]);
  for (const file of folders.flatMap((folder) => sourcesIn(folder)).filter(isReadAtRunTime)) {
    mkdirSync(dirname(join(emitted, file)), { recursive: true });
    copyFileSync(join(root, file), join(emitted, file));
  }
  for (const name of readdirSync(emitted)) {
    rmSync(join(output, name), { recursive: true, force: true });
    renameSync(join(emitted, name), join(output, name));
  }
  writeFileSync(stamp, hash);
}

/** Files that are read and not imported go along: migrations first of all. @param {string} file */
function isReadAtRunTime(file) {
  return /\.(sql|json|csv|txt)$/.test(file) && !file.startsWith("app/") && !file.startsWith("scripts/");
}

/** Two builds at once would write over each other; the second waits. @param {() => Promise<void>} work */
async function alone(work) {
  const lock = join(root, ".cache", "build.lock");
  mkdirSync(dirname(lock), { recursive: true });
  const mine = JSON.stringify(processName(process.pid));
  const taken = () => {
    try {
      writeFileSync(lock, mine, { flag: "wx" });
      return true;
    } catch {
      try {
        if (!isRunning(JSON.parse(readFileSync(lock, "utf8")))) rmSync(lock, { force: true });
      } catch {
        // Being written or removed at this moment: asked again.
      }
      return false;
    }
  };
  if (!(await waitFor(taken, 300_000, 200)))
    throw new Error(`Another build is running. If none is, delete ${lock}`);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} script @param {string[]} args @returns {Promise<void>} */
function tool(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(...endingWithParent("SIGTERM", process.execPath, [script, ...args]), {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} failed:\n${said.trim()}`));
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const began = Date.now();
  await alone(async () => {
    await build();
    writeBillOfMaterials();
  }).then(
    () => console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`),
    (error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
