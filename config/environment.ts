import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export type Environment = Record<string, string | undefined>;

/**
 * The environment over the files that `npm start` and `npm run migrate` write: DATA_DIR/secrets/database.env, and
 * keys.env except in production, where keys come from the environment alone.
 */
export function loadEnvironment(env: Environment = process.env): Environment {
  const folder = join(resolve(env.DATA_DIR || ".data"), "secrets");
  const live = env.NODE_ENV === "production" && env.DEMO !== "1";
  const fromFiles: Environment = {};
  for (const file of live ? ["database.env"] : ["database.env", "keys.env"]) {
    if (!existsSync(join(folder, file))) continue;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line.trim()) ?? [];
      if (name !== undefined) fromFiles[name] = value;
    }
  }
  const given = Object.entries(env).filter(([, value]) => value);
  return { ...fromFiles, ...Object.fromEntries(given) };
}
