// @ts-check
// The layers of the tests, in the order in which a fault is easiest to read. The minutes only end what hangs: they are
// several times what a layer takes on two quiet cores.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string[]} folders below tests/
 * @property {number} minutes after which it is ended and counts as failed
 * @property {number} [fileMinutes] after which one file is ended, when it hangs or leaves something open
 * @property {number} [atOnce] files at the same time; two on two cores
 * @property {Record<string, string>} [env]
 * @property {string} [beside] the layer that runs at the same time: for those that mostly wait
 * @property {RegExp} [olderPostgres] these files alone, on the system's own PostgreSQL, where there is one
 */

/** @type {Layer[]} */
export const layers = [
  { name: "domain", folders: ["domain"], minutes: 6 },
  { name: "unit", folders: ["config", "emails", "scripts"], minutes: 10 },
  { name: "services", folders: ["db", "services"], minutes: 10 },
  { name: "workers, PostgreSQL queue", folders: ["workers"], minutes: 8, env: { QUEUE_BACKEND: "postgres" } },
  {
    name: "workers, Redis queue",
    folders: ["workers"],
    minutes: 8,
    env: { QUEUE_BACKEND: "redis" },
    // Both wait for leases, locks and retries for most of their time.
    beside: "workers, PostgreSQL queue",
  },
  {
    name: "services, older PostgreSQL",
    folders: ["db", "services"],
    minutes: 10,
    beside: "workers, PostgreSQL queue",
    // Where functions, policies, triggers and statements of our own are: what only asks for rows is the same on both.
    olderPostgres:
      /tests.(?:db|services.(?:audit|outbox|records|restricted|sealing|row-security|unit-of-work))/,
  },
  { name: "routes", folders: ["app", "routes"], minutes: 10 },
  { name: "browser", folders: ["e2e"], minutes: 15, fileMinutes: 8 },
  { name: "assurance, one minute", folders: ["assurance"], minutes: 10, fileMinutes: 8, atOnce: 1 },
];

/** Folders that hold no tests of `npm test`: what tests use, and the long runs with commands of their own. */
const others = ["support", "access", "bench", "mutations"];

/** @param {string} tests the folder @param {string[]} folders @returns {string[]} */
export function testFiles(tests, folders) {
  return folders.flatMap((folder) => {
    if (!existsSync(join(tests, folder))) return [];
    return readdirSync(join(tests, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => join(tests, folder, file))
      .sort();
  });
}

/** Layers in their order, those that run beside another together with it. @param {Layer[]} chosen @returns {Layer[][]} */
export function sideBySide(chosen) {
  /** @type {Layer[][]} */
  const groups = [];
  for (const layer of chosen) {
    const group = groups.find((group) => group.some(({ name }) => name === layer.beside));
    if (group) group.push(layer);
    else groups.push([layer]);
  }
  return groups;
}

/** A test file that no layer runs would look like a test that passes. @param {string} tests @returns {string[]} */
export function forgottenFiles(tests) {
  const known = new Set([...layers.flatMap(({ folders }) => folders), ...others]);
  return readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts") && !known.has(file.split("/")[0] ?? ""))
    .sort();
}
