import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { z } from "zod";

/** A rule about imports that matches nothing is silent, so each is broken once, in a small house of its own. */

const root = join(import.meta.dirname, "../..");

const manifestSchema = z.looseObject({
  imports: z.record(z.string(), z.unknown()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    totalDependenciesCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** What a file of the small house says, and the rule that must refuse it. */
const refused: [path: string, code: string, rule: string][] = [
  ["domain/reads-settings.ts", `import "#config";`, "domain-imports"],
  ["domain/reads-rows.ts", `import "#db/client";`, "domain-imports"],
  ["domain/calls-service.ts", `import "#services/submit";`, "domain-imports"],
  ["domain/reads-files.ts", `import "node:fs";`, "domain-is-pure"],
  ["domain/draws.ts", `import "react";`, "domain-is-pure"],
  ["domain/speaks-sql.ts", `import type { SQL } from "drizzle-orm";`, "domain-is-pure"],
  ["db/calls-service.ts", `import "#services/submit";`, "db-imports"],
  ["db/knows-urls.ts", `import "#app/href";`, "db-imports"],
  ["db/knows-queue.ts", `import "bullmq";`, "only-workers-know-the-queue"],
  ["emails/reads-rows.ts", `import type { Client } from "#db/client";`, "emails-imports"],
  ["emails/calls-service.ts", `import "#services/submit";`, "emails-imports"],
  ["emails/knows-session.ts", `import "#app/http/session";`, "emails-imports"],
  ["emails/letter.ts", `import "nodemailer";`, "only-the-transport-sends-mail"],
  ["services/reads-settings.ts", `import "#config";`, "services-imports"],
  ["services/sends-mail.ts", `import "#emails/transport";`, "services-imports"],
  ["services/enqueues.ts", `import "#workers/relay";`, "services-imports"],
  ["services/knows-urls.ts", `import type { Href } from "#app/href";`, "services-imports"],
  ["services/knows-queue.ts", `import type { Queue } from "bullmq";`, "only-workers-know-the-queue"],
  ["services/knows-redis.ts", `import "ioredis";`, "only-workers-know-the-queue"],
  ["services/knows-pg.ts", `import "pg";`, "only-workers-know-the-queue"],
  ["services/mails.ts", `import "nodemailer";`, "only-the-transport-sends-mail"],
  ["services/knows-http.ts", `import { json } from "@remix-run/node";`, "services-know-no-http"],
  ["workers/reads-rows.ts", `import "#db/schema/intake";`, "workers-imports"],
  ["workers/knows-pages.ts", `import "#app/href";`, "workers-imports"],
  ["workers/speaks-sql.ts", `import "drizzle-orm";`, "only-db-and-services-speak-sql"],
  ["workers/mails.ts", `import "nodemailer";`, "only-the-transport-sends-mail"],
  ["app/reads-rows.ts", `import "#db/client";`, "app-imports"],
  ["app/knows-row-shape.ts", `import type { Client } from "#db/client";`, "app-imports"],
  ["app/knows-row-shape-inline.ts", `export type X = import("#db/client").Client;`, "app-imports"],
  ["app/reads-rows-later.ts", `export const later = () => import("#db/client");`, "app-imports"],
  ["app/passes-rows-on.ts", `export * from "../db/client.ts";`, "app-imports"],
  ["app/sends-mail.ts", `import "#emails/transport";`, "app-imports"],
  ["app/works.ts", `import "#workers/relay";`, "app-imports"],
  ["app/speaks-sql.ts", `import "postgres";`, "only-db-and-services-speak-sql"],
  ["app/knows-queue.ts", `import "bullmq";`, "only-workers-know-the-queue"],
  ["app/components/reads-settings.tsx", `import "#config";`, "config-only-at-the-edge"],
  ["app/routes/hub/reads-settings.tsx", `import "#config";`, "config-only-at-the-edge"],
  ["app/routes/hub/decide.tsx", `import "./triage.tsx";`, "no-route-imports-a-route"],
  [
    "app/components/card.tsx",
    `import type { X } from "../routes/hub/triage.tsx";`,
    "no-route-imports-a-route",
  ],
  ["app/href.ts", `import "#domain/contact";\nimport "./routes.js";`, "map-imports-nothing"],
  ["app/routes.js", `import "zod";`, "map-imports-nothing"],
  ["config.ts", `import "#services/submit";`, "config-imports"],
  ["services/learns-from-tests.ts", `import "../tests/support.ts";`, "nothing-imports-tests"],
  ["scripts/learns-from-tests.ts", `import "../tests/support.ts";`, "nothing-imports-tests"],
  ["services/builds.ts", `import "vite";`, "production-needs-no-build-tools"],
  ["services/borrows.ts", `import "only-installed";`, "in-package-json"],
  ["services/misspells.ts", `import "#domain/contcat";`, "resolves"],
  ["services/round-a.ts", `import "./round-b.ts";`, "no-cycles"],
];

/** The other half of the round: a cycle is reported once, at its first file. */
const companion = { "services/round-b.ts": `import type { A } from "./round-a.ts";` };

/** The same house doing what it may. */
const allowed: Record<string, string> = {
  "domain/contact.ts": `import "zod";\nimport "temporal-polyfill";\nimport "double-metaphone";\nimport "./clocks.ts";`,
  "domain/clocks.ts": `export {};`,
  "db/client.ts": `import "#config";\nimport "#domain/contact";\nimport "postgres";\nimport "drizzle-orm";`,
  "db/outbox.ts": `import "./client.ts";`,
  "db/migrate.ts": `import "pg";\nimport "bullmq";\nimport "node:fs";`,
  "db/schema/intake.ts": `import "#domain/contact";`,
  "emails/transport.ts": `import "nodemailer";\nimport "#config";\nimport "#domain/contact";`,
  "emails/message.ts": `import "#domain/contact";`,
  "services/submit.ts": `import "#domain/contact";\nimport "#db/schema/intake";\nimport "drizzle-orm";\nimport "pino";`,
  "workers/relay.ts":
    `import "bullmq";\nimport "ioredis";\nimport "pg";\nimport "#config";\nimport "#db/client";\n` +
    `import "#db/outbox";\nimport "#services/submit";\nimport "#emails/message";\nimport "#domain/contact";`,
  "app/http/session.ts": `import "#config";\nimport "@remix-run/node";`,
  "app/entry.server.tsx": `import "#config";\nimport "react-dom/server";`,
  "app/entry.client.ts": `import "govuk-frontend";`,
  "app/routes/hub/triage.tsx": `import "#services/submit";\nimport type { C } from "#domain/contact";\nimport "../../http/session.ts";`,
  "server.ts": `import "#config";\nimport "#db/client";\nimport "#services/submit";`,
  "tests/support.ts": `import "#db/client";\nimport "#workers/relay";\nimport "smtp-server";`,
};

const rest: Record<string, string> = {
  "config.ts": `import "#domain/contact";`,
  "app/routes.js": `export default [];`,
  "app/href.ts": `import "./routes.js";\nimport type { C } from "#domain/contact";`,
};

const houses: string[] = [];
after(() => houses.forEach((house) => rmSync(house, { recursive: true })));

function build(files: Record<string, string>): string {
  const house = mkdtempSync(join(tmpdir(), "import-rules-"));
  houses.push(house);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  write("package.json", JSON.stringify({ ...manifest, exports: undefined }));
  const packages = [
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.devDependencies),
    "only-installed",
  ];
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "");
  }
  write("node_modules/react-dom/server.js", "");
  for (const [path, text] of Object.entries(files)) write(path, text);
  return house;
}

