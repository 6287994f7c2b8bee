import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { testContext, type TestContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";

const programs = { web: "server.ts", worker: "workers/index.ts" };

/** Web and worker as production starts them, with the address of a database that a demonstration has marked. */
describe("with the database of a demonstration", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
    const owner = ownerOf(kit);
    await owner`insert into installation (mode, since) values ('demo', now())`;
    await owner.end();
  });
  after(() => kit.close());

  for (const [name, file] of Object.entries(programs)) {
    test(`a live ${name} ends at once, and says why`, async () => {
      const key = (of: string) => Buffer.alloc(32, `${of} key of a test`).toString("base64");
      const env = {
        PATH: process.env["PATH"],
        DATABASE_URL: kit.database.app,
        DATABASE_QUEUE_URL: kit.database.queue,
        DATABASE_SEQUENCER_URL: kit.database.sequencer,
        SEAL_KEYS: `1:${key("seal")}`,
        LOOKUP_KEY: key("lookup"),
        AUDIT_KEY: key("audit"),
        DATA_DIR: "/nonexistent",
      } as unknown as NodeJS.ProcessEnv;
      const entry = fileURLToPath(new URL(`../../${file}`, import.meta.url));
      const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", entry], {
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => (said += text));
      const [code] = (await once(child, "close", { signal: AbortSignal.timeout(30_000) })) as [number];
      assert.equal(code, 1, said);
      assert.match(said, /This database holds a demonstration.*a live service needs a database of its own/);
      assert.doesNotMatch(said, /listens|"ready"/);
    });
  }
});
