// @ts-check
// Brings node_modules to what package-lock.json says, and does nothing when it is there already.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { endingWithParent } from "./processes.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, "package-lock.json");
const stamp = join(root, "node_modules", ".installed-for");

/** The oldest Node this runs on. */
const oldest = { major: 20, minor: 11 };

/** @throws with what to do about it */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new Error(
    `Node ${oldest.major}.${oldest.minor} or newer is needed, and this is Node ${version}. Node 24 is a good choice.`,
  );
}

/** @param {(line: string) => void} say */
export async function installIfNeeded(say) {
  if (isInstalled()) return;
  say(
    existsSync(join(root, "node_modules"))
      ? "Bringing the packages up to date"
      : "Installing the packages (about a minute)",
  );
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  // Under `npm start` this is the npm that was called; else the one on the path.
  const npm = process.env.npm_execpath;
  const [command, all] = npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const child = spawn(...endingWithParent("SIGTERM", command, all), {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit").catch((error) => [error.message]);
  if (code !== 0)
    throw new Error(`npm ci failed (${code}). It needs the npm registry, or a cache of an earlier install.`);
  writeFileSync(stamp, lockHash());
}

function lockHash() {
  return createHash("sha256").update(readFileSync(lockFile)).digest("hex");
}

function isInstalled() {
  if (!existsSync(join(root, "node_modules"))) return false;
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === lockHash();
  if (!holdsLockedVersions()) return false;
  writeFileSync(stamp, lockHash());
  return true;
}

/** Somebody may have installed by hand: npm's own list of what it put there is compared with the lock. */
function holdsLockedVersions() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, "utf8")).packages);
  return wanted.every(
    ([path, entry]) => path === "" || entry.optional || there[path]?.version === entry.version,
  );
}
