import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createWebServer, stop } from "#app/http/web-server";
import { testContext, type TestContext } from "./context.ts";

export type Site = TestContext & { url: string };

const built = (path: string) => new URL(`../../build/${path}`, import.meta.url);

/**
 * The real web server on a database of its own, in this process, so that a test can look at both. The pages come from
 * `npm run build`; everything behind them is the same source that the test imports.
 */
export async function startSite(): Promise<Site> {
  if (!existsSync(built("server/index.js")))
    throw new Error("the pages are not built: run `npm run build` first");
  const kit = await testContext();
  const server = createWebServer({
    context: kit.context,
    rules: { origin: kit.context.site.origin, demo: true, trustedProxies: [] },
    build: (await import(built("server/index.js").href)) as ServerBuild,
    clientFolder: fileURLToPath(built("client")),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...kit,
    url: `http://localhost:${port}`,
    close: async () => {
      await stop(server);
      await kit.close();
    },
  };
}
