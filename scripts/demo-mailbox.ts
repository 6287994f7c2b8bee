import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/*
 * The mail server of a demonstration: takes every message on loopback and keeps it as <time>-<id>.json, for
 * /demo/mailbox to show. Nothing leaves the machine.
 *
 * node build/scripts/demo-mailbox.js FOLDER PORT
 */
const [folder, port] = process.argv.slice(2);
if (folder === undefined || port === undefined) throw new Error("FOLDER and PORT are needed");
mkdirSync(folder, { recursive: true, mode: 0o700 });

const largest = 5 * 1024 * 1024;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  logger: false,
  size: largest,
  onData: (stream, session, callback) => {
    keep(stream, session).then(
      (id) => callback(null, `kept as ${id}`),
      () => callback(Object.assign(new Error("The message could not be kept"), { responseCode: 451 })),
    );
  },
});

/**
 * To whom it really went is what the conversation said, not what the message says. Written beside its name and renamed,
 * so that a reader never sees half a message.
 */
async function keep(stream: NodeJS.ReadableStream, { envelope }: SMTPServerSession): Promise<string> {
  const { messageId, subject, text } = await PostalMime.parse(await buffer(stream));
  const at = new Date().toISOString();
  const id = `${at.replaceAll(":", "")}-${randomUUID()}`;
  const to = envelope.rcptTo.map(({ address }) => address);
  const message = { id, at, to, messageId: messageId ?? "", subject: subject ?? "", text: text ?? "" };
  const path = join(folder ?? "", `${id}.json`);
  await writeFile(`${path}.part`, JSON.stringify(message), { mode: 0o600 });
  await rename(`${path}.part`, path);
  return id;
}

server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  if (!server.server.listening) process.exit(1);
});
server.listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => server.close(() => process.exit(0)));