function cruise(house: string) {
  const run = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      join(root, ".dependency-cruiser.cjs"),
      "--output-type",
      "json",
      ".",
    ],
    { cwd: house, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  assert.ok(run.stdout.startsWith("{"), run.stderr || run.stdout);
  return cruiseSchema.parse(JSON.parse(run.stdout));
}

describe("the import rules refuse", () => {
  const broken = build({ ...allowed, ...rest, ...companion, ...Object.fromEntries(refused) });
  const { violations } = cruise(broken).summary;

  for (const [path, code, rule] of refused) {
    test(`${path}: ${code.split("\n")[0]}`, () => {
      const found = violations
        .filter((violation) => violation.from === path)
        .map(({ rule: { name } }) => name);
      assert.ok(found.includes(rule), `expected ${rule}, got ${found.join(", ") || "nothing"}`);
    });
  }

  test("nothing that is in order", () => {
    const wrong = new Set(refused.map(([path]) => path));
    assert.deepEqual(
      violations.filter(({ from }) => !wrong.has(from)),
      [],
    );
  });
});

test("a house in order has no violations", () => {
  const { summary } = cruise(build({ ...allowed, ...rest }));
  assert.deepEqual(summary.violations, []);
  assert.ok(summary.totalDependenciesCruised > 40, "the rules looked at hardly anything");
});

test("this repository has no violations", () => {
  const { modules, summary } = cruise(root);
  assert.deepEqual(
    summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`),
    [],
  );
  assert.ok(modules.some(({ source }) => source.startsWith("domain/")));
  console.log(
    `import rules: ${modules.length} modules, ${summary.totalDependenciesCruised} imports, 0 refused`,
  );
});
