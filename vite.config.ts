import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import rtlcss from "rtlcss";
import remixOptions from "./remix.config.js";

const onlyOnServers = /^(?:#(?:services|db|config|emails|workers|app\/http)(?:\/|$)|node:|prom-client$)/;
const nothing = "\0only-on-servers";

/**
 * The server build leaves everything behind a `#` import outside the bundle, so that a process has one context, one
 * pool and one copy of the rules, shared by server.ts and the routes. The browser build gets an empty module for
 * whatever belongs on servers: loaders and actions are cut away from it anyway, and nothing can slip through.
 */
const keepOurFoldersApart: Plugin = {
  name: "keep-our-folders-apart",
  enforce: "pre",
  resolveId(id, _importer, { ssr }) {
    if (ssr === true) return id.startsWith("#") ? { id, external: true } : null;
    return onlyOnServers.test(id) ? { id: nothing, syntheticNamedExports: true } : null;
  },
  load: (id) => (id === nothing ? "export default {};" : null),
};

/** The style sheet for languages from right to left is the other one, with left and right changed. */
const mirror: Plugin = {
  name: "mirror",
  transform: (code, id) => (/mirrored\.scss(?!\?url)/.test(id) ? rtlcss.process(code) : null),
};

export default defineConfig({
  plugins: [keepOurFoldersApart, mirror, remix(remixOptions)],
  // Our own folders are read as TypeScript by the browser build; it does not wait for their compiled copies.
  resolve: { conditions: ["source", "module", "browser", "development|production"] },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ["node_modules"] } } },
  build: {
    target: "es2020",
    // Nothing is inlined as data: the content security policy allows files of our own only.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
  },
});
