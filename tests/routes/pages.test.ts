import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createRequestHandler } from "@remix-run/node";
import { pagesOf } from "#app/http/pages";
import { routes } from "../../app/routes.js";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test("an address leads to the same page as in a build that holds them all", async () => {
  const [parted, whole] = [pagesOf(site.build), createRequestHandler(site.build, "production")];
  // Figures that change from one look to the next are no page.
  const pages = routes.filter(({ name }) => name !== "system.metrics");
  const written = pages.map(({ path }) => path.replace(/:\w+/g, "x").replace("*", "no/such/page"));
  const odd = written.flatMap((path) => [
    path.toUpperCase(),
    `${path}/`,
    `${path}.data`,
    `/%66${path.slice(1)}`,
  ]);
  const none = [
    "//hub",
    "/hub//triage",
    "/f",
    "/f/x/1/2/3",
    "/hub/nothing",
    "/_root.data",
    "/__manifest?p=/hub",
  ];
  for (const path of [...written, ...odd, ...none]) {
    const english = { language: "en", offered: ["en"] } as const;
    const answer = async (asked: typeof whole) => {
      const loaded = { context: site.context, nonce: "n", requestId: "r", from: "192.0.2.1", ...english };
      const response = await asked(new Request(`${site.url}${path}`), loaded);
      // So are keys that a form is given each time that it is shown.
      const text = (await response.text()).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+/g, "");
      return [response.status, response.headers.get("location"), text];
    };
    assert.deepEqual(await answer(parted), await answer(whole), path);
  }
});
