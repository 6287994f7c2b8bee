import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type MailCatcher = {
  url: string;
  /** How often each message was taken, by its Message-ID. */
  readonly taken: ReadonlyMap<string, number>;
  /** What the first thousand of them said, headers and all. */
  readonly messages: readonly string[];
  close: () => Promise<void>;
};

const keptAtMost = 1_000;

/** A mail server on loopback that takes everything and counts. */
export async function catchMail(): Promise<MailCatcher> {
  const taken = new Map<string, number>();
  const messages: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => {
      buffer(stream).then(
        (message) => {
          const id = /^message-id:\s*(\S+)/im.exec(message.toString("latin1"))?.[1] ?? "none";
          taken.set(id, (taken.get(id) ?? 0) + 1);
          if (messages.length < keptAtMost) messages.push(message.toString("latin1"));
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A worker that is killed in the middle of a message leaves a broken connection.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    messages,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
