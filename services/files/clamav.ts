import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { finished, pipeline } from "node:stream/promises";
import type { Scanner } from "./scanner.ts";

/** A large document with much packed into it takes half a minute on a busy machine. */
const patienceMs = 120_000;
const usualPort = 3310;

/**
 * ClamAV by the address in the settings: its service over TCP (`clamav://host:3310`) or its socket
 * (`clamav:///run/clamav/clamd.ctl`), or its program with a folder of signatures (`clamscan:///var/lib/clamav`).
 */
export function openScanner(address: string): Scanner {
  const { protocol, hostname, port, pathname } = new URL(address);
  const path = decodeURIComponent(pathname);
  if (protocol === "clamscan:") return (pieces) => askProgram(pieces, path);
  const here = hostname === "";
  return (pieces) => askService(pieces, here ? connect(path) : connect(Number(port) || usualPort, hostname));
}

async function askService(pieces: AsyncIterable<Buffer>, socket: Socket): ReturnType<Scanner> {
  socket.setTimeout(patienceMs, () => socket.destroy(new Error("the scanner is slow")));
  let answer = "";
  socket.setEncoding("latin1").on("data", (some: string) => (answer += some));
  try {
    await pipeline(framed(pieces), socket, { end: false });
    await finished(socket, { writable: false });
  } catch (error) {
    // It says that a file is too large, and hangs up, before it has all of it.
    if (answer === "") throw error;
  } finally {
    socket.destroy();
  }
  return verdict(answer);
}

/** How clamd takes a file: each piece behind its length, and a length of nothing at the end. */
async function* framed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of pieces) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield Buffer.concat([length, piece]);
  }
  yield Buffer.alloc(4);
}

function verdict(answer: string): Awaited<ReturnType<Scanner>> {
  const [said] = answer.split("\0");
  if (said === "stream: OK") return "clean";
  if (said?.endsWith(" FOUND") === true) return "found";
  if (said?.endsWith(" ERROR") === true) return "refused";
  throw new Error("the scanner said something else");
}

async function askProgram(pieces: AsyncIterable<Buffer>, folder: string): ReturnType<Scanner> {
  const program = spawn("clamscan", ["--no-summary", `--database=${folder}`, "-"], {
    stdio: ["pipe", "ignore", "ignore"],
    timeout: patienceMs,
  });
  const [sent, ended] = await Promise.allSettled([pipeline(pieces, program.stdin), once(program, "close")]);
  const code = ended.status === "fulfilled" ? (ended.value as [number | null])[0] : null;
  if (code === 1) return "found";
  if (sent.status === "rejected") throw sent.reason;
  if (code === 0) return "clean";
  throw new Error("the scanner did not look");
}
