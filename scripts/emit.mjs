// @ts-check
// TypeScript to JavaScript, file by file: types are checked by `npm run validate`, and to leave them out no file needs
// to know another. A whole-program tsc takes five times as long for the same output.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { root } from "./install.mjs";

/** @param {string} output a folder */
function emit(output) {
  const project = join(root, "tsconfig.build.json");
  const { config, error } = ts.readConfigFile(project, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  if (errors[0]) throw new Error(ts.flattenDiagnosticMessageText(errors[0].messageText, "\n"));
  for (const fileName of fileNames.filter((name) => !name.endsWith(".d.ts")))
    write(fileName, options, output);
}

/** @param {string} fileName @param {ts.CompilerOptions} compilerOptions @param {string} output */
function write(fileName, compilerOptions, output) {
  const target = join(output, relative(root, fileName).replace(/\.ts$/, ".js"));
  mkdirSync(dirname(target), { recursive: true });
  if (fileName.endsWith(".js")) return copyFileSync(fileName, target);
  const source = readFileSync(fileName, "utf8");
  const result = ts.transpileModule(source, { fileName, compilerOptions, reportDiagnostics: true });
  const problem = result.diagnostics?.[0];
  if (problem)
    throw new Error(
      `${relative(root, fileName)}: ${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`,
    );
  writeFileSync(target, result.outputText);
  if (result.sourceMapText) writeFileSync(`${target}.map`, result.sourceMapText);
}

emit(process.argv[2] ?? join(root, "build"));
