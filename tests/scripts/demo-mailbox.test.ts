import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createTransport } from "nodemailer";
import { anyFreePort } from "../../scripts/ports.mjs";
import { temporaryFolder } from "../support/servers.ts";

test("the demonstration's mail server keeps every message whole, for this user alone", async () => {
  const folder = temporaryFolder("mailbox");
  const mailbox = join(folder, "mail");
  const port = await anyFreePort();
  const script = fileURLToPath(new URL("../../scripts/demo-mailbox.ts", import.meta.url));
  const server = fork(script, [mailbox, String(port)], {
    execArgv: ["--conditions=source", "--import", "tsx"],
  });
  try {
    await once(server, "message");
    const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        transport.sendMail({
          from: { name: "Front Door", address: "front-door@localhost" },
          to: { name: "", address: `team-${n}@example.org` },
          subject: `Message ${n} – ünïcode`,
          text: ".\n..\nThe end",
        }),
      ),
    );
    transport.close();
    const files = readdirSync(mailbox);
    assert.equal(files.length, 10);
    const kept = files.map((file) => {
      assert.match(file, /^\d{4}-\d\d-\d\dT[\d.]+Z-[0-9a-f-]{36}\.json$/);
      assert.equal(statSync(join(mailbox, file)).mode & 0o777, 0o600);
      return JSON.parse(readFileSync(join(mailbox, file), "utf8")) as {
        to: string[];
        subject: string;
        text: string;
      };
    });
    for (const n of Array.from({ length: 10 }, (_, i) => i)) {
      const message = kept.find(({ to }) => to[0] === `team-${n}@example.org`);
      assert.equal(message?.subject, `Message ${n} – ünïcode`);
      assert.equal(message?.text.trim(), ".\n..\nThe end");
    }
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true });
  }
});
