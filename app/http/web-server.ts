import { randomBytes } from "node:crypto";
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { writeReadableStreamToWritable, type ServerBuild } from "@remix-run/node";
import sirv from "sirv";
import type { Context } from "#services/context";
import { kindOfStatus } from "#domain/api/problems";
import { networkOf } from "#domain/client-network";
import { href } from "../href.ts";
import { readBody, takesFiles } from "./body.ts";
import { countRefused } from "./count-refused.ts";
import { gateOf, type GateRules } from "./gate.ts";
import { securityHeaders } from "./headers.ts";
import { askedToSwitch, inOtherLanguage, spokenAt } from "./language.ts";
import { linesOf, type Line } from "./line.ts";
import { pagesOf } from "./pages.ts";
import { plainPage } from "./plain-page.ts";
import { isForMachines, problemOf, problemType } from "./problem.ts";
import { restoringOf } from "./restore-form.ts";
import { siteNow } from "./site.ts";

/** How long a connection may take over things that take a browser no time. */
export const patience = {
  ...{ headersMs: 10_000, requestMs: 30_000, idleMs: 60_000, lookEveryMs: 2_000 },
  /** 25 MB from a telephone with two bars. */
  fileMs: 300_000,
};

/**
 * How many answers are made at once, and how many people wait for their turn; the next gets a page with the phone
 * numbers in its first millisecond. Ten connections to the database are kept busy by so few, and each of them is
 * finished soon: a hundred at once would all be finished late, and a process that is killed takes all of them with it.
 * Without an end to the line, everybody in it waits until they give up and press again. One network can fill its own
 * line and nobody else's.
 */
export const crowd = { servedAtOnce: 16, waitingOfOneNetwork: 100, waitingInAll: 400 };

type Parts = {
  context: Context;
  rules: GateRules;
  /** The server build of the pages. */
  build: ServerBuild;
  /** The folder with the browser's files. */
  clientFolder: string;
  /** A test of slow clients cannot wait for the real times. */
  waits?: typeof patience;
  /** Nor can a test of a crowd be one. */
  atMost?: typeof crowd;
};

/**
 * The web server: checks before anything is read, one cap on bodies, one set of headers on every answer, then the
 * pages. It holds nothing that another process needs.
 */
