import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { kindOf } from "#app/http/kind-of-error";
import { PageContext } from "./page-context.ts";

/**
 * Renders a whole page at once: pages await everything in loaders, and nothing takes over in the browser, so React's
 * marks for that would only be ballast. Its streams are no choice: React 18 fills the end of a buffer with NUL where a
 * character of several bytes does not fit, in the middle of what somebody wrote (facebook/react#31134).
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, language, offered, typed, unsent, restoring = false }: AppLoadContext,
): Response {
  // A form that opens the next one answers 200; one that was refused, or came second, does not.
  const wrong = status >= 400 && remix.staticHandlerContext.actionData !== null && !restoring;
  const page = {
    nonce,
    script: remix.manifest.entry.module,
    wrong,
    restored: restoring ? (unsent?.restored === true ? ("unsent" as const) : ("locked" as const)) : null,
    unsent: unsent?.ids ?? [],
    ...{ language, offered, typed: typed ?? null },
  };
  const html = renderToStaticMarkup(
    <PageContext.Provider value={page}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </PageContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Data requests answer pages nobody may keep either. */
export function handleDataRequest(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Ids and the kind of error only. */
export function handleError(
  error: unknown,
  { request, context: { context, requestId } }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  context.log.error({ requestId, method: request.method, ...kindOf(error) }, "request failed");
}
