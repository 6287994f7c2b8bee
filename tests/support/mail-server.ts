import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = { from: string; to: string[]; raw: string };

/** What the server answers next, first come first served; when there is nothing left it accepts. */
export type MailAnswer =
  | { at: "recipient" | "data"; code: number; words?: string }
  /** Takes the whole message and never answers. */
  | { at: "data"; hang: true }
  /** Takes the whole message and accepts it after a while. */
  | { at: "data"; slowMs: number }
  /** Takes the whole message and closes the connection instead of answering. */
  | { at: "data"; cut: true };

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** Conversations that got as far as a message, answered or not. */
  tried: () => number;
  next: (...answers: MailAnswer[]) => void;
  close: () => Promise<void>;
};

/** A real SMTP server on this machine that answers as it is told to. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const script: MailAnswer[] = [];
  const sockets = new Set<Socket>();
  let tries = 0;
  const refusal = (code: number, words = "no") => Object.assign(new Error(words), { responseCode: code });
  const takeIf = (at: MailAnswer["at"]) => (script[0]?.at === at ? script.shift() : undefined);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    closeTimeout: 100,
    ...options,
    onRcptTo(_address, _session, done) {
      const answer = takeIf("recipient");
      done(answer && "code" in answer ? refusal(answer.code, answer.words) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        tries += 1;
        const answer = takeIf("data");
        if (answer && "hang" in answer) return;
        if (answer && "cut" in answer) {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (answer && "code" in answer) {
          done(refusal(answer.code, answer.words));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        if (answer) setTimeout(() => done(null), answer.slowMs);
        else done(null);
      });
    },
  });
  // smtp-server swallows what it is closed with, so the sockets are kept here.
  smtp.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  smtp.on("error", () => undefined);
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  const { port } = smtp.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    tried: () => tries,
    next: (...answers) => void script.push(...answers),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        smtp.close(() => resolve());
      }),
  };
}

/** A port that accepts connections and never says a word. */
export async function silentServer(): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}