export function createWebServer({
  context,
  rules,
  build,
  clientFolder,
  waits = patience,
  atMost = crowd,
}: Parts): Server {
  const admit = gateOf(rules);
  const secure = rules.origin.startsWith("https://");
  const pages = pagesOf(build);
  const files = sirv(clientFolder, {
    ...{ immutable: true, maxAge: 31_536_000, etag: false, dotfiles: false },
    setHeaders: (response, path) => {
      const type = writtenIn[path.slice(path.lastIndexOf("."))];
      if (type !== undefined) response.setHeader("Content-Type", `${type}; charset=utf-8`);
    },
  });

  const plainly = (response: ServerResponse, status: number) => {
    if (response.headersSent) return response.destroy();
    if (isForMachines(response.req.url ?? "")) {
      const allow = status === 405 ? { Allow: "GET, HEAD, POST" } : {};
      response.writeHead(status, { ...plainHeaders, ...allow, "Content-Type": problemType });
      return response.end(`${JSON.stringify(problemOf(kindOfStatus(status)))}\n`);
    }
    response.writeHead(status, plainHeaders);
    const { language } = spokenAt(context, response.req.url ?? "", response.req.headers.cookie ?? null);
    return response.end(plainPage(status, siteNow(context, language), language));
  };

  const ours = linesOf(atMost.servedAtOnce);
  /** Those for whom we ask another machine: it may be slow, and nobody else waits for that. */
  const elsewhere = linesOf(atMost.servedAtOnce);
  const lineFor = (path: string) => {
    // Whoever looks after the service hears from it also when it is busy.
    if (path.startsWith("/health/")) return null;
    return asksElsewhere.has(path) ? elsewhere : ours;
  };

  const refused = countRefused(context);
  const isFull = (line: Line, network: string) =>
    line.waiting(network) >= atMost.waitingOfOneNetwork || line.waiting() >= atMost.waitingInAll;
  const sendAway = (response: ServerResponse) => {
    refused.inTheCrowd();
    response.setHeader("Retry-After", "2");
    return plainly(response, 503);
  };

  /** Node's own limit is that of a file; whatever else takes longer than its own is cut off here. */
  const inTime = async <T>(path: string, response: ServerResponse, reading: Promise<T>): Promise<T> => {
    const tooLate = takesFiles(path) ? undefined : setTimeout(() => plainly(response, 408), waits.requestMs);
    return reading.finally(() => clearTimeout(tooLate));
  };

  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const nonce = randomBytes(16).toString("base64");
    for (const [name, value] of Object.entries(securityHeaders({ nonce, secure })))
      response.setHeader(name, value);
    const gate = admit(incoming);
    if (!gate.admitted) {
      refused.atTheGate(gate.status);
      return plainly(response, gate.status);
    }
    if (gate.url.pathname.startsWith("/assets/")) {
      return files(incoming, response, () => void plainly(response, 404));
    }
    const { pathname: path } = gate.url;
    const network = networkOf(gate.from);
    const body =
      incoming.method === "POST"
        ? await inTime(path, response, readBody(incoming, { path, network }))
        : undefined;
    if (body === "busy") return sendAway(response);
    if (body === "too-large") {
      // Its own page says so in words.
      response.writeHead(303, { Location: `${path}?refused=too-large`, "Cache-Control": "no-store" });
      return response.end();
    }
    if (body === null) {
      refused.atTheGate(413);
      return plainly(response, 413);
    }

    const line = lineFor(path);
    if (line !== null && isFull(line, network)) return sendAway(response);
    const form = askedToSwitch(incoming.headers, body);
    const left = new AbortController();
    response.once("close", () => left.abort());
    const headers = new Headers();
    for (const [name, value] of Object.entries(gate.headers)) {
      if (value !== undefined) headers.set(name, typeof value === "string" ? value : value.join(", "));
    }
    const request = new Request(gate.url, {
      method: incoming.method ?? "GET",
      headers,
      signal: left.signal,
      ...(body === undefined
        ? {}
        : { body: takesFiles(path) ? streamOf(body) : new Uint8Array(Buffer.concat(body)) }),
      ...{ duplex: "half" },
    });
    const spoken = spokenAt(context, gate.url.pathname, headers.get("cookie"));
    const loaded = { context, nonce, requestId: context.newId(), from: gate.from, ...spoken };
    const make = async () => {
      const switched =
        form === null
          ? null
          : await inOtherLanguage(context, { request, body: form }, (page, other) =>
              pages(page, { ...loaded, ...other }),
            );
      if (switched !== null) return switched;
      const kept = await restoringOf(context, request);
      if (kept === null) return pages(request, loaded);
      return kept.answered(await pages(kept.request, { ...loaded, restoring: true, ...kept.also }));
    };
    const made = line === null ? await make() : await line.take(make, network, left.signal);
    return made === null ? response.destroy() : send(made, incoming, response);
  };

  const server = createServer(
    {
      requestTimeout: waits.fileMs,
      headersTimeout: waits.headersMs,
      connectionsCheckingInterval: waits.lookEveryMs,
      maxHeaderSize: 16_384,
    },
    (incoming, response) => {
      answer(incoming, response).catch((error: unknown) => {
        // A reader that went away in the middle is no fault of ours.
        if (!incoming.destroyed || !response.destroyed) {
          context.log.error({ error: error instanceof Error ? error.name : typeof error }, "answer failed");
        }
        plainly(response, 500);
      });
    },
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    const status = unreadable[error.code ?? ""] ?? 400;
    const headers = {
      ...securityHeaders({ nonce: randomBytes(16).toString("base64"), secure }),
      ...plainHeaders,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const page = plainPage(status, siteNow(context, "en"), "en");
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${page}`);
  });
  // Somebody who reads an answer a byte at a time holds it in memory for as long.
  server.timeout = waits.idleMs;
  server.keepAliveTimeout = 5_000;
  server.maxRequestsPerSocket = 1_000;
  server.maxConnections = 1_000;
  return server;
}

const asksElsewhere: ReadonlySet<string> = new Set([
  href("account.provider"),
  href("account.provider-back"),
  href("account.prove-provider"),
]);

/** The pieces of a file, each let go as it is read: a second copy of it would be as large again. */
const streamOf = (pieces: Buffer[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: (stream) => {
      const piece = pieces.shift();
      if (piece === undefined) stream.close();
      else stream.enqueue(piece);
    },
  });

/** The library tells how a page is written, and of these files only what they are. */
const writtenIn: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

const plainHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  // What was refused may not have been read to its end, so the connection cannot be used again.
  Connection: "close",
};

/** What Node's own parser refuses, before there is a request. */
const unreadable: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

async function send(answer: Response, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (!response.hasHeader("cache-control")) response.setHeader("Cache-Control", "no-store");
  if (answer.body === null || incoming.method === "HEAD") {
    await answer.body?.cancel();
    response.end();
    return;
  }
  await writeReadableStreamToWritable(answer.body, response);
}

/** Longest that a stopping process waits for answers that are under way. */
const lastAnswersMs = 10_000;

/** Takes no new connection, lets the answers under way finish, and ends what has not finished in time. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}
