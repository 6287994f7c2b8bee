import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

/**
 * The pages of a build. For each request the framework orders all routes that it has and tries one after the other,
 * twice; of sixty that took as long as checking what a sent form says. So it gets a build for each first part of a path
 * ("hub", "f"), with the routes that can match there and no others; any other address is looked for in all of them.
 */
export function pagesOf(build: ServerBuild): RequestHandler {
  const handlers = new Map(
    [...new Set(Object.values(build.routes).map(({ path }) => firstPart(path)))].flatMap((part) =>
      part === null ? [] : [[part, createRequestHandler(under(build, part), "production")] as const],
    ),
  );
  const all = createRequestHandler(build, "production");
  return (request, context) => {
    const [, part = ""] = new URL(request.url).pathname.split("/");
    return (handlers.get(part) ?? all)(request, context);
  };
}

/** What every path of a route begins with; null when it can begin with anything. */
function firstPart(path: string | undefined): string | null {
  const [part = ""] = (path ?? "").split("/");
  return part === "" || /^[:*]/.test(part) ? null : part;
}

/** Rendering goes by what the manifest lists, so both are parted. */
function under({ routes, assets, ...build }: ServerBuild, part: string): ServerBuild {
  const some = <Route extends { path?: string | undefined }>(all: Readonly<Record<string, Route>>) =>
    Object.fromEntries(Object.entries(all).filter(([, { path }]) => [part, null].includes(firstPart(path))));
  return { ...build, routes: some(routes), assets: { ...assets, routes: some(assets.routes) } };
}
