import { isLoopback } from "./loopback.ts";

/** A setting that is an address with a login in it, and what is written into it to have TLS that is verified. */
type Address = readonly [name: string, value: string | undefined];

const isDatabase = ({ protocol }: URL) => protocol.startsWith("postgres");

/** What the address says that it connects to; PostgreSQL's own programs let a parameter say it too. */
const hostsOf = (url: URL): string[] =>
  [url.hostname, url.searchParams.get("host") ?? ""].filter((host) => host !== "");

/** A path is a socket on this machine; in the place of a host it is escaped. */
const isHere = (host: string): boolean => isLoopback(host) || /^(?:\/|%2f)/i.test(host);

/** Said once: of two, each driver believes another one. */
const isVerified = (url: URL): boolean =>
  isDatabase(url) ? url.searchParams.getAll("sslmode").join() === "verify-full" : url.protocol === "rediss:";

/** ClamAV knows no TLS, and what it looks through are people's files. */
const mends: Readonly<Record<string, string>> = {
  "redis:": "write rediss://",
  "clamav:": "run ClamAV on this machine",
};

/**
 * Names of children, and the logins themselves, travel to PostgreSQL and Redis: over TLS that is verified, over no network
 * at all, or to a machine of which the operator says that nobody else is on the way there.
 * @param privateHosts the machines of which that was said
 * @returns what is wrong, in words that say what to do
 */
export function plainConnections(addresses: readonly Address[], privateHosts: readonly string[]): string[] {
  return addresses.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const url = new URL(value);
    const open = hostsOf(url).filter((host) => !isHere(host) && !privateHosts.includes(host));
    if (open.length === 0 || isVerified(url)) return [];
    const mend = mends[url.protocol] ?? "add ?sslmode=verify-full";
    return `${name} goes to ${open.join(", ")} without TLS that is verified: ${mend}, or name that machine in PRIVATE_HOSTS if nobody else is on the network to it`;
  });
}
