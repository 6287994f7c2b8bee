import { routes } from "./app/routes.js";

/**
 * Every route comes from the map in app/routes.js; nothing is found by file name. v3_routeConfig stays off because it
 * refuses a `routes` option, and v3_lazyRouteDiscovery because it answers a manifest of all URLs to anybody.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  ignoredRouteFiles: ["**/*"],
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
  routes: (defineRoutes) =>
    defineRoutes((route) => {
      // The first page is no index route: a post to it would need ?index in its address to be taken.
      for (const { name, path, file } of routes) {
        route(path === "/" ? path : path.slice(1), file, { id: name });
      }
    }),
};
