import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bareDatabase, replay } from "./replay.ts";
import type { BareWork } from "./start.ts";

/*
 * The bare server: node:http and postgres.js. A post to an address does the transactions that were recorded for it, and
 * nothing else: it parses, checks and renders nothing.
 *
 * server.ts DATABASE_URL, then the recordings by address as the first message
 */
const sql = bareDatabase(process.argv[2] ?? "", 10);
let recordings: BareWork = new Map();
let ringing = false;

async function answer(path: string): Promise<number> {
  const work = recordings.get(path);
  if (work === undefined) return 404;
  recordings.delete(path);
  for (const recording of work) await replay(sql, recording);
  ring();
  return 303;
}

/** As the product does after a commit that owes work, and as seldom. */
function ring(): void {
  if (ringing) return;
  ringing = true;
  sql`select pg_notify('owed', '')`.then(
    () => (ringing = false),
    () => (ringing = false),
  );
}

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    const path = request.url ?? "";
    answer(path).then(
      (status) => response.writeHead(status, { Location: path.replace(/check$/, "sent") }).end(),
      (error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
});

process.once("message", (work: BareWork) => {
  recordings = work;
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit());
