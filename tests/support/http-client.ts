import { Agent, request, type IncomingHttpHeaders } from "node:http";

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Where a redirect leads, from the root of the site. */
  location: string | null;
};

export type Asking = {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  /** The site's own for a post unless given; null for none at all. */
  origin?: string | null;
  cookie?: string | undefined;
  /** The fields of a form; a pair each, so that a name can be sent twice. */
  form?: URLSearchParams | Readonly<Record<string, string>>;
  /** A body of another kind as its bytes; its Content-Type is one of the headers. */
  body?: string | Buffer;
};

const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/**
 * One request as it is written here: nothing is followed, and Host and Origin can be any text, which fetch would not
 * send.
 */
export function ask(site: { url: string }, path: string, asking: Asking = {}): Promise<Answer> {
  const { hostname, port, origin: own } = new URL(site.url);
  const body = asking.form === undefined ? undefined : new URLSearchParams(asking.form).toString();
  const method = asking.method ?? ((body ?? asking.body) === undefined ? "GET" : "POST");
  const origin = asking.origin === undefined && method === "POST" ? own : asking.origin;
  const headers = {
    ...(origin == null ? {} : { origin }),
    ...(body === undefined
      ? {}
      : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }),
    ...(asking.body === undefined ? {} : { "content-length": Buffer.byteLength(asking.body) }),
    ...(asking.cookie === undefined ? {} : { cookie: asking.cookie }),
    ...asking.headers,
  };
  return new Promise((resolve, reject) => {
    // Not `new URL(path, …)`: a hostile path has to arrive as it is written.
    const outgoing = request({ agent, hostname, port, path, method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const { statusCode: status = 0, headers: got } = incoming;
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status, headers: got, text, location: got.location ?? null });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body ?? asking.body);
  });
}
