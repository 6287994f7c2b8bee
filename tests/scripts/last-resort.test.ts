import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { anyFreePort } from "../../scripts/ports.mjs";

const programs = { web: "server.ts", worker: "workers/index.ts" };
/** Fails in a way that nothing catches, as soon as the program says that it wants to hear of that. */
const failing = (how: string) =>
  `data:text/javascript,const timer = setInterval(() => {
    if (process.listenerCount("uncaughtException") === 0) return;
    clearInterval(timer);
    ${how};
  }, 10)`;

describe("an error that nobody caught", () => {
  for (const [name, file] of Object.entries(programs))
    for (const how of [
      `throw new RangeError(["Quill", "feather"].join(""))`,
      `Promise.reject(new RangeError(["Quill", "feather"].join("")))`,
    ])
      test(`ends the ${name} for its supervisor, and its words stay out of the log: ${how.slice(0, 14)}`, async () => {
        const key = (of: string) => Buffer.alloc(32, `${of} key of a test`).toString("base64");
        const away = "postgres://nobody:nothing@127.0.0.1:9/front_door";
        const env = {
          PATH: process.env["PATH"],
          PORT: String(await anyFreePort()),
          DATABASE_URL: away,
          DATABASE_QUEUE_URL: away,
          DATABASE_SEQUENCER_URL: away,
          SEAL_KEYS: `1:${key("seal")}`,
          LOOKUP_KEY: key("lookup"),
          AUDIT_KEY: key("audit"),
          DATA_DIR: "/nonexistent",
        } as unknown as NodeJS.ProcessEnv;
        const entry = fileURLToPath(new URL(`../../${file}`, import.meta.url));
        const args = ["--conditions=source", "--import", "tsx", "--import", failing(how), entry];
        const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
        let said = "";
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding("utf8").on("data", (text: string) => (said += text));
        const tooLate = setTimeout(() => child.kill("SIGKILL"), 30_000);
        const [code] = (await once(child, "close")) as [number | null];
        clearTimeout(tooLate);
        assert.equal(code, 1, said);
        assert.match(said, /RangeError/);
        assert.doesNotMatch(said, /Quillfeather/);
      });
});
