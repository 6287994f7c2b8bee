import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { PageContext } from "./page-context.ts";

/** Longest that rendering may take once the data is there; pages await everything in loaders. */
const patienceMs = 5_000;

/**
 * Renders a whole page before the first byte is sent: a part that streams in later would never appear without
 * JavaScript, and an error half-way could not change the status any more.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const answers = Object.values(remix.staticHandlerContext.actionData ?? {}) as unknown[];
    const wrong = answers.some(
      (answer) => typeof answer === "object" && answer !== null && "problems" in answer,
    );
    const page = { nonce, script: remix.manifest.entry.module, wrong };
    const { pipe, abort } = renderToPipeableStream(
      <PageContext.Provider value={page}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </PageContext.Provider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Cache-Control", "no-store");
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          // A timer that is left running holds the whole render in memory until it fires.
          body.once("close", () => clearTimeout(timer));
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
      },
    );
    const timer = setTimeout(abort, patienceMs);
  });
}

/** Data requests answer pages nobody may keep either. */
export function handleDataRequest(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/**
 * Ids and the kind of error only. A message or a stack can hold what somebody typed (a failed insert quotes its row),
 * so of the error itself only where it was thrown is kept.
 */
export function handleError(
  error: unknown,
  { request, context: { context, requestId } }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  const where =
    error instanceof Error
      ? (error.stack ?? "")
          .split("\n")
          .filter((line) => line.startsWith("    at "))
          .slice(0, 8)
      : [];
  context.log.error(
    { requestId, method: request.method, error: error instanceof Error ? error.name : typeof error, where },
    "request failed",
  );
}
