// @ts-check
// PostgreSQL refuses to run as root. Started by root it runs as a user without rights, and needs places that this
// user can reach: its programs to read, its data to own.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { bareEnvironment } from "./processes.mjs";

/** @typedef {{ uid: number, gid: number }} User */

/** nobody: on every Linux, so that no user has to be made. */
const nobody = process.platform === "darwin" ? 4294967294 : 65534;

/**
 * Who PostgreSQL runs as.
 * @param {string} cluster its data folder, which may belong to somebody from an earlier start
 * @returns {User | undefined} nothing means: as we are
 */
export function databaseUser(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  return owner !== undefined && owner.uid !== 0
    ? { uid: owner.uid, gid: owner.gid }
    : { uid: nobody, gid: nobody };
}

/** @param {User | undefined} user @param {string} path @returns {boolean} whether this user can enter and read it */
export function reaches(user, path) {
  if (user === undefined) return true;
  const args = ["-c", 'test -r "$1" && test -x "$1"', "sh", path];
  return (
    spawnSync("/bin/sh", args, { ...user, cwd: "/", env: bareEnvironment, stdio: "ignore" }).status === 0
  );
}

/**
 * The folder that holds the cluster's data: the data directory, or, when that is somewhere only root can enter, a
 * folder of its own that the data directory remembers.
 * @param {string} dataDir
 * @returns {{ home: string, moved: boolean }}
 */
export function homeFor(dataDir) {
  const here = realpathSync(dataDir);
  const pointer = join(here, "postgres-is-in.txt");
  const remembered = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : undefined;
  if (remembered !== undefined && existsSync(remembered) && belongsTo(remembered, here))
    return { home: remembered, moved: true };
  if (canTraverse({ uid: nobody, gid: nobody }, here)) return { home: here, moved: false };
  const name = `${basename(dirname(here))}-${createHash("sha256").update(here).digest("hex").slice(0, 10)}`;
  const home = join(rootFolder("lib"), name);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  writeFileSync(join(home, "belongs-to.txt"), `${here}\n`);
  // Whoever deleted the data directory wanted to begin anew, and its passwords and keys went with it.
  const before = join(home, "postgres");
  if (remembered === undefined && existsSync(before)) renameSync(before, `${before}.left-${Date.now()}`);
  // A folder that was reachable when the data was made and is not any more, after a move into root's home.
  const old = join(here, "postgres");
  if (existsSync(old) && !existsSync(join(home, "postgres"))) renameSync(old, join(home, "postgres"));
  writeFileSync(pointer, `${home}\n`);
  return { home, moved: true };
}

/** A copied data directory must not share the original's database. @param {string} home @param {string} dataDir */
function belongsTo(home, dataDir) {
  const owner = existsSync(join(home, "belongs-to.txt"))
    ? readFileSync(join(home, "belongs-to.txt"), "utf8").trim()
    : dataDir;
  if (owner !== dataDir && existsSync(owner)) return false;
  if (owner !== dataDir) writeFileSync(join(home, "belongs-to.txt"), `${dataDir}\n`);
  return true;
}

/** @param {User} user @param {string} folder */
function canTraverse(user, folder) {
  if (process.getuid?.() !== 0) return true;
  const args = ["-c", 'cd "$1"', "sh", folder];
  return (
    spawnSync("/bin/sh", args, { ...user, cwd: "/", env: bareEnvironment, stdio: "ignore" }).status === 0
  );
}

/**
 * A folder of root's that others can pass through: /var/lib/front-door or /var/cache/front-door, else one under the
 * temporary folder, where it must be root's own: anybody can make a folder there first.
 * @param {"lib" | "cache"} kind
 */
function rootFolder(kind) {
  for (const folder of [`/var/${kind}/front-door`, join(tmpdir(), `front-door-${kind}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      const found = lstatSync(folder);
      if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) {
        chmodSync(folder, 0o711);
        if (canTraverse({ uid: nobody, gid: nobody }, folder)) return folder;
      }
    } catch {
      // Read-only or not ours: the next one.
    }
  }
  throw new Error(
    "There is no folder that both root and the database's user can reach. Set DATA_DIR to one.",
  );
}

/**
 * The same programs where the user can run them. Copied once a version (64 MB) when node_modules is out of reach.
 * @param {User | undefined} user @param {string} native @param {string} version
 * @returns {string}
 */
export function reachablePrograms(user, native, version) {
  if (reaches(user, join(native, "bin", "postgres")) && reaches(user, join(native, "lib"))) return native;
  const copy = join(rootFolder("cache"), `postgresql-${version}-${process.platform}-${process.arch}`);
  if (reaches(user, join(copy, "bin", "postgres"))) return copy;
  const fresh = `${copy}.${process.pid}`;
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  openToRead(fresh);
  rmSync(copy, { recursive: true, force: true });
  renameSync(fresh, copy);
  return copy;
}

/** An install under a strict umask leaves files that only root can read. @param {string} folder */
function openToRead(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToRead(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
