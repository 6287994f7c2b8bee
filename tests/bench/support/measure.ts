import autocannon from "autocannon";

/** The value below which this share of a sample lies, by the nearest rank. */
function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (sample: readonly number[]): number => percentile(sample, 0.5);

/** What a sample of milliseconds is told by. */
export function spread(sample: readonly number[]) {
  const [p50, p95, p99] = [percentile(sample, 0.5), percentile(sample, 0.95), percentile(sample, 0.99)];
  const round = (ms: number) => ms.toFixed(0);
  const words = `p50 ${round(p50)}, p95 ${round(p95)}, p99 ${round(p99)}, slowest ${round(Math.max(...sample))} ms, N ${sample.length}`;
  return { p50, p95, p99, words };
}

export type Post = { path: string; headers: Record<string, string>; body: string };
export type Get = { path: string; headers: Record<string, string> };

/**
 * Sends every post once, so many at a time on connections that stay open. The sender costs next to nothing, so that it
 * takes little of the machine from what is measured.
 * @param leadsTo what the address that a good answer redirects to ends with
 * @returns answers a second
 */
export const throughput = (
  origin: string,
  posts: readonly Post[],
  { atOnce, leadsTo }: { atOnce: number; leadsTo: string },
): Promise<number> => answersASecond(origin, "POST", posts, atOnce, (_status, to) => to.endsWith(leadsTo));

/** The same for pages. */
export const pagesASecond = (origin: string, gets: readonly Get[], atOnce: number): Promise<number> =>
  answersASecond(origin, "GET", gets, atOnce, (status) => status === 200);

async function answersASecond(
  origin: string,
  method: "GET" | "POST",
  requests: readonly (Get | Post)[],
  atOnce: number,
  isGood: (status: number, to: string) => boolean,
): Promise<number> {
  const perConnection = requests.length / atOnce;
  if (!Number.isInteger(perConnection)) throw new Error("the connections have to share the requests evenly");
  let [connection, answered, last] = [0, 0, 0];
  const refused: string[] = [];
  const began = performance.now();
  await autocannon({
    url: origin,
    connections: atOnce,
    amount: requests.length,
    setupClient: (client) => {
      const share = requests.slice(connection * perConnection, (connection + 1) * perConnection);
      connection += 1;
      client.setRequests(
        share.map((request) => ({
          ...request,
          method,
          onResponse: (status, _body, _context, headers) => {
            const to = headers["location"] ?? headers["Location"] ?? "";
            if (!isGood(status, to)) refused.push(`${status} ${to}`);
            answered += 1;
            last = performance.now();
          },
        })),
      );
    },
  });
  if (answered !== requests.length || refused.length > 0)
    throw new Error(`${answered} of ${requests.length} answered; refused: ${refused.slice(0, 3).join(", ")}`);
  return answered / ((last - began) / 1000);
}

export const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
