import { once } from "node:events";
import { connect, createServer } from "node:net";
import { anyFreePort } from "../../scripts/ports.mjs";

export type ClosedDoor = {
  /** The same login, by way of the door. */
  through: (url: string) => string;
  /** From now on connections reach the server. */
  open: () => Promise<void>;
  close: () => void;
};

/** A port on which nothing listens until it is opened: a server that is not there yet, without the cost of one. */
export async function closedDoor(): Promise<ClosedDoor> {
  const port = await anyFreePort();
  let behind = 0;
  const server = createServer((client) => {
    const upstream = connect(behind, "127.0.0.1");
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one
        .on("close", () => other.destroy())
        .on("error", () => other.destroy())
        .pipe(other);
  });
  return {
    through: (url) => {
      const login = new URL(url);
      behind = Number(login.port);
      login.port = String(port);
      return login.href;
    },
    open: async () => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    close: () => void server.close(),
  };
}
