import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Mutation } from "./mutation.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of the working state in which anything may be changed. */
export type Tree = {
  path: string;
  /** Makes one change. @returns how to undo it @throws when what it replaces does not stand there exactly once */
  change: (mutation: Mutation) => () => void;
  remove: () => void;
};

/** The text with what is mutated in place of what stands there. @throws when that is not there exactly once */
export function mutated(text: string, { what, file, edits }: Mutation): string {
  return edits.reduce((left, [from, to]) => {
    if (left.split(from).length !== 2)
      throw new Error(`tests/mutations: ${file} has this not exactly once any more (${what}):\n${from}`);
    // A function, because "$&" in a text would mean something.
    return left.replace(from, () => to);
  }, text);
}

/**
 * Copies what git knows and what is not ignored; packages and the build come as hard links, which cost nothing. It lies
 * below .cache, on the same disk. Files are never written in place: that would change them here too.
 */
export function copyTree(): Tree {
  const cache = join(root, ".cache");
  mkdirSync(cache, { recursive: true });
  const path = mkdtempSync(join(cache, "mutations-"));
  const known = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of known.split("\0").filter((one) => one !== "" && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(root, file), join(path, file));
  }
  for (const folder of ["node_modules", "build"])
    if (existsSync(join(root, folder))) execFileSync("cp", ["-al", join(root, folder), join(path, folder)]);
  return {
    path,
    change(mutation) {
      const file = join(path, mutation.file);
      const before = readFileSync(file, "utf8");
      const write = (text: string) => {
        rmSync(file);
        writeFileSync(file, text);
      };
      write(mutated(before, mutation));
      return () => write(before);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
