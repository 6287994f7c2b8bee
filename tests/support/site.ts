import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { writeEmail } from "#emails/index";
import { createWebServer, stop, type crowd, type patience } from "#app/http/web-server";
import { pino } from "pino";
import { anyFreePort } from "../../scripts/ports.mjs";
import { testContext, type TestContext } from "./context.ts";

export type Site = TestContext & {
  url: string;
  build: ServerBuild;
  /** What the server wrote to its log as an error: a test ends by saying that there was nothing. */
  faults: string[];
  /** How many requests the server has seen arrive. */
  arrived: () => number;
};

const built = (path: string) => new URL(`../../build/${path}`, import.meta.url);

/**
 * The real web server on a database of its own, in this process, so that a test can look at both. The pages come from
 * `npm run build`; everything behind them is the same source that the test imports.
 * @param options `demo: false` for a real service, which answers to its own name only: localhost:3000, `origin`, or
 *   with `reachable` the address that it listens on
 */
export async function startSite({
  demo = true,
  origin,
  reachable = false,
  trustedProxies = [],
  waits,
  atMost,
}: {
  demo?: boolean;
  origin?: string;
  reachable?: boolean;
  trustedProxies?: readonly string[];
  waits?: typeof patience;
  atMost?: typeof crowd;
} = {}): Promise<Site> {
  if (!existsSync(built("server/index.js")))
    throw new Error("the pages are not built: run `npm run build` first");
  const kit = await testContext();
  const faults: string[] = [];
  kit.context.log = pino({ level: "error" }, { write: (line) => void faults.push(line) });
  const ownPort = reachable ? await anyFreePort() : 0;
  const named = reachable ? `http://localhost:${String(ownPort)}` : origin;
  kit.context.site = { ...kit.context.site, demo, ...(named && { origin: named }) };
  kit.context.writeEmail = (said) =>
    writeEmail(said, { ...kit.context.settings, origin: kit.context.site.origin });
  const build = (await import(built("server/index.js").href)) as ServerBuild;
  const server = createWebServer({
    context: kit.context,
    rules: { origin: kit.context.site.origin, demo, trustedProxies },
    build,
    clientFolder: fileURLToPath(built("client")),
    ...(waits && { waits }),
    ...(atMost && { atMost }),
  });
  await new Promise<void>((resolve) => server.listen(ownPort, "127.0.0.1", resolve));
  let seen = 0;
  server.on("request", () => (seen += 1));
  const { port } = server.address() as AddressInfo;
  return {
    ...kit,
    build,
    faults,
    arrived: () => seen,
    url: `http://localhost:${port}`,
    close: async () => {
      await stop(server);
      await kit.close();
    },
  };
}
