import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** What every scanner finds and harms nothing. In two halves, so that none finds it here. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

export type Clamd = { address: string; asked: () => number; close: () => Promise<void> };

/**
 * A server that speaks as clamd does: it takes a file in pieces behind their lengths, finds the test file in it, says that
 * a larger file than it takes is too large, and hangs up after its answer.
 */
export async function startClamd({ streamAtMost = 26 * 1024 * 1024 } = {}): Promise<Clamd> {
  let asked = 0;
  const server = createServer((socket) => {
    let bytes = Buffer.alloc(0);
    const command = "zINSTREAM\0";
    socket.on("error", () => socket.destroy());
    socket.on("data", (some) => {
      bytes = Buffer.concat([bytes, some]);
      if (bytes.length > streamAtMost) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
      const file = fileIn(bytes, command);
      if (file === null) return;
      asked += 1;
      socket.end(file.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `clamav://127.0.0.1:${port}`,
    asked: () => asked,
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

/** The file once its end has come; null before. */
function fileIn(bytes: Buffer, command: string): Buffer | null {
  if (bytes.subarray(0, command.length).toString("latin1") !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
