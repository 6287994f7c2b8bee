import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../scripts/install.mjs";

/**
 * Two hundred packages that only this command needs: on `npm ci` they would add a third to every start of the product, so
 * they are fetched here, once, at these versions. Lighthouse 13 and html-validate 11 need a newer Node than ours.
 */
const packages = { lighthouse: "12.8.2", "html-validate": "10.17.0" } as const;
const folder = join(root, ".cache", "access");

export async function toolNamed<Tool>(
  name: keyof typeof packages,
  say: (line: string) => void,
): Promise<Tool> {
  const wanted = `${name}@${packages[name]}`;
  const place = join(folder, wanted);
  if (!existsSync(join(place, "node_modules", name))) {
    say(`Fetching ${wanted}`);
    mkdirSync(place, { recursive: true });
    const how = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    execFileSync("npm", ["install", "--prefix", place, ...how, wanted], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const path = createRequire(join(place, "package.json")).resolve(name);
  return (await import(pathToFileURL(path).href)) as Tool;
}
