import { readFileSync } from "node:fs";

/**
 * The 5,000 passwords of eight characters and more that are found most often in what was stolen elsewhere, one a line,
 * from the list of zxcvbn-ts 4 (MIT). ASVS 6.2.4 asks for 3,000.
 */
let common: ReadonlySet<string> | undefined;

export function isCommonPassword(password: string): boolean {
  common ??= new Set(readFileSync(new URL("./common-passwords.txt", import.meta.url), "utf8").split("\n"));
  return common.has(password);
}
