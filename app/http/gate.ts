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

export type Refused = { admitted: false; status: 400 | 403 | 405 | 421 | 431 };
export type Admitted = {
  admitted: true;
  url: URL;
  headers: IncomingHttpHeaders;
  /** The address that it came from, as the nearest machine that we believe saw it. */
  from: string;
};

/** Longer addresses than any page of ours has cost time in route matching. */
const urlBytesAtMost = 7_168;
/** A browser sends about twenty, a chain of proxies a dozen more. */
const headersAtMost = 100;

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

const listed = (value: string | string[] | undefined): string[] =>
  (typeof value === "string" ? value : (value ?? []).join(","))
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/**
 * The checks that come before anything of a request is read, because the framework's own cover only a part (a missing
 * Origin, another scheme, or a forged X-Forwarded-Host would pass them):
 * - another host than ours is answered 421, so that no link is ever built from what a client claims
 * - every request that can change something must say that it comes from this very site, else 403
 */
export function gateOf({ origin, demo, trustedProxies }: GateRules) {
  const ours = new URL(origin);
  const proxies = listOf(trustedProxies);

  const isProxy = (address: string): boolean => {
    const family = isIP(address);
    return family !== 0 && proxies.check(address, family === 6 ? "ipv6" : "ipv4");
  };
  const peerOf = (request: IncomingMessage): string =>
    (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");

  /**
   * Each proxy adds the address that it saw at the end, so only the part that our own proxies wrote is true: from the
   * end, the first address that is not one of theirs.
   */
  const senderOf = (peer: string, forwarded: string[]): string => {
    if (!isProxy(peer)) return peer;
    const seen = forwarded.reverse().find((address) => !isProxy(address));
    return seen !== undefined && isIP(seen) !== 0 ? seen : peer;
  };

  /** The site's own origin as this request reached it; null for a host that is not ours. */
  const siteOf = (host: string | undefined): string | null => {
    if (host === ours.host) return origin;
    return demo && host !== undefined && loopbackHost.test(host) ? `http://${host}` : null;
  };

  const isFromHere = (site: string, headers: IncomingHttpHeaders): boolean => {
    // A browser that hides where a form comes from says "null", and still says for itself whether it was this site.
    if (headers.origin !== undefined && headers.origin !== "null") return headers.origin === site;
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
    const names = request.rawHeaders.filter((_, at) => at % 2 === 0);
    if (names.length > headersAtMost) return { admitted: false, status: 431 };
    // Node keeps the first of two, and a proxy before us may have gone by the second.
    const named = names.map((name) => name.toLowerCase());
    if (["host", "origin"].some((name) => named.indexOf(name) !== named.lastIndexOf(name)))
      return { admitted: false, status: 400 };

    const peer = peerOf(request);
    const proxied = isProxy(peer);
    const host = (proxied && listed(request.headers["x-forwarded-host"])[0]) || request.headers.host;
    // Probes of load balancers and orchestrators call by address, not by name; these answers say nothing of anybody.
    const probed = ["/health/live", "/health/ready", "/metrics"].includes(path);
    const site = siteOf(host) ?? (probed ? origin : null);
    if (site === null) return { admitted: false, status: 421 };

    const method = request.method ?? "";
    if (!["GET", "HEAD", "POST"].includes(method)) return { admitted: false, status: 405 };
    if (method === "POST" && !isFromHere(site, request.headers) && !isMachine(path, request.headers)) {
      return { admitted: false, status: 403 };
    }
    // The framework would answer 500 to the "null" that was understood here.
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !/^(?:x-forwarded-|forwarded$|origin$)/.test(name)),
    );
    return {
      admitted: true,
      url: new URL(site + path),
      headers: { ...headers, host: new URL(site).host },
      from: senderOf(peer, listed(request.headers["x-forwarded-for"])),
    };
  };
}
