// @ts-check
// Writes build/bom.json: every package that runs in production, with version, checksum and licence, as CycloneDX has it.
// `npm run build` does so, and with it the image. `npm start` and `npm test` do not: they build for themselves, nobody is
// handed what they built, and npm alone takes a second to begin.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./install.mjs";

/** @typedef {{ "bom-ref": string, properties: { name: string }[] }} Component */

/**
 * Read from the lock file alone, so it needs no network and lists what every platform would install. What is for
 * development alone is taken out here: with --omit=dev npm 11 also leaves out packages that run in production when
 * something of development asks for them too, and that was nearly half.
 * @param {string} [file] @throws with what npm said
 */
export function writeBillOfMaterials(file = join(root, "build", "bom.json")) {
  const args = ["sbom", "--package-lock-only", "--sbom-format=cyclonedx"];
  const all = [...args, "--sbom-type=application", "--offline", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, given] = npm?.endsWith(".js") ? [process.execPath, [npm, ...all]] : ["npm", all];
  const ran = spawnSync(command, given, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (ran.status !== 0)
    throw new Error(
      `npm sbom failed, and build/bom.json is not written:\n${ran.stderr ?? ran.error?.message}`,
    );
  const bill = JSON.parse(ran.stdout);
  // npm calls it by the folder that it happens to lie in.
  bill.metadata.component.name = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).name;
  bill.components = bill.components.filter((/** @type {Component} */ { properties }) =>
    properties.every(({ name }) => name !== "cdx:npm:package:development"),
  );
  const kept = new Set(bill.components.map((/** @type {Component} */ component) => component["bom-ref"]));
  kept.add(bill.metadata.component["bom-ref"]);
  bill.dependencies = bill.dependencies
    .filter((/** @type {{ ref: string }} */ { ref }) => kept.has(ref))
    .map((/** @type {{ ref: string, dependsOn: string[] }} */ { ref, dependsOn }) => ({
      ref,
      dependsOn: dependsOn.filter((one) => kept.has(one)),
    }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
}
