/**
 * Who may import what. A folder that is not named in `may` is refused, so a new folder has to be thought about.
 *
 *   domain   → itself                         workers → domain, config, db client and outbox, services, emails
 *   db       → domain, config                 app     → domain, services; config in http/ and the entry files
 *   emails   → domain, config, app/href       config  → domain
 *   services → domain, db
 *
 * Type-only imports count: a type from db/ in a page is a row shape on its way to a browser.
 * tests/scripts/import-rules.test.ts breaks every rule once and expects to be refused.
 */

const inside = (...folders) => `^(${folders.join("|")})(/|\\.ts$)`;
const npm = (...names) => `(^|/)node_modules/(${names.join("|")})(/|$)`;

/** Folder or root file → our own paths that it may import. */
const may = {
  domain: ["^domain/"],
  config: ["^config(\\.ts$|/)", "^domain/"],
  db: ["^db/", "^domain/", "^config\\.ts$"],
  emails: ["^emails/", "^domain/", "^config\\.ts$", "^app/href\\.ts$"],
  services: ["^services/", "^domain/", "^db/"],
  workers: [
    "^workers/",
    "^domain/",
    "^config\\.ts$",
    "^db/(client|outbox)(\\.ts$|/)",
    "^db/schema/outbox\\.ts$",
    "^services/",
    "^emails/",
  ],
  app: ["^app/", "^domain/", "^services/", "^config\\.ts$"],
};

const ours = "^(app|config|db|domain|emails|scripts|server|services|workers)(/|\\.ts$)";

/** The product itself: what runs in production, and therefore without development dependencies. */
const product = inside("app", "config", "db", "domain", "emails", "server", "services", "workers");

const matrix = Object.entries(may).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder} may import only: ${allowed.join(" ")}`,
  severity: "error",
  from: { path: inside(folder) },
  to: { path: ours, pathNot: allowed },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...matrix,
    {
      name: "domain-is-pure",
      comment: "domain runs in a browser, a server, a worker and a test: no I/O and four packages at most",
      severity: "error",
      from: { path: "^domain/" },
      to: {
        dependencyTypesNot: ["local", "localmodule", "aliased"],
        pathNot: npm("zod", "temporal-polyfill", "double-metaphone"),
      },
    },
    {
      name: "config-only-at-the-edge",
      comment: "in app/, settings from the environment are read in http/ and the entry files alone",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(http/|entry\\.[a-z]+\\.tsx?$)" },
      to: { path: "^config\\.ts$" },
    },
    {
      name: "map-imports-nothing",
      comment: "emails and tests import the map and href(), so at run time these two bring nothing along",
      severity: "error",
      from: { path: "^app/(routes\\.js|href\\.ts)$" },
      to: { pathNot: "^app/routes\\.js$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-route-imports-a-route",
      comment: "what two routes share is a component, a service or a rule",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/routes\\.js$" },
      to: { path: "^app/routes/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "^node_modules/" },
      to: { circular: true },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "only-workers-know-the-queue",
      comment: "services write outbox rows; a web process must be able to run without a queue",
      severity: "error",
      from: { pathNot: "^(workers|scripts|tests)/|^db/migrate\\.ts$|(^|/)node_modules/" },
      to: { path: npm("bullmq", "ioredis", "pg") },
    },
    {
      name: "only-the-transport-sends-mail",
      severity: "error",
      from: { pathNot: "^emails/transport\\.ts$|^tests/|(^|/)node_modules/" },
      to: { path: npm("nodemailer", "@types/nodemailer") },
    },
    {
      name: "only-db-and-services-speak-sql",
      severity: "error",
      from: { pathNot: "^(db|services|scripts|tests)/|^drizzle\\.config\\.ts$|(^|/)node_modules/" },
      to: { path: npm("postgres", "drizzle-orm") },
    },
    {
      name: "services-know-no-http",
      comment: "a service is called by a page, a worker, a command and a test alike",
      severity: "error",
      from: { path: "^(services|workers|emails|db)/" },
      to: { path: npm("@remix-run/[^/]+", "react", "react-dom") },
    },
    {
      name: "production-needs-no-build-tools",
      comment:
        "the production image omits development dependencies; what Vite bundles for the browser may be one",
      severity: "error",
      from: { path: product, pathNot: "^app/(entry\\.(client|account|exit)|root)\\.tsx?$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "in-package-json",
      comment: "a package that only happens to be installed may be gone tomorrow",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "(^|/)build/|^virtual:" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|coverage|\\.data|\\.cache)/" },
    enhancedResolveOptions: {
      conditionNames: ["source", "import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
      mainFields: ["main", "module", "types"],
    },
  },
};
