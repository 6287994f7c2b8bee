import { BlockList, isIP } from "node:net";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

export type GateRules = {
  /** Scheme, host and port that people type. */
  origin: string;
  /** In demo mode the machine's own names are as good as the configured one. */
  demo: boolean;
  /** Addresses or subnets whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[];
};

export type Refused = { admitted: false; status: 400 | 403 | 405 | 421 };
export type Admitted = { admitted: true; url: URL; headers: IncomingHttpHeaders };

/** Longer addresses than any page of ours has cost time in route matching. */
const urlBytesAtMost = 8_192;

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;

function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const first = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value.split(",", 1)[0]?.trim() : value?.[0];

/**
 * The checks that come before anything of a request is read, because the framework's own cover only a part (a missing
 * Origin, another scheme, or a forged X-Forwarded-Host would pass them):
 * - another host than ours is answered 421, so that no link is ever built from what a client claims
 * - every request that can change something must say that it comes from this very site, else 403
 */
export function gateOf({ origin, demo, trustedProxies }: GateRules) {
  const ours = new URL(origin);
  const proxies = listOf(trustedProxies);

  const isProxy = (request: IncomingMessage): boolean => {
    const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
    const family = isIP(peer);
    return family !== 0 && proxies.check(peer, family === 6 ? "ipv6" : "ipv4");
  };

  /** The site's own origin as this request reached it; null for a host that is not ours. */
  const siteOf = (host: string | undefined): string | null => {
    if (host === ours.host) return origin;
    return demo && host !== undefined && loopbackHost.test(host) ? `http://${host}` : null;
  };

  const isFromHere = (site: string, headers: IncomingHttpHeaders): boolean => {
    if (headers.origin !== undefined) return headers.origin === site;
    return headers["sec-fetch-site"] === "same-origin";
  };

  /** A machine with a key carries no cookie, so nobody's browser can be made to send its request. */
  const isMachine = (path: string, headers: IncomingHttpHeaders): boolean =>
    path.startsWith("/api/") &&
    headers.cookie === undefined &&
    (headers.authorization ?? "").toLowerCase().startsWith("bearer ");

  return (request: IncomingMessage): Admitted | Refused => {
    const path = request.url ?? "";
    // Only a path: an absolute address or `*` would replace the host below.
    if (!path.startsWith("/") || path.length > urlBytesAtMost) return { admitted: false, status: 400 };

    const proxied = isProxy(request);
    const host = (proxied && first(request.headers["x-forwarded-host"])) || request.headers.host;
    // Probes of load balancers and orchestrators call by address, not by name; these answers say nothing of anybody.
    const probed = ["/health/live", "/health/ready", "/metrics"].includes(path);
    const site = siteOf(host) ?? (probed ? origin : null);
    if (site === null) return { admitted: false, status: 421 };

    const method = request.method ?? "";
    if (!["GET", "HEAD", "POST"].includes(method)) return { admitted: false, status: 405 };
    if (method === "POST" && !isFromHere(site, request.headers) && !isMachine(path, request.headers)) {
      return { admitted: false, status: 403 };
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !name.startsWith("x-forwarded-") || (proxied && name === "x-forwarded-for"),
      ),
    );
    return { admitted: true, url: new URL(site + path), headers: { ...headers, host: new URL(site).host } };
  };
}
