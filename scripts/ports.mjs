// @ts-check
// Free ports on this machine.
import { createServer } from "node:net";

/** @param {number} port @param {string} host @returns {Promise<"free" | "taken">} */
function probe(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      // No IPv6 on this machine: then nobody can hold the port there either.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" ? "free" : "taken");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve("free")));
  });
}

/**
 * Both loopback addresses are asked: a browser that is told `localhost` may try either.
 * @param {number} port
 */
export async function isFree(port) {
  return (await probe(port, "127.0.0.1")) === "free" && (await probe(port, "::1")) === "free";
}

/** @param {number} from @returns {Promise<number>} the first free port at or after this one */
export async function nextFreePort(from) {
  for (let port = from; port < from + 100 && port < 65536; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port between ${from} and ${from + 99}.`);
}

/** @returns {Promise<number>} a port that the system says is free */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
