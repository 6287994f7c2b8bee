// @ts-check
// The tests as JavaScript, for `npm test`: a process per file that translates what it needs takes half a second longer,
// and there are two hundred. What tests import by # is in build/ already. A test that is run by hand needs none of this.
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./install.mjs";

const output = join(root, ".cache", "tests-in-javascript");
/** What tests import by its place. */
const folders = ["tests", "scripts", "app", "config", "docs/examples"];

/** Makes the folder anew, in about two seconds. */
export async function emitTests() {
  // Not before the packages are there: npm test gets them.
  const { default: ts } = await import("typescript");
  rmSync(output, { recursive: true, force: true });
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const { outDir, rootDir, ...compilerOptions } = { ...options, noEmit: false, inlineSourceMap: true };
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith(".d.ts")) continue;
      const place = entry.parentPath ?? entry.path;
      const file = join(place, entry.name);
      const target = inJavaScript(file);
      mkdirSync(dirname(target), { recursive: true });
      if (!/\.tsx?$/.test(file)) {
        symlinkSync(file, target);
        continue;
      }
      const its = { fileName: file, compilerOptions: { ...compilerOptions, sourceRoot: place } };
      const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), its);
      writeFileSync(target, fromItsPlace(file, outputText));
    }
  }
}

/** @param {string} file a test @returns {string} where its JavaScript is */
export function inJavaScript(file) {
  return join(output, relative(root, file)).replace(/\.tsx?$/, ".js");
}

/** @param {string} file JavaScript that was made of a test @returns {string} the test, or any other file as it is */
export function inTypeScript(file) {
  return file.startsWith(output) ? join(root, relative(output, file)).replace(/\.js$/, ".ts") : file;
}

/** Tests find the repository's files from their own place. @param {string} file @param {string} text */
function fromItsPlace(file, text) {
  return text
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href))
    .replaceAll("import.meta.dirname", JSON.stringify(dirname(file)));
}
